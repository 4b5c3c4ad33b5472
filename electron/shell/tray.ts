import { Menu, nativeImage, Tray } from 'electron';
import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import trayPicture from './pictures/tray.png?inline';
import trayPictureLarge from './pictures/tray-large.png?inline';
import waitingPicture from './pictures/tray-waiting.png?inline';
import waitingPictureLarge from './pictures/tray-waiting-large.png?inline';

export type ShopTray = {
  /** Says how many orders wait, in the reader's language of now. */
  update(waiting: number): void;
};

/** The icon beside the clock: shows the window, says how many orders wait, ends the program. Call it once; it stays. */
export function openTray({ i18n, show, quit }: { i18n: I18n; show: () => void; quit: () => void }): ShopTray {
  const quiet = picture(trayPicture, trayPictureLarge);
  const waits = picture(waitingPicture, waitingPictureLarge);
  const tray = new Tray(quiet);
  tray.on('click', show);
  return {
    update(waiting) {
      const orders = waiting === 0 ? i18n._(msg`No orders waiting`) : i18n._(msg`${plural(waiting, { one: '# order waiting', other: '# orders waiting' })}`);
      tray.setImage(waiting === 0 ? quiet : waits);
      tray.setToolTip(`Shopbell · ${orders}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: i18n._(msg`Show Shopbell`), click: show },
          { label: orders, click: show, enabled: waiting > 0 },
          { type: 'separator' },
          { label: i18n._(msg`Quit Shopbell`), click: quit },
        ]),
      );
    },
  };
}

function picture(small: string, large: string): Electron.NativeImage {
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  return image;
}
