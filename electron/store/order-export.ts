import type { Database } from 'better-sqlite3';
import { REHEARSAL_CUSTOMER } from '../../shared/domain/rehearsal.ts';
import type { OrderRow } from './orders.ts';

export type ExportedOrder = OrderRow & {
  name: string | null;
  username: string | null;
  /** Digits. */
  phone: string | null;
  language: string | null;
  received_at: number | null;
  /** 1 where no customer ordered, but the shop itself, in the name that its rehearsals bear. */
  by_rehearsal: number;
  /** Why it was declined or cancelled. */
  why: string | null;
};

/** The orders that a file is made of. Works on a read-only connection too. */
export function openOrderExport(db: Database) {
  const between = db.prepare<[string, string], ExportedOrder>(
    `SELECT o.*, c.name, c.username, c.language, m.received_at,
       EXISTS (SELECT 1 FROM customer_aliases WHERE customer_id = c.id AND kind = 'user_id' AND value = '${REHEARSAL_CUSTOMER}') AS by_rehearsal,
       (SELECT value FROM customer_aliases WHERE customer_id = c.id AND kind = 'wa_id' ORDER BY seen_at DESC, value LIMIT 1) AS phone,
       CASE WHEN o.state IN ('declined', 'cancelled') THEN (SELECT e.reason FROM order_events e
         WHERE e.order_id = o.id AND e.what = 'state' AND e.to_state = o.state ORDER BY e.id DESC LIMIT 1) END AS why
     FROM orders o JOIN customers c ON c.id = o.customer_id LEFT JOIN messages m ON m.wamid = o.message_wamid
     WHERE o.business_day BETWEEN ? AND ? AND o.rehearsal = 0 AND o.merged_into IS NULL ORDER BY o.business_day, o.number`,
  );
  return {
    /** Of some business days (YYYY-MM-DD, both included); no rehearsals, and none that went into another order. */
    between: (from: string, to: string): ExportedOrder[] => between.all(from, to),
  };
}
