import type { Database } from 'better-sqlite3';

/** Texts that were begun and not sent, one a conversation. */
export function openDrafts(db: Database) {
  const keep = db.prepare('UPDATE conversations SET draft = @text WHERE id = @id AND draft IS NOT @text');
  return {
    /** An empty text forgets it; false where nothing changed by it. */
    keep: (conversationId: number, text: string): boolean => keep.run({ id: conversationId, text: text === '' ? null : text }).changes > 0,
  };
}
