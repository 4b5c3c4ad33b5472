import { Menu, nativeImage, Tray } from 'electron';
import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { nameOrder } from './notification-text.ts';
import type { DeskOrder } from './notification-text.ts';
import trayPicture from './pictures/tray.png?inline';
import trayPictureLarge from './pictures/tray-large.png?inline';
import waitingPicture from './pictures/tray-waiting.png?inline';
import waitingPictureLarge from './pictures/tray-waiting-large.png?inline';

export type ShopTray = {
  /** Says how many orders wait, and names the oldest of them, in the reader's language of now. */
  update(waiting: number, named: readonly DeskOrder[]): void;
};

type TrayOptions = { i18n: I18n; show: () => void; open: (orderId: number) => void; quit: () => void };

/**
 * The icon beside the clock: shows the window, names the orders that wait, ends the program. Silencing the bell is not offered: that is what
 * taking the order does. Call it once; it stays.
 */
export function openTray({ i18n, show, open, quit }: TrayOptions): ShopTray {
  const quiet = picture(trayPicture, trayPictureLarge);
  const waits = picture(waitingPicture, waitingPictureLarge);
  const tray = new Tray(quiet);
  tray.on('click', show);
  return {
    update(waiting, named) {
      const orders = waiting === 0 ? i18n._(msg`No orders waiting`) : i18n._(msg`${plural(waiting, { one: '# order waiting', other: '# orders waiting' })}`);
      const more = waiting - named.length;
      tray.setImage(waiting === 0 ? quiet : waits);
      tray.setToolTip(`Shopbell · ${orders}`);
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: i18n._(msg`Show Shopbell`), click: show },
          { type: 'separator' },
          { label: orders, enabled: false },
          ...named.map((order) => ({ label: menuText(nameOrder(order, i18n)), click: () => open(order.orderId) })),
          ...(more > 0 && named.length > 0 ? [{ label: i18n._(msg`and ${more} more`), click: show }] : []),
          { type: 'separator' },
          { label: i18n._(msg`Quit Shopbell`), click: quit },
        ]),
      );
    },
  };
}

/** A menu underlines the letter after "&", and a customer's name has no end. */
function menuText(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.replaceAll('&', '&&');
}

function picture(small: string, large: string): Electron.NativeImage {
  const image = nativeImage.createFromDataURL(small);
  image.addRepresentation({ scaleFactor: 2, dataURL: large });
  return image;
}
