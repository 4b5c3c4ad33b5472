import { isUtf8 } from 'node:buffer';
import type { Database } from 'better-sqlite3';
import { openFirstArrival } from './first-arrival.ts';

export type WebhookShape = 'cloud' | 'onprem' | 'none';
export type WebhookOutcome = 'applied' | 'partly' | 'unread' | 'redacted';
/** What proved a body: the app secret in force, the one before it, the secret path; or a person who imported it. */
export type WebhookProof = 'secret' | 'previous' | 'path' | 'import';
export type LoggedWebhook = {
  id: number;
  received_at: number;
  shape: WebhookShape;
  outcome: WebhookOutcome;
  reason: string | null;
  proof: WebhookProof | null;
  bytes: number;
};
export type Reading = { shape: WebhookShape; outcome: WebhookOutcome; reason: string | null };

/** Every body that came with the right proof, raw: the truth that everything inbound can be rebuilt from. */
export function openWebhookLog(db: Database) {
  const INTO = 'INSERT INTO webhook_log (body, shape, outcome, reason, reader, received_at, proof) VALUES';
  const insertBytes = db.prepare(`${INTO} (?, ?, ?, ?, ?, ?, ?)`);
  // The bytes are text already: a cast says so, where binding a string would turn them into UTF-16 and back.
  const insertText = db.prepare(`${INTO} (CAST(? AS TEXT), ?, ?, ?, ?, ?, ?)`);
  // What was cut out of a body stays cut, whatever is read of the rest.
  const update = db.prepare(
    "UPDATE webhook_log SET shape = ?, outcome = iif(outcome = 'redacted', 'redacted', ?), reason = iif(outcome = 'redacted', NULL, ?), reader = ? WHERE id = ?",
  );
  const older = db.prepare<[number, number], { body: string | Buffer; received_at: number }>(
    'SELECT body, received_at FROM webhook_log WHERE id = ? AND reader < ?',
  );
  const redact = db.prepare("UPDATE webhook_log SET body = ?, outcome = 'redacted', reason = NULL WHERE id = ?");
  const mentioning = db.prepare<[number, string], number>('SELECT id FROM webhook_log WHERE id >= ? AND instr(CAST(body AS TEXT), ?) > 0').pluck();
  const select = db.prepare<[number], { body: string | Buffer; received_at: number }>('SELECT body, received_at FROM webhook_log WHERE id = ?');
  // What a person imported has not come. It may be many rows, so they are passed once, and what comes after is remembered.
  const last = db.prepare<[], { received_at: number }>("SELECT received_at FROM webhook_log WHERE proof IS NOT 'import' ORDER BY id DESC LIMIT 1");
  let lastAt: number | null | undefined;
  const firstSince = openFirstArrival(db, 'webhook_log');
  const open = db.prepare<[], { n: number; id: number | null }>("SELECT count(*) AS n, max(id) AS id FROM webhook_log WHERE outcome IN ('partly', 'unread')");
  const openRow = db.prepare<[number], { received_at: number; reason: string | null }>('SELECT received_at, reason FROM webhook_log WHERE id = ?');
  const readable = db.prepare<[number, number], { id: number; body: string | Buffer; received_at: number }>(
    "SELECT id, body, received_at FROM webhook_log WHERE outcome IN ('partly', 'unread') AND reader < ? AND id > ? ORDER BY id LIMIT 200",
  );
  // Bodies that are no JSON are among them.
  const shopNumber = db
    .prepare<[], string>(
      `SELECT nullif(json_extract(body, '$.entry[0].changes[0].value.metadata.display_phone_number'), '') AS number
       FROM (SELECT body FROM webhook_log WHERE shape = 'cloud' ORDER BY id DESC LIMIT 50) WHERE typeof(body) = 'text' AND json_valid(body) AND number IS NOT NULL LIMIT 1`,
    )
    .pluck();
  const cut = db.prepare("UPDATE webhook_log SET body = ?, outcome = 'redacted' WHERE id = ?");
  // The size is read without the body.
  const LISTED = 'SELECT id, received_at, shape, outcome, reason, proof, octet_length(body) AS bytes FROM webhook_log';
  const listed = db.prepare<[number, number], LoggedWebhook>(`${LISTED} WHERE id < ? ORDER BY id DESC LIMIT ?`);
  const listedOpen = db.prepare<[number, number], LoggedWebhook>(`${LISTED} WHERE outcome IN ('partly', 'unread') AND id < ? ORDER BY id DESC LIMIT ?`);
  const listedOne = db.prepare<[number], LoggedWebhook>(`${LISTED} WHERE id = ?`);
  const lastId = db.prepare<[], number | null>('SELECT max(id) FROM webhook_log').pluck();

  return {
    /** The newest row's id; 0 where there is none. */
    lastId: (): number => lastId.get() ?? 0,
    /** What is left of a body after somebody's parts were cut out of it. */
    cut: (id: number, body: string): void => void cut.run(body, id),
    /** Keeps a body: as text where it is UTF-8 (other programs read it then), else as bytes. Returns the row's id. */
    add(body: Buffer, reading: Reading, reader: number, receivedAt: number, proof: WebhookProof | null = null): number {
      const insert = isUtf8(body) ? insertText : insertBytes;
      if (proof !== 'import') lastAt = undefined;
      return Number(insert.run(body, reading.shape, reading.outcome, reading.reason, reader, receivedAt, proof).lastInsertRowid);
    },
    settle(id: number, reading: Reading, reader: number): void {
      update.run(reading.shape, reading.outcome, reading.reason, reader, id);
    },
    body(id: number): { body: Buffer; receivedAt: number } | null {
      const row = select.get(id);
      return row ? { body: Buffer.from(row.body), receivedAt: row.received_at } : null;
    },
    /** The newest before an id first, without their bodies; `open`: those alone that were read in part or not at all. */
    list: ({ before, limit, open: onlyOpen }: { before: number | null; limit: number; open: boolean }): LoggedWebhook[] =>
      (onlyOpen ? listedOpen : listed).all(before ?? Number.MAX_SAFE_INTEGER, limit),
    listed: (id: number): LoggedWebhook | null => listedOne.get(id) ?? null,
    /** Puts what is left of a body in its place; see redact-log.ts. */
    redact: (id: number, body: string): void => void redact.run(body, id),
    /** Bodies from `fromId` on with that text somewhere; reads them all. */
    mentioning: (text: string, fromId: number): number[] => (text === '' ? [] : mentioning.all(fromId, text)),
    /** A body that an older reader read, however well; null for another. */
    readBefore(reader: number, id: number): { body: Buffer; receivedAt: number } | null {
      const row = older.get(id, reader);
      return row ? { body: Buffer.from(row.body), receivedAt: row.received_at } : null;
    },
    /** When a body last came; what was imported is none. */
    lastAt(): number | null {
      if (lastAt === undefined) lastAt = last.get()?.received_at ?? null;
      return lastAt;
    },
    /** How many came since then. */
    countSince(at: number): number {
      const { id, last } = firstSince(at);
      return last + 1 - id;
    },
    /** The shop's own telephone number, as what arrived last tells it; null where nothing did. */
    shopNumber: (): string | null => shopNumber.get() ?? null,
    /** Bodies that were read in part or not at all. */
    unread(): { count: number; lastAt: number | null; lastReason: string | null } {
      const { n = 0, id = null } = open.get() ?? {};
      const row = id === null ? undefined : openRow.get(id);
      return { count: n, lastAt: row?.received_at ?? null, lastReason: row?.reason ?? null };
    },
    /** Up to 200 bodies after `afterId` that an older reader could not read wholly. */
    readableAgain(reader: number, afterId: number): { id: number; body: Buffer; receivedAt: number }[] {
      return readable.all(reader, afterId).map((row) => ({ id: row.id, body: Buffer.from(row.body), receivedAt: row.received_at }));
    },
  };
}
export type WebhookLog = ReturnType<typeof openWebhookLog>;
