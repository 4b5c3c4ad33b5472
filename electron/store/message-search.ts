import type { Database } from 'better-sqlite3';

export type SearchedMessage = {
  id: number;
  conversation_id: number;
  direction: 'in' | 'out';
  type: string;
  sent_at: number;
  content: string;
};

const COLUMNS = 'm.id, m.conversation_id, m.direction, m.type, m.sent_at, m.content';
/** What stands at another message, and what never went, is no message of its own. */
const SHOWN = "m.folded_into IS NULL AND (m.direction = 'in' OR m.deleted_at IS NULL)";

/**
 * The index of every three letters of the messages' words. It is filled behind the arrivals: up to the message `messages_indexed` (facts), without those in
 * `messages_unindexed`. Reading works on a read-only connection too.
 */
export function openMessageSearch(db: Database) {
  const next = db.prepare<[number, number], SearchedMessage>(`SELECT ${COLUMNS} FROM messages m WHERE m.id > ? ORDER BY m.id LIMIT ?`);
  const changed = db.prepare<[number], SearchedMessage>(`SELECT ${COLUMNS} FROM messages_unindexed u JOIN messages m ON m.id = u.id ORDER BY u.id LIMIT ?`);
  const put = db.prepare('INSERT OR REPLACE INTO messages_search (rowid, words) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM messages_search WHERE rowid = ?');
  const clean = db.prepare('DELETE FROM messages_unindexed WHERE id = ?');
  const matching = db.prepare<[{ match: string; before: number; conversationId: number | null }], SearchedMessage>(
    `SELECT ${COLUMNS} FROM messages_search s JOIN messages m ON m.id = s.rowid
     WHERE messages_search MATCH @match AND s.rowid < @before AND (@conversationId IS NULL OR m.conversation_id = @conversationId) AND ${SHOWN} ORDER BY s.rowid DESC`,
  );
  const every = db.prepare<[{ from: number; conversationId: number | null }], SearchedMessage>(
    `SELECT ${COLUMNS} FROM messages m WHERE m.id > @from AND (@conversationId IS NULL OR m.conversation_id = @conversationId) AND ${SHOWN} ORDER BY m.id DESC`,
  );
  const inOne = db.prepare<[number], SearchedMessage>(
    `SELECT ${COLUMNS} FROM messages m WHERE m.conversation_id = ? AND ${SHOWN} ORDER BY m.sent_at DESC, m.id DESC`,
  );
  const pending = db.prepare<[], SearchedMessage>(
    `SELECT ${COLUMNS} FROM messages_unindexed u JOIN messages m ON m.id = u.id WHERE ${SHOWN} ORDER BY u.id DESC`,
  );

  return {
    /** Messages after this one, oldest first. */
    next: (afterId: number, limit: number): SearchedMessage[] => next.all(afterId, limit),
    /** Messages that changed after they were indexed. */
    changed: (limit: number): SearchedMessage[] => changed.all(limit),
    /** An empty text: nothing of it is found. */
    index(id: number, words: string): void {
      if (words === '') drop.run(id);
      else put.run(id, words);
      clean.run(id);
    },
    /** Indexed ones that match (FTS5's own language), newest first. */
    matching: (match: string, conversationId: number | null): IterableIterator<SearchedMessage> =>
      matching.iterate({ match, before: Number.MAX_SAFE_INTEGER, conversationId }),
    /** Ones after this id, or that changed since they were indexed, newest first: what the index does not know yet. */
    *unindexed(afterId: number, conversationId: number | null): IterableIterator<SearchedMessage> {
      yield* every.iterate({ from: afterId, conversationId });
      for (const row of pending.iterate()) if (row.id <= afterId && (conversationId === null || row.conversation_id === conversationId)) yield row;
    },
    /** All of them, newest first. */
    every: (conversationId: number | null): IterableIterator<SearchedMessage> =>
      conversationId === null ? every.iterate({ from: 0, conversationId }) : inOne.iterate(conversationId),
  };
}
