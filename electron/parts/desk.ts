import { createHmac } from 'node:crypto';
import type { LightView } from '../../shared/contract/connection.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { hourSilence, isOpen } from '../../shared/domain/bell-hours.ts';
import { displayName } from '../../shared/domain/customer-identity.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { Line } from '../line.ts';
import { type DeskOrder, deskOrder } from '../queries/desk-order.ts';

export type { DeskOrder };

export type DeskOptions = {
  /** The main one first. */
  lines: () => Line[];
  values: () => Settings;
  /** The shop's time zone, IANA name. */
  day: () => { timeZone: string };
  ringing: () => { wakeUp(): void };
  now: () => number;
};

/** What a desktop knows of the orders and does beside the page: its notifications, its tray. */
export function createDesk({ lines, values, day, ringing, now }: DeskOptions) {
  const hours = () => ({ quietHours: values().quietHours, openingHours: values().openingHours, timeZone: day().timeZone });
  const lineOf = (shop: ShopKind) => lines().find((line) => line.shop === shop) ?? null;

  /** Timers stood still: what is due rings, is sent and is printed at once. */
  function wakeUp(): void {
    ringing().wakeUp();
    for (const line of lines()) {
      line.outbox.wake();
      line.printing.wake();
    }
  }

  return {
    /** The oldest orders that wait on the main line. */
    waiting(limit: number): DeskOrder[] {
      const [main] = lines();
      if (!main) return [];
      const oldest = main.store.orders.ringing().slice(0, limit);
      return oldest.flatMap(({ id }) => deskOrder(main.store, id) ?? []);
    },
    /** Ids of all that wait to be taken; none where that shop does not run. */
    waitingIds: (shop: ShopKind): Set<number> =>
      new Set(
        lineOf(shop)
          ?.store.orders.ringing()
          .map(({ id }) => id),
      ),
    /** Null where there is no such order, or that shop does not run. */
    order(shop: ShopKind, orderId: number): DeskOrder | null {
      const line = lineOf(shop);
      return line && deskOrder(line.store, orderId);
    },
    /** Who waits in a chat whose window closes soon, and for how many minutes more it is open; null where it is not, or that shop does not run. */
    closing(shop: ShopKind, conversationId: number): { customer: string | null; minutes: number } | null {
      const store = lineOf(shop)?.store;
      const conversation = store?.conversations.get(conversationId);
      const window = serviceWindow(conversation?.last_inbound_at ?? null, now());
      if (!store || !conversation || window.state !== 'open') return null;
      const customer = store.customers.get(conversation.customer_id);
      return { customer: customer && displayName(customer), minutes: Math.max(1, Math.floor((window.endsAt - now()) / 60_000)) };
    },
    /** What proves that a notification is of this shop's memory and no other; null where that shop does not run. */
    toastKey(shop: ShopKind): string | null {
      // That key is made with the memory itself, and stays as long.
      const own = lineOf(shop)?.store.facts.get('rehearsal_key') ?? null;
      return own === null ? null : createHmac('sha256', own).update('toast').digest('hex');
    },
    /** Whether an order is silent now because of the hour. */
    isQuiet(): boolean {
      return !values().ringInQuietHours && hourSilence(now(), hours()) !== null;
    },
    wakeUp,
    /** The computer slept. `since`: ms since epoch as the system says; null: not known. Every way in stands anew and is proved anew. */
    woke(since: number | null): void {
      for (const line of lines()) line.link.woke(since);
      wakeUp();
    },
    /** Whether Meta reaches that shop, and whether it ever did; null where it does not run. */
    light(shop: ShopKind): { light: LightView; reachedBefore: boolean } | null {
      const link = lineOf(shop)?.link;
      return link ? { light: link.light(), reachedBefore: link.reachedBefore() } : null;
    },
    /** Whether the shop is open, by its opening hours alone. */
    isOpen: (): boolean => isOpen(now(), hours()),
  };
}
export type Desk = ReturnType<typeof createDesk>;
