import type { Database } from 'better-sqlite3';

type ConversationRow = { id: number; phone_number_id: string };

/** Makes one customer of two that turned out to be the same person: everything of `from` becomes `into`'s, then `from` is gone. */
export function mergeCustomers(db: Database, from: number, into: number): void {
  db.prepare('UPDATE customer_aliases SET customer_id = ? WHERE customer_id = ?').run(into, from);
  db.prepare('UPDATE orders SET customer_id = ? WHERE customer_id = ?').run(into, from);
  const twin = db.prepare<[number, string], { id: number }>('SELECT id FROM conversations WHERE customer_id = ? AND phone_number_id = ?');
  for (const conversation of db.prepare<[number], ConversationRow>('SELECT id, phone_number_id FROM conversations WHERE customer_id = ?').all(from)) {
    const existing = twin.get(into, conversation.phone_number_id);
    if (existing) mergeConversations(db, conversation.id, existing.id);
    else db.prepare('UPDATE conversations SET customer_id = ? WHERE id = ?').run(into, conversation.id);
  }
  for (const [value, at] of [
    ['name', 'named_at'],
    ['username', 'username_at'],
  ] as const) {
    db.prepare(
      `UPDATE customers SET (${value}, ${at}) = (SELECT f.${value}, f.${at} FROM customers f WHERE f.id = @from)
       WHERE id = @into AND EXISTS (SELECT 1 FROM customers f WHERE f.id = @from AND f.${at} IS NOT NULL
         AND (f.${at}, f.${value}) > (coalesce(customers.${at}, -1), coalesce(customers.${value}, '')))`,
    ).run({ from, into });
  }
  db.prepare(
    `UPDATE customers SET (fulfilment, address, coordinates) = (SELECT f.fulfilment, f.address, f.coordinates FROM customers f WHERE f.id = @from)
     WHERE id = @into AND fulfilment IS NULL AND address IS NULL`,
  ).run({ from, into });
  db.prepare('UPDATE customers SET language = coalesce(language, (SELECT f.language FROM customers f WHERE f.id = @from)) WHERE id = @into').run({
    from,
    into,
  });
  db.prepare('DELETE FROM customers WHERE id = ?').run(from);
}

function mergeConversations(db: Database, from: number, into: number): void {
  db.prepare('UPDATE messages SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  db.prepare('UPDATE orders SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  db.prepare('UPDATE outbox SET conversation_id = ? WHERE conversation_id = ?').run(into, from);
  // Seen is the lesser of the two: better an old message shown as unread than a new one as read.
  db.prepare(
    `UPDATE conversations SET
       last_inbound_at = (SELECT max(last_inbound_at) FROM conversations WHERE id IN (@from, @into)),
       last_at = (SELECT max(last_at) FROM conversations WHERE id IN (@from, @into)),
       seen_message_id = (SELECT min(seen_message_id) FROM conversations WHERE id IN (@from, @into))
     WHERE id = @into`,
  ).run({ from, into });
  db.prepare('DELETE FROM conversations WHERE id = ?').run(from);
}
