import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

export type SearchedCustomer = { id: number; name: string | null; username: string | null; called: string | null; note: string | null; tags: string[] };

/** Everything that customers are known by, read through: there are far fewer of them than of messages. */
export function openCustomerSearch(db: Database) {
  type Row = Omit<SearchedCustomer, 'tags'> & { tags: string | null };
  const all = db.prepare<[], Row>(
    'SELECT id, name, username, called, note, tags FROM customers WHERE name IS NOT NULL OR username IS NOT NULL OR called IS NOT NULL OR note IS NOT NULL OR tags IS NOT NULL',
  );
  const byDigits = db.prepare<[string], { id: number; value: string }>(
    "SELECT customer_id AS id, value FROM customer_aliases WHERE kind = 'wa_id' AND instr(value, ?) > 0 ORDER BY seen_at DESC",
  );
  const newestChat = db.prepare<[number], { id: number; last_at: number }>(
    `SELECT id, last_at FROM conversations WHERE customer_id = ? AND phone_number_id <> '${REHEARSAL_NUMBER}' ORDER BY last_at DESC, id DESC LIMIT 1`,
  );
  return {
    *all(): IterableIterator<SearchedCustomer> {
      for (const row of all.iterate()) yield { ...row, tags: row.tags === null ? [] : (JSON.parse(row.tags) as string[]) };
    },
    /** Whose phone number has these digits in it. */
    byDigits: (digits: string): { id: number; value: string }[] => byDigits.all(digits),
    /** The chat that a customer wrote in last; null for who never wrote. */
    newestChat: (customerId: number): { id: number; last_at: number } | null => newestChat.get(customerId) ?? null,
  };
}
