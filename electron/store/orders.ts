import type { Database } from 'better-sqlite3';
import type { OrderState } from '../../shared/domain/order.ts';

export type OrderRow = {
  id: number;
  number: number;
  business_day: string;
  state: OrderState;
  message_wamid: string;
  customer_id: number;
  placed_at: number;
  note: string | null;
  rehearsal: number;
  catalog_id: string;
  /** Found by reading again: it is shown, but it never rings. */
  quiet: number;
};
export type OrderLineRow = {
  position: number;
  retailer_id: string;
  quantity: number | null;
  quantity_raw: string;
  unit_minor: number | null;
  currency: string | null;
  unit_raw: string;
};
export type OrderEventRow = {
  at: number;
  who: 'customer' | 'operator' | 'program';
  from_state: OrderState | null;
  to_state: OrderState;
  reason: string | null;
};
export type NewOrder = {
  businessDay: string;
  messageWamid: string;
  customerId: number;
  placedAt: number;
  note: string | null;
  catalogId: string;
  quiet: boolean;
  lines: NewLine[];
};
export type NewLine = { retailerId: string; quantity: number | null; quantityRaw: string; unitMinor: number | null; currency: string | null; unitRaw: string };

/** Orders with their lines and their history; the key that repeated deliveries fall on is the message's wamid. */
export function openOrders(db: Database) {
  const nextNumber = db.prepare<[string], { n: number }>('SELECT coalesce(max(number), 0) + 1 AS n FROM orders WHERE business_day = ?');
  const insert = db.prepare(
    `INSERT INTO orders (number, business_day, state, message_wamid, customer_id, placed_at, note, catalog_id, quiet) VALUES (?, ?, 'new', ?, ?, ?, ?, ?, ?)`,
  );
  const insertLine = db.prepare(
    'INSERT INTO order_lines (order_id, position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertEvent = db.prepare('INSERT INTO order_events (order_id, at, who, from_state, to_state, reason) VALUES (?, ?, ?, ?, ?, ?)');
  const byId = db.prepare<[number], OrderRow>('SELECT * FROM orders WHERE id = ?');
  const byWamid = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE message_wamid = ?');
  const lines = db.prepare<[number], OrderLineRow>('SELECT * FROM order_lines WHERE order_id = ? ORDER BY position');
  const events = db.prepare<[number], OrderEventRow>('SELECT * FROM order_events WHERE order_id = ? ORDER BY id');
  const setState = db.prepare('UPDATE orders SET state = ? WHERE id = ? AND state = ?');
  const oldest = db.prepare<[OrderState, number], OrderRow>('SELECT * FROM orders WHERE state = ? ORDER BY placed_at, id LIMIT ?');
  const newestSince = db.prepare<[OrderState, number, number], OrderRow>(
    'SELECT * FROM orders WHERE state = ? AND placed_at >= ? ORDER BY placed_at DESC, id DESC LIMIT ?',
  );
  const count = db.prepare<[OrderState, number], { n: number }>('SELECT count(*) AS n FROM orders WHERE state = ? AND placed_at >= ?');
  const ringing = db.prepare<[], { id: number }>("SELECT id FROM orders WHERE state = 'new' AND quiet = 0 ORDER BY placed_at, id LIMIT 500");

  return {
    /** Stores a new order under the next number of its business day. */
    insert(order: NewOrder): number {
      const number = nextNumber.get(order.businessDay)?.n ?? 1;
      const id = Number(
        insert.run(number, order.businessDay, order.messageWamid, order.customerId, order.placedAt, order.note, order.catalogId, order.quiet ? 1 : 0)
          .lastInsertRowid,
      );
      for (const [position, line] of order.lines.entries()) {
        insertLine.run(id, position, line.retailerId, line.quantity, line.quantityRaw, line.unitMinor, line.currency, line.unitRaw);
      }
      insertEvent.run(id, order.placedAt, 'customer', null, 'new', null);
      return id;
    },
    get: (id: number): OrderRow | null => byId.get(id) ?? null,
    byWamid: (wamid: string): OrderRow | null => byWamid.get(wamid) ?? null,
    lines: (id: number): OrderLineRow[] => lines.all(id),
    events: (id: number): OrderEventRow[] => events.all(id),
    /** Moves an order on and writes its history; false where it is not in `from` any more. */
    move(id: number, from: OrderState, to: OrderState, event: { at: number; who: OrderEventRow['who']; reason: string | null }): boolean {
      if (setState.run(to, id, from).changes === 0) return false;
      insertEvent.run(id, event.at, event.who, from, to, event.reason);
      return true;
    },
    oldestIn: (state: OrderState, limit: number): OrderRow[] => oldest.all(state, limit),
    newestIn: (state: OrderState, since: number, limit: number): OrderRow[] => newestSince.all(state, since, limit),
    countIn: (state: OrderState, since = 0): number => count.get(state, since)?.n ?? 0,
    /** Orders that ring until somebody takes them: ids, oldest first, at most 500. */
    ringing: (): number[] => ringing.all().map((row) => row.id),
  };
}
