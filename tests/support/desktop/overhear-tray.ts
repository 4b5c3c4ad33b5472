import type { Desktop } from './launch-desktop.ts';

type Heard = { tip: string; menu: Electron.Menu | null; picture: string };
type World = { tray: Heard };

/** Overhears what the tray shows from now on: nothing on a test machine shows tray icons. */
export async function overhearTray({ app }: Desktop) {
  await app.evaluate(({ Tray }) => {
    const tray: Heard = { tip: '', menu: null, picture: '' };
    const { setToolTip, setContextMenu, setImage } = Tray.prototype;
    Tray.prototype.setToolTip = function (tip) {
      tray.tip = tip;
      return setToolTip.call(this, tip);
    };
    Tray.prototype.setContextMenu = function (menu) {
      tray.menu = menu;
      return setContextMenu.call(this, menu);
    };
    Tray.prototype.setImage = function (image) {
      if (typeof image !== 'string') tray.picture = image.toDataURL();
      return setImage.call(this, image);
    };
    Object.assign(globalThis, { tray });
  });
  return {
    tip: (): Promise<string> => app.evaluate(() => (globalThis as unknown as World).tray.tip),
    /** The labels of its menu, "-" between groups. */
    labels: (): Promise<string[]> =>
      app.evaluate(() => (globalThis as unknown as World).tray.menu?.items.map(({ label, type }) => (type === 'separator' ? '-' : label)) ?? []),
    click: (label: string): Promise<void> =>
      app.evaluate((_electron, wanted) => (globalThis as unknown as World).tray.menu?.items.find((item) => item.label === wanted)?.click(), label),
    /** Whether it shows the picture of this file. */
    shows: (file: string): Promise<boolean> =>
      app.evaluate(({ nativeImage }, wanted) => nativeImage.createFromPath(wanted).toDataURL() === (globalThis as unknown as World).tray.picture, file),
  };
}
