import type { Database } from 'better-sqlite3';

/** A row as it stands in its table. */
export type AnyRow = Readonly<Record<string, string | number | null | Buffer>>;
export type Place = { sentAt: number; id: number };

const OF_AN_ORDER = {
  lines: `SELECT l.*, p.name AS product_name FROM order_lines l JOIN orders o ON o.id = l.order_id
    LEFT JOIN products p ON p.catalog_id = coalesce(l.catalog_id, o.catalog_id) AND p.retailer_id = l.retailer_id WHERE l.order_id = ? ORDER BY l.position`,
  extras: 'SELECT * FROM order_extras WHERE order_id = ? ORDER BY id',
  history: 'SELECT * FROM order_events WHERE order_id = ? ORDER BY id',
  tells: 'SELECT * FROM order_tells WHERE order_id = ? ORDER BY at',
  asks: 'SELECT * FROM order_asks WHERE order_id = ? ORDER BY id',
  revisions: 'SELECT * FROM order_revisions WHERE order_id = ? ORDER BY id',
  revisionLines:
    'SELECT l.* FROM order_revision_lines l JOIN order_revisions r ON r.id = l.revision_id WHERE r.order_id = ? ORDER BY l.revision_id, l.position',
} as const;
export type OrderPart = keyof typeof OF_AN_ORDER;

/** All rows that are about one person, for the file that is handed to them: whole rows, so that what is added to a table is in it by itself. */
export function openPersonExport(db: Database) {
  const all = (sql: string) => db.prepare<[number], AnyRow>(sql);
  const customer = all('SELECT * FROM customers WHERE id = ?');
  const aliases = all('SELECT kind, value, seen_at FROM customer_aliases WHERE customer_id = ? ORDER BY seen_at, kind, value');
  const conversations = all('SELECT * FROM conversations WHERE customer_id = ? ORDER BY id');
  const autoAnswers = all('SELECT * FROM auto_answers WHERE customer_id = ? ORDER BY day, kind');
  const orders = all('SELECT * FROM orders WHERE customer_id = ? ORDER BY placed_at, id');
  const orderParts = Object.fromEntries(Object.entries(OF_AN_ORDER).map(([part, sql]) => [part, all(sql)]));
  const questions = all(
    `SELECT m.id AS message_id, m.sent_at, m.catalog_id, m.retailer_id, p.name AS product_name, m.content FROM messages m
     JOIN conversations c ON c.id = m.conversation_id LEFT JOIN products p ON p.catalog_id = coalesce(m.catalog_id, '') AND p.retailer_id = m.retailer_id
     WHERE c.customer_id = ? AND m.retailer_id IS NOT NULL AND m.direction = 'in' ORDER BY m.sent_at, m.id`,
  );
  const messages = db.prepare<[{ conversationId: number; sentAt: number; id: number; limit: number }], AnyRow>(
    'SELECT * FROM messages WHERE conversation_id = @conversationId AND (sent_at, id) > (@sentAt, @id) ORDER BY sent_at, id LIMIT @limit',
  );
  const media = all('SELECT * FROM media WHERE message_id = ?');
  const reactions = db.prepare<[string], AnyRow>('SELECT * FROM reactions WHERE target_wamid = ? ORDER BY at');
  const edits = db.prepare<[string], AnyRow>('SELECT * FROM message_edits WHERE target_wamid = ? ORDER BY at');
  const bodies = db.prepare<[number, number, string], { id: number; body: string | Buffer; received_at: number }>(
    `SELECT id, body, received_at FROM webhook_log WHERE id > ? AND id <= ?
       AND EXISTS (SELECT 1 FROM json_each(?) needle WHERE instr(body, needle.value) > 0) ORDER BY id`,
  );
  const lastBody = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM webhook_log').pluck();

  return {
    customer: (customerId: number): AnyRow | null => customer.get(customerId) ?? null,
    aliases: (customerId: number): AnyRow[] => aliases.all(customerId),
    conversations: (customerId: number): AnyRow[] => conversations.all(customerId),
    autoAnswers: (customerId: number): AnyRow[] => autoAnswers.all(customerId),
    /** Rehearsals too, the oldest first. */
    orders: (customerId: number): AnyRow[] => orders.all(customerId),
    orderPart: (part: OrderPart, orderId: number): AnyRow[] => orderParts[part]?.all(orderId) ?? [],
    questions: (customerId: number): AnyRow[] => questions.all(customerId),
    /** The next messages of a chat, the oldest first. */
    messages: (conversationId: number, after: Place | null, limit: number): AnyRow[] =>
      messages.all({ conversationId, sentAt: after?.sentAt ?? -1, id: after?.id ?? 0, limit }),
    media: (messageId: number): AnyRow | null => media.get(messageId) ?? null,
    reactions: (wamid: string): AnyRow[] => reactions.all(wamid),
    edits: (wamid: string): AnyRow[] => edits.all(wamid),
    /** Bodies of the log after one, up to another, in which one of these words stands. */
    bodies: (after: number, until: number, words: readonly string[]) => bodies.all(after, until, JSON.stringify(words)),
    lastBody: (): number => lastBody.get() ?? 0,
  };
}
