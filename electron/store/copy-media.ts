import type { Database } from 'better-sqlite3';

/** A message that is sent again keeps its file; where that was uploaded lately, it is not uploaded once more. */
export function openMediaCopies(db: Database) {
  const copy = db.prepare(
    `INSERT INTO media (message_id, kind, wa_id, mime_type, filename, sha256, hash, size, width, height, duration_ms, state, reason, uploaded_at)
     SELECT ?, kind, wa_id, mime_type, filename, sha256, hash, size, width, height, duration_ms, state, reason, uploaded_at FROM media WHERE message_id = ?`,
  );
  return { copy: (fromMessageId: number, toMessageId: number): void => void copy.run(toMessageId, fromMessageId) };
}
