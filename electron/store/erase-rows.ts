import type { Database } from 'better-sqlite3';

/** Who they are, what waits to be sent, and what was written about their orders: gone. The orders' lines, amounts and moments stay. */
export function eraseOrderTexts(db: Database, customerId: number, at: number): void {
  const ORDERS = '(SELECT id FROM orders WHERE customer_id = @customerId)';
  const CHATS = '(SELECT id FROM conversations WHERE customer_id = @customerId)';
  for (const sql of [
    `DELETE FROM outbox WHERE conversation_id IN ${CHATS}`,
    'DELETE FROM customer_aliases WHERE customer_id = @customerId',
    'DELETE FROM reactions WHERE customer_id = @customerId',
    'DELETE FROM auto_answers WHERE customer_id = @customerId',
    `UPDATE conversations SET draft = NULL WHERE customer_id = @customerId`,
    `DELETE FROM order_asks WHERE order_id IN ${ORDERS}`,
    `DELETE FROM order_tells WHERE order_id IN ${ORDERS}`,
    `DELETE FROM print_jobs WHERE order_id IN ${ORDERS}`,
    `UPDATE order_revisions SET message_id = NULL WHERE order_id IN ${ORDERS}`,
    `UPDATE order_extras SET label = '–' WHERE order_id IN ${ORDERS}`,
    `UPDATE order_events SET reason = NULL, detail = CASE
         WHEN what = 'fulfilment' THEN json_set(detail, '$.address', NULL)
         WHEN what IN ('extra-added', 'extra-removed') THEN json_set(detail, '$.label', '–')
         ELSE detail END
       WHERE order_id IN ${ORDERS}`,
    'UPDATE orders SET note = NULL, address = NULL, coordinates = NULL, message_wamid = NULL, conversation_id = NULL WHERE customer_id = @customerId',
    `UPDATE customers SET name = NULL, username = NULL, named_at = NULL, username_at = NULL, called = NULL, note = NULL, tags = NULL, blocked_at = NULL,
       fulfilment = NULL, address = NULL, coordinates = NULL, language = NULL, erased_at = @at WHERE id = @customerId`,
  ])
    db.prepare(sql).run(sql.includes('@at') ? { customerId, at } : { customerId });
}

/** Some messages of a customer with all that belongs to them, and the arrivals that brought them. */
export function eraseMessages(db: Database, customerId: number, limit: number): { messages: number; files: number; logIds: number[] } {
  const rows = db
    .prepare<[number, number], { id: number; wamid: string | null; log_id: number | null }>(
      'SELECT id, wamid, log_id FROM messages WHERE conversation_id IN (SELECT id FROM conversations WHERE customer_id = ?) LIMIT ?',
    )
    .all(customerId, limit);
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const wamids = JSON.stringify(rows.flatMap(({ wamid }) => wamid ?? []));
  const files = db.prepare('DELETE FROM media WHERE message_id IN (SELECT value FROM json_each(?))').run(ids).changes;
  for (const [table, column] of [
    ['reactions', 'target_wamid'],
    ['message_edits', 'target_wamid'],
    ['tick_parking', 'wamid'],
  ] as const)
    db.prepare(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`).run(wamids);
  db.prepare('DELETE FROM outbox WHERE message_id IN (SELECT value FROM json_each(?))').run(ids);
  db.prepare('DELETE FROM messages_search WHERE rowid IN (SELECT value FROM json_each(?))').run(ids);
  db.prepare('DELETE FROM messages WHERE id IN (SELECT value FROM json_each(?))').run(ids);
  return { messages: rows.length, files, logIds: [...new Set(rows.flatMap(({ log_id: id }) => id ?? []))] };
}
