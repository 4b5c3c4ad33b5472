import type { ShopKind } from '../../shared/contract/common.ts';
import type { News } from '../../shared/contract/live.ts';
import type { App } from '../app.ts';
import type { EffectiveSettings } from '../settings/effective-settings.ts';
import { ACCEPT } from './act-on-notices.ts';
import type { NoticeActs } from './act-on-notices.ts';
import { gatherBursts } from './gather-bursts.ts';
import type { Clock } from './gather-bursts.ts';
import { gatherLate } from './gather-late.ts';
import { burstText, closingText, lateText, messageText, orderText, waitingText } from './notification-text.ts';
import type { NotificationText } from './notification-text.ts';
import type { NotificationWish, Shown } from './show-notification.ts';
import { createStandingNotices } from './standing-notices.ts';
import { writeToastTag } from './toast-address.ts';
import type { ToastAddress } from './toast-address.ts';
import type { Words } from './words.ts';

type Arrived = Extract<News, { kind: 'arrived' }>;
type Arrival = { shop: ShopKind; text: NotificationText; address: ToastAddress };

export type ArrivalNotifier = {
  app: Pick<App, 'mainShop' | 'arrival' | 'onNews' | 'desk'>;
  acts: NoticeActs;
  settings: Pick<EffectiveSettings, 'values'>;
  words: Words;
  clock: Clock;
  windowHasFocus: () => boolean;
  show: (wish: NotificationWish) => Shown;
};

/** Tells of orders and messages that arrive. An order's notification stays until it is clicked, or until that order waits no more. */
export function notifyArrivals({ app, acts, settings, words, clock, windowHasFocus, show }: ArrivalNotifier): () => void {
  const { desk } = app;
  const standing = createStandingNotices();
  const wording = () => ({ i18n: words.i18n, locale: words.locale() });
  const orderOf = ({ address }: Arrival) => (address.what === 'order' ? address.orderId : 0);

  /** @param orderIds what it is about; it stays until none of them waits. Empty: it is about a chat, and goes by itself */
  function tell({ shop, text, address }: Arrival, orderIds: readonly number[]): void {
    const key = desk.toastKey(shop);
    const isOrder = orderIds.length > 0;
    const shown = show({
      ...text,
      stays: isOrder,
      urgent: isOrder && !desk.isQuiet(),
      tag: key === null ? undefined : writeToastTag(address, key),
      onClick() {
        standing.forget(shown);
        acts.open(address);
      },
      action: address.what === 'order' ? { label: words.i18n._(ACCEPT), run: () => acts.accept(shop, address.orderId) } : undefined,
    });
    if (isOrder) standing.add({ shop, orderIds, shown });
  }

  const orders = gatherBursts<Arrival>({ clock, single: (one) => tell(one, [orderOf(one)]), gathered: (all) => gathered(all) });
  const messages = gatherBursts<Arrival>({
    clock,
    single: (one) => tell(one, []),
    gathered: (all) => all[0] && tell({ ...all[0], text: burstText('message', all.length, wording()) }, []),
  });
  const late = { real: lateOf('real'), practice: lateOf('practice') };

  /** Of a burst what still waits, each shop for itself. */
  function gathered(all: readonly Arrival[]): void {
    for (const shop of ['real', 'practice'] as const) {
      const waiting = desk.waitingIds(shop);
      const left = all.filter((one) => one.shop === shop && waiting.has(orderOf(one)));
      if (left.length > 0) tellOfMany(shop, left, () => burstText('order', left.length, wording()));
    }
  }

  function lateOf(shop: ShopKind) {
    return gatherLate<Arrival>({
      clock,
      waits: (one) => desk.waitingIds(shop).has(orderOf(one)),
      show: (all) => tellOfMany(shop, all, () => lateText(named(shop, all.map(orderOf)), shop, wording())),
    });
  }

  const named = (shop: ShopKind, orderIds: readonly number[]) => orderIds.flatMap((orderId) => desk.order(shop, orderId) ?? []);

  /** One in place of those that stand for them singly; about a single order, it says of that what there is to say. */
  function tellOfMany(shop: ShopKind, all: readonly Arrival[], text: () => NotificationText): void {
    const orderIds = all.map(orderOf);
    const [first] = all;
    standing.replace(shop, orderIds, desk.waitingIds(shop));
    if (first) tell(all.length === 1 ? first : { shop, text: text(), address: { shop, what: 'board' } }, orderIds);
  }

  /** What waited already when the program began rings at once; this says why. */
  function tellOfWaiting(): void {
    const shop = app.mainShop;
    const orderIds = [...desk.waitingIds(shop)];
    const [only] = orderIds;
    if (only === undefined || !settings.values().notifications) return;
    const address: ToastAddress = orderIds.length === 1 ? { shop, what: 'order', orderId: only } : { shop, what: 'board' };
    tell({ shop, text: waitingText(orderIds.length, desk.waiting(4), shop, wording()), address }, orderIds);
  }

  function arrived(shop: ShopKind, news: Arrived): void {
    if (!settings.values().notifications) return;
    if (news.what === 'message' && windowHasFocus()) return;
    const brief = app.arrival(shop, news);
    if (brief === null) return;
    const { orderId, conversationId } = news;
    if (news.what === 'order' && brief.order && orderId !== null) {
      const arrival: Arrival = { shop, text: orderText(brief, brief.order, shop, wording()), address: { shop, what: 'order', orderId } };
      if (brief.order.late) late[shop].add(arrival);
      else orders.add(arrival);
    } else messages.add({ shop, text: messageText(brief, shop, wording()), address: { shop, what: 'chat', conversationId } });
  }

  /** A chat's window closes soon while its customer waits; seen in the window, it needs no notification. */
  function closing(shop: ShopKind, conversationId: number): void {
    if (!settings.values().notifications || windowHasFocus()) return;
    const chat = desk.closing(shop, conversationId);
    if (chat !== null) tell({ shop, text: closingText(chat.customer, chat.minutes, shop, wording()), address: { shop, what: 'chat', conversationId } }, []);
  }

  tellOfWaiting();
  return app.onNews((shop, news) => {
    for (const one of news) {
      if (one.kind === 'arrived') arrived(shop, one);
      else if (one.kind === 'closing') closing(shop, one.conversationId);
    }
    if (standing.has(shop) && news.some(({ kind }) => kind === 'order')) standing.keepOnly(shop, desk.waitingIds(shop));
  });
}
