import type { Database } from 'better-sqlite3';
import type { OrderState, PaymentMethod } from '../../shared/domain/order.ts';

export type CountedOrder = {
  id: number;
  state: OrderState;
  rings_from: number;
  arrived_at: number;
  accepted_at: number | null;
  closed_at: number | null;
  paid_by: PaymentMethod | null;
  quiet: number;
  by_hand: number;
};
/** Amounts of one size, and how often they occur: sums of money may leave what SQLite's integers hold, so they are made outside of it. */
type Repeated = { currency: string; minor: number; quantity: number; times: number };
export type DayAmount = Repeated & { day: string; paid_by: PaymentMethod | null };
export type ArticleAmount = { catalog_id: string; retailer_id: string; name: string | null; currency: string | null; minor: number | null } & Pick<
  Repeated,
  'quantity' | 'times'
>;
export type AskedCount = { catalog_id: string; retailer_id: string; name: string | null; times: number; times30: number };
export type RefusedCount = { state: 'declined' | 'cancelled'; reason: string | null; orders: number };

/** Rehearsals count nowhere; an order that went into another one is counted there. */
const COUNTS = 'o.rehearsal = 0 AND o.merged_into IS NULL';
const EARNS = `${COUNTS} AND o.state NOT IN ('declined', 'cancelled')`;

/** What the day book's figures are made of; days are business days as YYYY-MM-DD. Works on a read-only connection too. */
export function openDayBook(db: Database) {
  const orders = db.prepare<[string], CountedOrder>(
    `SELECT o.id, o.state, o.rings_from, coalesce(m.received_at, o.placed_at) AS arrived_at, o.accepted_at, o.closed_at, o.paid_by, o.quiet,
       o.message_wamid IS NULL AS by_hand
     FROM orders o LEFT JOIN messages m ON m.wamid = o.message_wamid WHERE o.business_day = ? AND ${COUNTS}`,
  );
  const lineAmounts = db.prepare<[string, string], DayAmount>(
    `SELECT o.business_day AS day, o.paid_by, l.currency, l.unit_minor AS minor, l.quantity, count(*) AS times
     FROM orders o JOIN order_lines l ON l.order_id = o.id
     WHERE o.business_day BETWEEN ? AND ? AND ${EARNS} AND l.quantity <> 0 AND l.unit_minor IS NOT NULL AND l.currency IS NOT NULL
     GROUP BY o.business_day, o.paid_by, l.currency, l.unit_minor, l.quantity`,
  );
  const extraAmounts = db.prepare<[string, string], DayAmount>(
    `SELECT o.business_day AS day, o.paid_by, x.currency, CASE x.kind WHEN 'discount' THEN -x.minor ELSE x.minor END AS minor, 1 AS quantity, count(*) AS times
     FROM orders o JOIN order_extras x ON x.order_id = o.id
     WHERE o.business_day BETWEEN ? AND ? AND ${EARNS} AND x.removed_at IS NULL
     GROUP BY o.business_day, o.paid_by, x.currency, x.kind, x.minor`,
  );
  const unclear = db.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM orders o JOIN order_lines l ON l.order_id = o.id
     WHERE o.business_day = ? AND ${EARNS} AND l.quantity IS NOT 0 AND (l.quantity IS NULL OR l.unit_minor IS NULL OR l.currency IS NULL)`,
  );
  const articles = db.prepare<[string], ArticleAmount>(
    `SELECT coalesce(l.catalog_id, o.catalog_id) AS catalog_id, l.retailer_id, p.name, l.currency, l.unit_minor AS minor, l.quantity, count(*) AS times
     FROM orders o JOIN order_lines l ON l.order_id = o.id
     LEFT JOIN products p ON p.catalog_id = coalesce(l.catalog_id, o.catalog_id) AND p.retailer_id = l.retailer_id
     WHERE o.business_day = ? AND ${EARNS} AND l.quantity > 0
     GROUP BY coalesce(l.catalog_id, o.catalog_id), l.retailer_id, l.currency, l.unit_minor, l.quantity`,
  );
  const refused = db.prepare<[string], RefusedCount>(
    `SELECT state, reason, count(*) AS orders FROM (
       SELECT o.state, (SELECT nullif(trim(e.reason), '') FROM order_events e
         WHERE e.order_id = o.id AND e.what = 'state' AND e.to_state = o.state ORDER BY e.id DESC LIMIT 1) AS reason
       FROM orders o WHERE o.business_day = ? AND ${COUNTS} AND o.state IN ('declined', 'cancelled'))
     GROUP BY state, reason ORDER BY orders DESC, state DESC, reason`,
  );
  const ordersPerDay = db.prepare<[string, string], { day: string; orders: number }>(
    `SELECT o.business_day AS day, count(*) AS orders FROM orders o WHERE o.business_day BETWEEN ? AND ? AND ${COUNTS} GROUP BY o.business_day`,
  );
  const firstDay = db.prepare<[], { day: string }>(`SELECT o.business_day AS day FROM orders o WHERE ${COUNTS} ORDER BY o.business_day LIMIT 1`);

  const asked = db.prepare<[{ from: number; from30: number; to: number }], AskedCount>(
    `SELECT a.*, p.name FROM (
       SELECT catalog_id, retailer_id, sum(sent_at >= @from) AS times, count(*) AS times30 FROM messages INDEXED BY messages_asked
       WHERE retailer_id IS NOT NULL AND sent_at >= @from30 AND sent_at < @to GROUP BY retailer_id, catalog_id) a
     LEFT JOIN products p ON p.catalog_id = a.catalog_id AND p.retailer_id = a.retailer_id
     WHERE a.times30 > 0 ORDER BY a.times DESC, a.times30 DESC, a.retailer_id LIMIT 20`,
  );

  return {
    orders: (day: string): CountedOrder[] => orders.all(day),
    /** Of lines and extras whose amount is clear; a discount is negative. */
    amounts: (from: string, to: string): DayAmount[] => [...lineAmounts.all(from, to), ...extraAmounts.all(from, to)],
    /** Lines whose price or quantity is unclear. */
    unclear: (day: string): number => unclear.get(day)?.n ?? 0,
    articles: (day: string): ArticleAmount[] => articles.all(day),
    /** Declined and cancelled ones, the commonest reason first. */
    refused: (day: string): RefusedCount[] => refused.all(day),
    /** Articles that questions were about from `from` (of the day) and from `from30` on, until `to`; ms since epoch, WhatsApp's time. */
    asked: (from: number, from30: number, to: number): AskedCount[] => asked.all({ from, from30, to }),
    ordersPerDay: (from: string, to: string): { day: string; orders: number }[] => ordersPerDay.all(from, to),
    firstDay: (): string | null => firstDay.get()?.day ?? null,
  };
}
export type DayBookStore = ReturnType<typeof openDayBook>;
