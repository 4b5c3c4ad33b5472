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
  const ofMessage = db.prepare<[number], MediaRow>('SELECT * FROM media WHERE message_id = ?');

  return {
    /** A message that arrived has this file: it is fetched as soon as may be. */
    want: (messageId: number, file: WantedMedia, at: number): void => void want.run({ ...file, messageId, at }),
    /** A message of ours carries this file; called in the transaction that writes the message. */
    addOutgoing: (messageId: number, file: OutgoingMedia): void => void addOutgoing.run({ ...file, messageId }),
    /** A message of ours that is sent again carries the same file; false where it is here no more. */
    copyOutgoing: (from: number, to: number): boolean => copy.run({ from, to }).changes > 0,
    get: (id: number): MediaRow | null => byId.get(id) ?? null,
    /** True while some message has this content. */
    isNamed: (hash: string): boolean => isNamed.get(hash) !== undefined,
    of: (messageId: number): MediaRow | null => ofMessage.get(messageId) ?? null,
  };
}
