import type { Database } from 'better-sqlite3';
import type { MessageRow } from './messages.ts';

type Place = { sentAt: number; id: number };

/** Threads: the messages of a conversation by WhatsApp's time, without those that stand at another message. */
export function openThreads(db: Database) {
  const SHOWN = 'conversation_id = @conversationId AND folded_into IS NULL';
  type Asked = Place & { conversationId: number; limit: number };
  const before = db.prepare<[Asked], MessageRow>(
    `SELECT * FROM messages WHERE ${SHOWN} AND (sent_at, id) < (@sentAt, @id) ORDER BY sent_at DESC, id DESC LIMIT @limit`,
  );
  const after = db.prepare<[Asked], MessageRow>(`SELECT * FROM messages WHERE ${SHOWN} AND (sent_at, id) > (@sentAt, @id) ORDER BY sent_at, id LIMIT @limit`);
  return {
    /** Older ones than that place (null: the newest there are), newest first. */
    before: (conversationId: number, place: Place | null, limit: number): MessageRow[] =>
      before.all({ sentAt: place?.sentAt ?? Number.MAX_SAFE_INTEGER, id: place?.id ?? Number.MAX_SAFE_INTEGER, conversationId, limit }),
    /** Newer ones than that place, oldest first. */
    after: (conversationId: number, place: Place, limit: number): MessageRow[] => after.all({ ...place, conversationId, limit }),
  };
}
