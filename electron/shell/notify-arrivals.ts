import { msg } from '@lingui/core/macro';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { News } from '../../shared/contract/live.ts';
import type { App } from '../app.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { gatherBursts } from './gather-bursts.ts';
import type { Clock } from './gather-bursts.ts';
import { burstText, messageText, orderText } from './notification-text.ts';
import type { NotificationText } from './notification-text.ts';
import type { NotificationWish, Shown } from './show-notification.ts';
import type { Words } from './words.ts';

type Arrived = Extract<News, { kind: 'arrived' }>;
type Pending = { shop: ShopKind; news: Arrived; text: NotificationText };

export type ArrivalNotifier = {
  app: Pick<App, 'mainShop' | 'arrival' | 'open' | 'acceptOrder' | 'waitingOrders' | 'onNews'>;
  settings: Pick<EffectiveSettings, 'values'>;
  words: Words;
  clock: Clock;
  windowHasFocus: () => boolean;
  showWindow: () => void;
  show: (wish: NotificationWish) => Shown;
};

/** Tells of orders and messages that arrive. An order's notification stays until it is clicked, or until no order waits any more. */
export function notifyArrivals({ app, settings, words, clock, windowHasFocus, showWindow, show }: ArrivalNotifier): () => void {
  const orders = new Map<number, Shown>();
  let nextKey = 0;

  function tell(text: NotificationText, { shop, news }: Pending, single: boolean): void {
    const key = (nextKey += 1);
    const { orderId, conversationId } = news;
    const accept = { label: words.i18n._(msg`Accept`), run: () => void (orderId !== null && app.acceptOrder(shop, orderId)) };
    const shown = show({
      ...text,
      urgent: news.what === 'order',
      onClick() {
        orders.delete(key);
        showWindow();
        app.open({ shop, conversationId, orderId });
      },
      ...(single && orderId !== null && news.what === 'order' ? { action: accept } : {}),
    });
    // Practice orders beside a real shop are not among those that `waitingOrders` counts.
    if (news.what === 'order' && shop === app.mainShop) orders.set(key, shown);
  }

  function closeOrders(): void {
    for (const shown of orders.values()) shown.close();
    orders.clear();
  }

  const bursts = {
    order: gatherBursts<Pending>({ clock, single: (one) => tell(one.text, one, true), gathered: (all) => gathered('order', all) }),
    message: gatherBursts<Pending>({ clock, single: (one) => tell(one.text, one, true), gathered: (all) => gathered('message', all) }),
  };

  function gathered(what: 'order' | 'message', all: Pending[]): void {
    if (what === 'order') closeOrders();
    const [first] = all;
    if (first) tell(burstText(what, all.length, { i18n: words.i18n, locale: words.locale() }), first, false);
  }

  return app.onNews((shop, news) => {
    for (const one of news) if (one.kind === 'arrived') arrived(shop, one);
    if (!news.some(({ kind }) => kind === 'order') || app.waitingOrders() > 0) return;
    closeOrders();
    bursts.order.forget();
  });

  function arrived(shop: ShopKind, news: Arrived): void {
    if (!settings.values().notifications) return;
    if (news.what === 'message' && windowHasFocus()) return;
    const brief = app.arrival(shop, news);
    if (brief === null) return;
    const wording = { i18n: words.i18n, locale: words.locale() };
    const text = news.what === 'order' && brief.order ? orderText(brief, brief.order, shop, wording) : messageText(brief, shop, wording);
    bursts[news.what].add({ shop, news, text });
  }
}
