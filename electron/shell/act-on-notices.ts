import { msg } from '@lingui/core/macro';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { App } from '../app.ts';
import { notTakenText } from './notification-text.ts';
import type { NotificationText } from './notification-text.ts';
import type { ToastAddress } from './toast-address.ts';
import type { Words } from './words.ts';

export type NoticeActions = {
  app: Pick<App, 'desk' | 'acceptOrder' | 'open'>;
  words: Words;
  showWindow: () => void;
  /** Shows what came of it; a click on that opens the address. */
  say: (text: NotificationText, address: ToastAddress) => void;
  log: (line: string) => void;
};

export type NoticeActs = {
  /** Shows the window, and in it what the notification was about. */
  open: (address: ToastAddress) => void;
  /** Takes exactly that order, or says why it could not be taken. */
  accept: (shop: ShopKind, orderId: number) => void;
};

/** What a click on a notification and on its button do, wherever it comes from: the notification itself, the tray, or the Action Center. */
export function actOnNotices({ app, words, showWindow, say, log }: NoticeActions): NoticeActs {
  /** Windows tells of one press twice, by the notification and by the program; the second is no failure. */
  const taken = new Set<string>();

  function open(address: ToastAddress): void {
    showWindow();
    const { shop } = address;
    if (address.what === 'board') app.open({ shop, conversationId: null, orderId: null });
    if (address.what === 'connection') app.open({ shop, conversationId: null, orderId: null, view: 'connection' });
    if (address.what === 'chat') app.open({ shop, conversationId: address.conversationId, orderId: null });
    if (address.what !== 'order') return;
    const order = app.desk.order(shop, address.orderId);
    if (order) app.open({ shop, conversationId: order.conversationId, orderId: order.orderId });
  }

  function accept(shop: ShopKind, orderId: number): void {
    const key = `${shop}/${orderId}`;
    const order = app.desk.order(shop, orderId);
    if (order?.state === 'new' && take(shop, orderId)) {
      taken.add(key);
      return;
    }
    if (taken.delete(key)) return;
    say(notTakenText(app.desk.order(shop, orderId), { i18n: words.i18n, locale: words.locale() }), { shop, what: 'order', orderId });
  }

  function take(shop: ShopKind, orderId: number): boolean {
    try {
      return app.acceptOrder(shop, orderId);
    } catch (error) {
      log(`order ${orderId} could not be taken from its notification: ${String(error)}`);
      return false;
    }
  }

  return { open, accept };
}

/** The label of the one button that a notification of an order has. */
export const ACCEPT = msg`Accept`;
