import type { Database } from 'better-sqlite3';
import { type Fulfilment, isClosed, type OrderState, type PaymentMethod } from '../../shared/domain/order.ts';

export type OrderRow = {
  id: number;
  number: number;
  business_day: string;
  state: OrderState;
  /** Null for an order made by hand. */
  message_wamid: string | null;
  customer_id: number;
  /** Null where the customer has no chat (an order by telephone). */
  conversation_id: number | null;
  placed_at: number;
  note: string | null;
  rehearsal: number;
  catalog_id: string;
  /** Found by reading again: it is shown, but it never rings. */
  quiet: number;
  /** When it began to ring: its arrival, or the moment at which its taking was undone. */
  rings_from: number;
  accepted_at: number | null;
  closed_at: number | null;
  promised_at: number | null;
  paid_at: number | null;
  paid_by: PaymentMethod | null;
  fulfilment: Fulfilment | null;
  address: string | null;
  /** "latitude, longitude", as WhatsApp gave them. */
  coordinates: string | null;
  kept_apart: number;
  merged_into: number | null;
  request_id: string | null;
};
export type OrderLineRow = {
  position: number;
  retailer_id: string;
  quantity: number | null;
  quantity_raw: string;
  unit_minor: number | null;
  currency: string | null;
  unit_raw: string;
  /** What was ordered, where that was changed since; else null. */
  ordered_quantity: number | null;
  /** Where the line came from another catalogue than the order; else null. */
  catalog_id: string | null;
};
export type NewOrder = {
  businessDay: string;
  /** Null for an order made by hand; then `requestId` is what repeated calls fall on. */
  messageWamid: string | null;
  requestId?: string;
  customerId: number;
  conversationId: number | null;
  placedAt: number;
  /** When it arrived here. */
  receivedAt: number;
  note: string | null;
  catalogId: string;
  quiet: boolean;
  rehearsal: boolean;
  lines: NewLine[];
};
export type NewLine = {
  retailerId: string;
  quantity: number | null;
  quantityRaw: string;
  unitMinor: number | null;
  currency: string | null;
  unitRaw: string;
  /** Given where it is not the order's own. */
  catalogId?: string | null;
  orderedQuantity?: number | null;
};

/** Orders with their lines; the key that repeated deliveries fall on is the message's wamid. */
export function openOrders(db: Database) {
  const nextNumber = db.prepare<[string], { n: number }>('SELECT max(coalesce(max(number), 0), 0) + 1 AS n FROM orders WHERE business_day = ?');
  const nextRehearsal = db.prepare<[string], { n: number }>('SELECT min(coalesce(min(number), 0), 0) - 1 AS n FROM orders WHERE business_day = ?');
  const insert = db.prepare(
    `INSERT INTO orders (number, business_day, state, message_wamid, customer_id, conversation_id, placed_at, note, rehearsal, catalog_id, quiet, rings_from, request_id)
     VALUES (?, ?, 'new', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertLine = db.prepare(
    'INSERT INTO order_lines (order_id, position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw, catalog_id, ordered_quantity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = db.prepare<[number], OrderRow>('SELECT * FROM orders WHERE id = ?');
  const byWamid = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE message_wamid = ?');
  const byRequest = db.prepare<[string], OrderRow>('SELECT * FROM orders WHERE request_id = ?');
  const lines = db.prepare<[number], OrderLineRow>(
    'SELECT position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw, ordered_quantity, catalog_id FROM order_lines WHERE order_id = ? ORDER BY position',
  );
  const setState = db.prepare(
    `UPDATE orders SET state = @to, accepted_at = CASE @to WHEN 'new' THEN NULL WHEN 'accepted' THEN coalesce(accepted_at, @at) ELSE accepted_at END,
       closed_at = CASE WHEN @closed THEN @at END, rings_from = CASE @to WHEN 'new' THEN @at ELSE rings_from END
     WHERE id = @id AND state = @from`,
  );
  // Of no states: of every state.
  const pageOf = (whose: string) =>
    db.prepare<[{ states: string; customerId: number | null; placedAt: number; id: number; limit: number }], OrderRow>(
      `SELECT * FROM orders WHERE ${whose} AND (placed_at, id) < (@placedAt, @id) AND (@states = '[]' OR state IN (SELECT value FROM json_each(@states)))
       ORDER BY placed_at DESC, id DESC LIMIT @limit`,
    );
  const pages = { all: pageOf('@customerId IS NULL'), one: pageOf('customer_id = @customerId') };
  const oldest = db.prepare<[OrderState, number], OrderRow>('SELECT * FROM orders WHERE state = ? ORDER BY placed_at, id LIMIT ?');
  // Only what has come to its end has that moment.
  const closedSince = db.prepare<[number, number], OrderRow>('SELECT * FROM orders WHERE closed_at >= ? ORDER BY closed_at DESC, id DESC LIMIT ?');
  const countClosed = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM orders WHERE closed_at >= ?');
  const count = db.prepare<[OrderState], { n: number }>('SELECT count(*) AS n FROM orders WHERE state = ?');
  const ringing = db.prepare<[], { id: number; rings_from: number; late: number | null }>(
    `SELECT o.id, o.rings_from, m.late FROM orders o LEFT JOIN messages m ON m.wamid = o.message_wamid
     WHERE o.state = 'new' AND o.quiet = 0 ORDER BY o.placed_at, o.id LIMIT 500`,
  );
  const recent = db.prepare<[{ customerId: number; id: number; since: number; until: number }], OrderRow>(
    `SELECT * FROM orders WHERE state IN ('new', 'accepted', 'preparing') AND customer_id = @customerId AND id <> @id AND rehearsal = 0
       AND placed_at BETWEEN @since AND @until AND (placed_at, id) < (SELECT placed_at, id FROM orders WHERE id = @id)
     ORDER BY placed_at DESC, id DESC LIMIT 1`,
  );
  const set = {
    note: db.prepare('UPDATE orders SET note = ? WHERE id = ?'),
    promised_at: db.prepare('UPDATE orders SET promised_at = ? WHERE id = ?'),
    kept_apart: db.prepare('UPDATE orders SET kept_apart = ? WHERE id = ?'),
    merged_into: db.prepare('UPDATE orders SET merged_into = ? WHERE id = ?'),
  };
  const setPaid = db.prepare('UPDATE orders SET paid_at = ?, paid_by = ? WHERE id = ?');
  const setFulfilment = db.prepare('UPDATE orders SET fulfilment = ?, address = ?, coordinates = ? WHERE id = ?');
  const setQuantity = db.prepare(
    `UPDATE order_lines SET ordered_quantity = nullif(coalesce(ordered_quantity, quantity), @quantity), quantity = @quantity
     WHERE order_id = @id AND position = @position`,
  );
  const giveChat = db.prepare('UPDATE orders SET conversation_id = ? WHERE customer_id = ? AND conversation_id IS NULL AND rehearsal = 0');
  const openOf = db.prepare<[number], number>('SELECT id FROM orders WHERE customer_id = ? AND closed_at IS NULL').pluck();

  const newest = db.prepare<[number, number], OrderRow>(
    `SELECT * FROM orders WHERE customer_id = ? AND rehearsal = 0 AND merged_into IS NULL AND (closed_at IS NULL OR closed_at >= ?)
     ORDER BY closed_at IS NOT NULL, placed_at DESC, id DESC LIMIT 1`,
  );

  return {
    /** Stores a new order under the next number of its business day; rehearsals count downwards from -1 and leave no gap. */
    insert(order: NewOrder): number {
      const number = (order.rehearsal ? nextRehearsal : nextNumber).get(order.businessDay)?.n ?? 1;
      const id = Number(
        insert.run(
          number,
          order.businessDay,
          order.messageWamid,
          order.customerId,
          order.conversationId,
          order.placedAt,
          order.note,
          order.rehearsal ? 1 : 0,
          order.catalogId,
          order.quiet ? 1 : 0,
          order.receivedAt,
          order.requestId ?? null,
        ).lastInsertRowid,
      );
      this.addLines(id, 0, order.lines);
      return id;
    },
    /** Appends lines from a position on. */
    addLines(id: number, from: number, added: readonly NewLine[]): void {
      for (const [index, line] of added.entries()) {
        const { retailerId, quantity, quantityRaw, unitMinor, currency, unitRaw, catalogId = null, orderedQuantity = null } = line;
        insertLine.run(id, from + index, retailerId, quantity, quantityRaw, unitMinor, currency, unitRaw, catalogId, orderedQuantity);
      }
    },
    get: (id: number): OrderRow | null => byId.get(id) ?? null,
    byWamid: (wamid: string): OrderRow | null => byWamid.get(wamid) ?? null,
    byRequestId: (requestId: string): OrderRow | null => byRequest.get(requestId) ?? null,
    /** A customer's newest open order, else the newest that was closed since then. */
    newestOf: (customerId: number, closedSince: number): OrderRow | null => newest.get(customerId, closedSince) ?? null,
    lines: (id: number): OrderLineRow[] => lines.all(id),
    /** Moves an order to a state; false where it is not in `from` any more. */
    move: (id: number, from: OrderState, to: OrderState, at: number): boolean => setState.run({ id, from, to, at, closed: isClosed(to) ? 1 : 0 }).changes > 0,
    setPromised: (id: number, at: number | null): void => void set.promised_at.run(at, id),
    setNote: (id: number, note: string): void => void set.note.run(note, id),
    setPaid: (id: number, paid: { at: number; by: PaymentMethod } | null): void => void setPaid.run(paid?.at ?? null, paid?.by ?? null, id),
    setFulfilment: (id: number, kind: Fulfilment | null, address: string | null, coordinates: string | null): void =>
      void setFulfilment.run(kind, address, coordinates, id),
    /** Changes a line's quantity and keeps what was ordered, until it is again what was ordered; 0 strikes it. */
    setQuantity: (id: number, position: number, quantity: number): void => void setQuantity.run({ quantity, id, position }),
    /** Who ordered by telephone has a chat from now on: their orders without one are told there. */
    giveChat: (customerId: number, conversationId: number): void => void giveChat.run(conversationId, customerId),
    /** Of one customer, what is not at its end. */
    openOf: (customerId: number): number[] => openOf.all(customerId),
    setKeptApart: (id: number): void => void set.kept_apart.run(1, id),
    setMergedInto: (id: number, into: number): void => void set.merged_into.run(into, id),
    /** The customer's open order that came just before this one, at most `withinMs` earlier. */
    justBefore(order: OrderRow, withinMs: number): OrderRow | null {
      return recent.get({ customerId: order.customer_id, id: order.id, since: order.placed_at - withinMs, until: order.placed_at }) ?? null;
    },
    /** Orders in some states (none named: in every state), of one customer (null: of all), the newest first; `before` is where the last page ended. */
    page(of: { states: readonly OrderState[]; customerId: number | null; before: { placedAt: number; id: number } | null }, limit: number): OrderRow[] {
      const end = of.before ?? { placedAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };
      const page = of.customerId === null ? pages.all : pages.one;
      return page.all({ states: JSON.stringify(of.states), customerId: of.customerId, ...end, limit });
    },
    oldestIn: (state: OrderState, limit: number): OrderRow[] => oldest.all(state, limit),
    countIn: (state: OrderState): number => count.get(state)?.n ?? 0,
    /** Orders that came to their end since then, the newest first. */
    closedSince: (since: number, limit: number): OrderRow[] => closedSince.all(since, limit),
    countClosed: (since: number): number => countClosed.get(since)?.n ?? 0,
    /** Orders that ring until somebody takes them, oldest first, at most 500. */
    ringing: (): { id: number; from: number; late: boolean }[] => ringing.all().map((row) => ({ id: row.id, from: row.rings_from, late: row.late === 1 })),
  };
}
