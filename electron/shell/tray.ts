import { Menu, Tray } from 'electron';
import type { I18n } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { LightView } from '../../shared/contract/connection.ts';
import { lightLines } from './light-text.ts';
import { nameOrder } from './notification-text.ts';
import type { DeskOrder } from './notification-text.ts';
import { createTrayPictures } from './tray-pictures.ts';

export type TrayFacts = {
  shop: ShopKind;
  /** How many orders wait. */
  waiting: number;
  /** The oldest of them. */
  named: readonly DeskOrder[];
  light: Pick<LightView, 'tone' | 'reason'>;
};

export type ShopTray = {
  /** Says how many orders wait, names the oldest of them, and says how the light stands, in the reader's language of now. */
  update(facts: TrayFacts): void;
};

type TrayOptions = { i18n: I18n; show: () => void; open: (orderId: number) => void; openConnection: () => void; quit: () => void };

/** Windows cuts a longer one at any place. */
const LONGEST_TIP = 127;

/**
 * The icon beside the clock: shows the window, names the orders that wait, says whether Meta reaches the shop, ends the program. Silencing the bell is not
 * offered: that is what taking the order does. Call it once; it stays.
 */
export function openTray({ i18n, show, open, openConnection, quit }: TrayOptions): ShopTray {
  const pictureOf = createTrayPictures();
  const tray = new Tray(pictureOf(false, 'busy'));
  tray.on('click', show);
  return {
    update({ shop, waiting, named, light }) {
      const orders = waiting === 0 ? i18n._(msg`No orders waiting`) : i18n._(msg`${plural(waiting, { one: '# order waiting', other: '# orders waiting' })}`);
      const more = waiting - named.length;
      const lines = lightLines(shop, light, i18n);
      tray.setImage(pictureOf(waiting > 0, light.tone));
      tray.setToolTip(cut(`Shopbell · ${orders} · ${lines.join(': ')}`, LONGEST_TIP));
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: i18n._(msg`Show Shopbell`), click: show },
          { type: 'separator' },
          { label: orders, enabled: false },
          ...named.map((order) => ({ label: menuText(nameOrder(order, i18n)), click: () => open(order.orderId) })),
          ...(more > 0 && named.length > 0 ? [{ label: i18n._(msg`and ${more} more`), click: show }] : []),
          { type: 'separator' },
          ...lines.map((line) => ({ label: menuText(line), click: openConnection })),
          { type: 'separator' },
          { label: i18n._(msg`Quit Shopbell`), click: quit },
        ]),
      );
    },
  };
}

/** A menu underlines the letter after "&", and a customer's name has no end. */
function menuText(text: string): string {
  return cut(text, 60).replaceAll('&', '&&');
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
