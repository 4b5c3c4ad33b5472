import type { Database } from 'better-sqlite3';
import type { OrderEventKind } from '../../shared/domain/order-event.ts';
import type { OrderState } from '../../shared/domain/order.ts';

export type OrderEventRow = {
  id: number;
  at: number;
  who: 'customer' | 'operator' | 'program';
  what: OrderEventKind;
  from_state: OrderState | null;
  to_state: OrderState;
  reason: string | null;
  /** JSON, see `ORDER_EVENTS`. */
  detail: string | null;
};
export type NewEvent = { at: number; who: OrderEventRow['who']; what: OrderEventKind; from: OrderState | null; to: OrderState } & {
  reason?: string | null;
  detail?: object;
};

/** Who or what did what to an order, and when; nothing is ever taken out. */
export function openOrderHistory(db: Database) {
  const insert = db.prepare('INSERT INTO order_events (order_id, at, who, what, from_state, to_state, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const select = db.prepare<[number], OrderEventRow>(
    'SELECT id, at, who, what, from_state, to_state, reason, detail FROM order_events WHERE order_id = ? ORDER BY id',
  );
  return {
    add: (orderId: number, event: NewEvent): void =>
      void insert.run(orderId, event.at, event.who, event.what, event.from, event.to, event.reason ?? null, event.detail ? JSON.stringify(event.detail) : null),
    of: (orderId: number): OrderEventRow[] => select.all(orderId),
    lastStep: (orderId: number): OrderEventRow | null => lastStepOf(select.all(orderId)),
  };
}

/** The last change of state in an order's history (oldest first), if it was not undone. */
export function lastStepOf(events: readonly OrderEventRow[]): OrderEventRow | null {
  const last = events.findLast(({ what, from_state: from }) => (what === 'state' || what === 'undone') && from !== null);
  return last?.what === 'state' ? last : null;
}
