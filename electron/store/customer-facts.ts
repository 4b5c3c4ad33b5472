import type { Database } from 'better-sqlite3';
import type { AliasKind } from '../../shared/domain/customer-identity.ts';
import type { OrderRow } from './orders.ts';

export type AliasRow = { kind: AliasKind; value: string; seen_at: number };
export type AskedRow = { catalog_id: string; retailer_id: string; times: number; last_at: number };

const OURS = 'FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE c.customer_id = ?';

/** What the memory holds of one customer beside their own row; a faithful one has years of it. */
export function openCustomerFacts(db: Database) {
  const aliases = db.prepare<[number], AliasRow>('SELECT kind, value, seen_at FROM customer_aliases WHERE customer_id = ? ORDER BY seen_at DESC, kind, value');
  const messages = db.prepare<[number], { n: number; first: number | null; last: number | null }>(
    `SELECT count(*) AS n, min(m.sent_at) AS first, max(m.sent_at) AS last ${OURS}`,
  );
  const conversations = db.prepare<[number], { id: number; phone_number_id: string; last_at: number; last_inbound_at: number | null }>(
    'SELECT id, phone_number_id, last_at, last_inbound_at FROM conversations WHERE customer_id = ? ORDER BY last_at DESC, id DESC',
  );
  const orders = db.prepare<[number], OrderRow>('SELECT * FROM orders WHERE customer_id = ? AND rehearsal = 0 ORDER BY placed_at DESC, id DESC');
  const asked = db.prepare<[number], AskedRow>(
    `SELECT coalesce(m.catalog_id, '') AS catalog_id, m.retailer_id, count(*) AS times, max(m.sent_at) AS last_at ${OURS} AND m.retailer_id IS NOT NULL
       AND m.direction = 'in' AND m.deleted_at IS NULL
     GROUP BY 1, 2 ORDER BY last_at DESC LIMIT 20`,
  );
  return {
    /** What Meta calls them, what was seen last first. */
    aliases: (customerId: number): AliasRow[] => aliases.all(customerId),
    messages: (customerId: number): { n: number; first: number | null; last: number | null } => messages.get(customerId) ?? { n: 0, first: null, last: null },
    conversations: (customerId: number) => conversations.all(customerId),
    /** Without rehearsals, the newest first. */
    orders: (customerId: number): OrderRow[] => orders.all(customerId),
    /** Products that they asked about, the newest question first, at most 20. */
    asked: (customerId: number): AskedRow[] => asked.all(customerId),
  };
}
