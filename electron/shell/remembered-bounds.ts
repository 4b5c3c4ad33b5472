import Store from 'electron-store';
import { screen } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';

type Remembered = { bounds?: Rectangle; maximized?: boolean };

/** Keeps a window's place over restarts, in `window.json` of the profile folder. Electron 45 has this built in, 33 has not, and it is experimental. */
export function rememberBounds(folder: string): { first: Rectangle | null; maximized: boolean; follow(window: BrowserWindow): void } {
  // A spoilt file costs the place of a window, nothing more: it may be overwritten.
  const store = new Store<Remembered>({ cwd: folder, name: 'window', configFileMode: 0o600, clearInvalidConfig: true });
  const saved = store.get('bounds');
  return {
    first: isRectangle(saved) && isOnScreen(saved) ? saved : null,
    maximized: store.get('maximized') === true,
    follow(window) {
      let timer: NodeJS.Timeout | undefined;
      const save = () => {
        clearTimeout(timer);
        if (window.isDestroyed()) return;
        store.set({ bounds: window.getNormalBounds(), maximized: window.isMaximized() });
      };
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(save, 500);
      };
      window.on('resize', later);
      window.on('move', later);
      window.on('close', save);
    },
  };
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  return ['x', 'y', 'width', 'height'].every((key) => Number.isInteger(Object.getOwnPropertyDescriptor(value, key)?.value));
}

/** A screen may be gone since: enough of the window's top has to be reachable to move it. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const shared = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return shared >= 120 && y >= area.y - 8 && y < area.y + area.height - 80;
  });
}
