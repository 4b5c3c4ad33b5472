import { app } from 'electron';
import type { App } from '../app.ts';
import type { NoticeActs } from './act-on-notices.ts';
import { showBadge } from './badge.ts';
import { flashWhileWaiting } from './flash-while-waiting.ts';
import type { MainWindow } from './main-window.ts';
import { openTray } from './tray.ts';
import type { Words } from './words.ts';

/** As many orders are in the tray's menu by name. */
const LISTED = 8;
/** While that shop does not run. */
const NO_LIGHT = { tone: 'busy', reason: null } as const;

/** Keeps badge and tray at the orders that wait, and the tray at the light; the entry in the task bar flashes while one does and nobody looks. */
export function showWaiting({ shop, acts, words, main, tray }: { shop: App; acts: NoticeActs; words: Words; main: MainWindow; tray: boolean }): {
  refresh(): void;
  /** Before the shop ends: its memory can be asked no more then. */
  stop(): void;
} {
  const open = (orderId: number) => acts.open({ shop: shop.mainShop, what: 'order', orderId });
  const openConnection = () => acts.open({ shop: shop.mainShop, what: 'connection' });
  const icon = tray ? openTray({ i18n: words.i18n, show: main.show, open, openConnection, quit: () => app.quit() }) : null;
  const flash = flashWhileWaiting(main.window);
  let last = '';
  const show = () => {
    const waiting = shop.waitingOrders();
    showBadge(main.window, waiting, words.i18n);
    flash.update(waiting);
    icon?.update({ shop: shop.mainShop, waiting, named: shop.desk.waiting(LISTED), light: lightOf() });
  };
  const lightOf = () => shop.desk.light(shop.mainShop)?.light ?? NO_LIGHT;
  /** Which orders wait, and how the light stands: menus and pictures are made anew only for others. */
  const state = () => `${shop.mainShop}:${[...shop.desk.waitingIds(shop.mainShop)].join()}:${lightOf().tone}:${lightOf().reason}`;
  const stop = shop.onNews((_shop, news) => {
    // Ticks come by the thousand.
    if (!news.some(({ kind }) => kind === 'order' || kind === 'arrived' || kind === 'connection')) return;
    const now = state();
    if (now === last) return;
    last = now;
    show();
  });
  // With the settings, the language may change, and the line whose orders are counted.
  const refresh = () => {
    last = state();
    show();
  };
  refresh();
  return { refresh, stop };
}
