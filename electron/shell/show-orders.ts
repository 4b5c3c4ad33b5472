import type { App } from '../app.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { actOnNotices } from './act-on-notices.ts';
import type { MainWindow } from './main-window.ts';
import { notifyArrivals } from './notify-arrivals.ts';
import { prepareToasts } from './prepare-toasts.ts';
import { showNotification } from './show-notification.ts';
import { showWaiting } from './show-waiting.ts';
import { tellOfLight } from './tell-of-light.ts';
import { wakeAfterSleep } from './wake-after-sleep.ts';
import type { Words } from './words.ts';

type Orders = { shop: App; settings: EffectiveSettings; words: Words; main: MainWindow; tray: boolean; watchPace: number; log: (line: string) => void };

/** All by which the desktop shows orders and the light beside the page: notifications, badge, tray, task bar. */
export function showOrders({ shop, settings, words, main, tray, watchPace, log }: Orders): { refresh(): void; stop(): void } {
  const acts = actOnNotices({
    app: shop,
    words,
    showWindow: main.show,
    say: (text, address) => void showNotification({ ...text, stays: false, urgent: false, onClick: () => acts.open(address) }, log),
    log,
  });
  prepareToasts({ desk: shop.desk, acts, showWindow: main.show, log });
  const waiting = showWaiting({ shop, acts, words, main, tray });
  notifyArrivals({
    app: shop,
    acts,
    settings,
    words,
    clock: { now: Date.now, later: (run, ms) => void setTimeout(run, ms) },
    windowHasFocus: () => main.window.isFocused(),
    show: (wish) => showNotification(wish, log),
  });
  const stopLight = tellOfLight({
    app: shop,
    acts,
    settings,
    words,
    pace: watchPace,
    now: Date.now,
    every(run, ms) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
    show: (wish) => showNotification(wish, log),
  });
  const { desk } = shop;
  wakeAfterSleep({ wakeUp: () => desk.wakeUp(), woke: (since) => desk.woke(since), now: Date.now });
  return {
    refresh: waiting.refresh,
    stop() {
      stopLight();
      waiting.stop();
    },
  };
}
