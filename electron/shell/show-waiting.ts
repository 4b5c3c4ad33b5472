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
  const refresh = () => {
    const waiting = shop.waitingOrders();
    showBadge(main.window, waiting, waiting > last, words.i18n);
    icon?.update(waiting);
    last = waiting;
  };
  shop.onNews(refresh);
  main.window.on('focus', () => main.window.flashFrame(false));
  refresh();
  return { refresh };
}
