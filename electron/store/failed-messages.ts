import type { Database } from 'better-sqlite3';
import type { MessageRow } from './messages.ts';

/** Messages of ours that failed or are in doubt, and were neither sent again nor put aside. */
export function openFailedMessages(db: Database) {
  const list = db.prepare<[number], MessageRow>(
    `SELECT * FROM messages INDEXED BY messages_failed WHERE status IN ('failed', 'unknown') AND sent_again_as IS NULL AND dismissed_at IS NULL
     ORDER BY id DESC LIMIT ?`,
  );
  const dismiss = db.prepare('UPDATE messages SET dismissed_at = ? WHERE id = ? AND dismissed_at IS NULL');
  return {
    /** Newest first. */
    list: (limit: number): MessageRow[] => list.all(limit),
    /** False where that was done. */
    dismiss: (id: number, at: number): boolean => dismiss.run(at, id).changes > 0,
  };
}
