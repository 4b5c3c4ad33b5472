import type { Database } from 'better-sqlite3';

export type UnmarkedRow = { id: number; phone_number_id: string; seen_message_id: number };

/** What the operator has seen and Meta was not told of yet. */
export function openReadMarks(db: Database) {
  const open = db.prepare<[], UnmarkedRow>('SELECT id, phone_number_id, seen_message_id FROM conversations WHERE seen_message_id > read_sent_id');
  const newest = db.prepare<[{ id: number; upTo: number; since: number }], { wamid: string }>(
    `SELECT wamid FROM messages WHERE conversation_id = @id AND direction = 'in' AND quiet = 0 AND id <= @upTo AND sent_at >= @since AND wamid LIKE 'wamid.%'
     ORDER BY sent_at DESC, id DESC LIMIT 1`,
  );
  const told = db.prepare('UPDATE conversations SET read_sent_id = max(read_sent_id, ?) WHERE id = ?');
  return {
    open: (): UnmarkedRow[] => open.all(),
    /** The newest message of the customer among those, sent since then; null where there is none that Meta could mark. */
    newest: (conversationId: number, upTo: number, since: number): string | null => newest.get({ id: conversationId, upTo, since })?.wamid ?? null,
    told: (conversationId: number, upTo: number): void => void told.run(upTo, conversationId),
  };
}
