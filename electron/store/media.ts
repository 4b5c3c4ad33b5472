import type { Database } from 'better-sqlite3';
import type { MediaKind, MediaView } from '../../shared/contract/messages.ts';
import type { Reason } from '../../shared/domain/reason.ts';

export type MediaRow = {
  id: number;
  message_id: number;
  kind: MediaKind;
  /** Meta's id of the file: of an inbound one as the webhook named it, of ours since it was uploaded. */
  wa_id: string | null;
  mime_type: string | null;
  filename: string | null;
  /** As Meta told it: base64 in webhooks. */
  sha256: string | null;
  /** Of the file in the data folder, hex; null while there is none. */
  hash: string | null;
  size: number | null;
  width: number | null;
  height: number | null;
  duration_ms: number | null;
  state: MediaView['state'];
  reason: Reason | null;
  tries: number;
  /** When it is fetched (again), ms; null: not by itself. */
  next_at: number | null;
  url: string | null;
  url_at: number | null;
  uploaded_at: number | null;
};

/** A file as a webhook names it. */
export type WantedMedia = {
  kind: MediaKind;
  waId: string;
  mimeType: string | null;
  filename: string | null;
  sha256: string | null;
  /** Where it lies at Meta, where the webhook said so. */
  url: string | null;
};

/** A file to be fetched, with where it came. */
export type DueMedia = MediaRow & { conversation_id: number; sent_at: number; phone_number_id: string };

/** A file of ours that lies in the data folder. */
export type OutgoingMedia = {
  kind: MediaKind;
  /** SHA-256 in hex. */
  hash: string;
  /** Bytes. */
  size: number;
  mimeType: string;
  filename: string | null;
  /** Pixels. */
  width: number | null;
  height: number | null;
  durationMs: number | null;
};

/** Files of messages; the bytes lie in the data folder, named by their hash. */
export function openMedia(db: Database) {
  const want = db.prepare(
    `INSERT INTO media (message_id, kind, wa_id, mime_type, filename, sha256, url, url_at, state, next_at)
     VALUES (@messageId, @kind, @waId, @mimeType, @filename, @sha256, @url, @at, 'wanted', @at) ON CONFLICT (message_id) DO NOTHING`,
  );
  const addOutgoing = db.prepare(
    `INSERT INTO media (message_id, kind, mime_type, filename, hash, size, width, height, duration_ms, state)
     VALUES (@messageId, @kind, @mimeType, @filename, @hash, @size, @width, @height, @durationMs, 'ready')`,
  );
  const copy = db.prepare(
    `INSERT INTO media (message_id, kind, mime_type, filename, hash, size, width, height, duration_ms, state, wa_id, uploaded_at)
     SELECT @to, kind, mime_type, filename, hash, size, width, height, duration_ms, 'ready', wa_id, uploaded_at FROM media
     WHERE message_id = @from AND hash IS NOT NULL`,
  );
  const byId = db.prepare<[number], MediaRow>('SELECT * FROM media WHERE id = ?');
  const isNamed = db.prepare<[string], { one: number }>('SELECT 1 AS one FROM media WHERE hash = ? LIMIT 1');
  const due = db.prepare<[{ now: number; limit: number }], DueMedia>(
    `SELECT m.*, g.conversation_id, g.sent_at, c.phone_number_id FROM media m JOIN messages g ON g.id = m.message_id JOIN conversations c ON c.id = g.conversation_id
     WHERE m.next_at <= @now AND m.state = 'wanted' ORDER BY m.next_at LIMIT @limit`,
  );
  const nextAt = db.prepare<[], { at: number | null }>('SELECT min(next_at) AS at FROM media WHERE next_at IS NOT NULL');
  const ready = db.prepare(
    `UPDATE media SET state = 'ready', hash = @hash, size = @size, mime_type = coalesce(mime_type, @mimeType), width = @width, height = @height,
       duration_ms = @durationMs, reason = NULL, next_at = NULL, url = NULL, url_at = NULL WHERE id = @id AND state = 'wanted'`,
  );
  const postpone = db.prepare("UPDATE media SET tries = ?, next_at = ?, url = NULL WHERE id = ? AND state = 'wanted'");
  const end = db.prepare(
    "UPDATE media SET state = @state, reason = @reason, size = coalesce(@size, size), next_at = NULL, url = NULL WHERE id = @id AND state = 'wanted'",
  );
  const ask = db.prepare(
    `UPDATE media SET state = 'wanted', next_at = @now, tries = 0, url = NULL, reason = iif(state = 'too-large' OR reason = 'media-too-large', 'media-too-large', NULL)
     WHERE id = @id AND state IN ('wanted', 'failed', 'gone', 'too-large') AND wa_id IS NOT NULL`,
  );
  const hurry = db.prepare("UPDATE media SET next_at = ? WHERE next_at IS NOT NULL AND state = 'wanted'");
  const uploaded = db.prepare('UPDATE media SET wa_id = ?, uploaded_at = ? WHERE message_id = ?');
  const remove = db.prepare(
    `UPDATE media SET state = 'removed', hash = NULL, sha256 = NULL, wa_id = NULL, filename = NULL, url = NULL, next_at = NULL, reason = NULL, uploaded_at = NULL
     WHERE message_id = ?`,
  );
  const gone = db.prepare(
    `INSERT INTO media (message_id, kind, wa_id, mime_type, filename, sha256, state)
     VALUES (@messageId, @kind, @waId, @mimeType, @filename, @sha256, 'gone') ON CONFLICT (message_id) DO NOTHING`,
  );
  const ofMessage = db.prepare<[number], MediaRow>('SELECT * FROM media WHERE message_id = ?');
  let removed = 0;

  return {
    /** A message that arrived has this file: it is fetched as soon as may be. */
    want: (messageId: number, file: WantedMedia, at: number): void => void want.run({ ...file, messageId, at }),
    /** A message of ours carries this file; called in the transaction that writes the message. */
    addOutgoing: (messageId: number, file: OutgoingMedia): void => void addOutgoing.run({ ...file, messageId }),
    /** A message of ours that is sent again carries the same file; false where it is here no more. */
    copyOutgoing: (from: number, to: number): boolean => copy.run({ from, to }).changes > 0,
    /** Files that are to be fetched now, with the conversation that they came in. */
    due: (now: number, limit: number): DueMedia[] => due.all({ now, limit }),
    /** When the next one is; null where none waits. */
    nextAt: (): number | null => nextAt.get()?.at ?? null,
    /** It is here; false where nobody wants it any more. */
    ready: (id: number, file: Omit<OutgoingMedia, 'kind' | 'filename' | 'mimeType'> & { mimeType: string | null }): boolean =>
      ready.run({ ...file, id }).changes > 0,
    /** Tried later, with a new address. */
    postpone: (id: number, tries: number, at: number): void => void postpone.run(tries, at, id),
    /** Not fetched by itself any more. */
    end: (id: number, state: 'failed' | 'gone' | 'too-large', reason: Reason, size: number | null): void => void end.run({ id, state, reason, size }),
    /** A person wants it, however large it is; false where there is nothing to be fetched. */
    ask: (id: number, now: number): boolean => ask.run({ id, now }).changes > 0,
    /** What waits is due at once (a person mended what held it up). */
    hurry: (now: number): void => void hurry.run(now),
    /** Meta has a file of ours under this id; null: it has it no more. */
    setUploaded: (messageId: number, waId: string | null, at: number | null): void => void uploaded.run(waId, at, messageId),
    /** The customer deleted it, or it was erased: its content goes with the next sweep. */
    remove(messageId: number): void {
      removed += remove.run(messageId).changes;
    },
    /** True once after `remove`: there may be content that nobody names. In memory: a start sweeps anyway. */
    takeRemoved(): boolean {
      const some = removed > 0;
      removed = 0;
      return some;
    },
    get: (id: number): MediaRow | null => byId.get(id) ?? null,
    /** True while some message has this content. */
    isNamed: (hash: string): boolean => isNamed.get(hash) !== undefined,
    /** A message had this file, and Meta has it no more. */
    gone({ url: _url, ...file }: WantedMedia, messageId: number): void {
      gone.run({ ...file, messageId });
    },
    of: (messageId: number): MediaRow | null => ofMessage.get(messageId) ?? null,
  };
}
