import { app } from 'electron';
import type { App } from '../app.ts';
import { showBadge } from './badge.ts';
import type { MainWindow } from './main-window.ts';
import { openTray } from './tray.ts';
import type { Words } from './words.ts';

/** Keeps badge and tray at the number of orders that wait; the entry in the task bar flashes when it grows. */
export function showWaiting({ shop, words, main, tray }: { shop: App; words: Words; main: MainWindow; tray: boolean }): { refresh(): void } {
  const icon = tray ? openTray({ i18n: words.i18n, show: main.show, quit: () => app.quit() }) : null;
  let last = 0;
  const show = (waiting: number) => {
    showBadge(main.window, waiting, waiting > last, words.i18n);
    icon?.update(waiting);
    last = waiting;
  };
  shop.onNews((_shop, news) => {
    // Ticks come by the thousand; menus and pictures are made anew only for another number.
    if (!news.some(({ kind }) => kind === 'order' || kind === 'arrived')) return;
    const waiting = shop.waitingOrders();
    if (waiting !== last) show(waiting);
  });
  main.window.on('focus', () => main.window.flashFrame(false));
  // With the settings, the language may change, and the line whose orders are counted.
  const refresh = () => show(shop.waitingOrders());
  refresh();
  return { refresh };
}
