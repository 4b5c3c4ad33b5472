import type { Database } from 'better-sqlite3';
import { openFirstArrival } from './first-arrival.ts';

export type ArrivalQuestion = {
  /** Bodies from this one on; null: from `since` on. */
  logId: number | null;
  /** ms, this computer's clock. */
  since: number;
  until: number;
  /** Texts, one of which has to stand in the body. */
  marks: readonly [string, string];
};

/** How many bodies are looked through at most. */
const BODIES = 20_000;
const FOUND = 50;

/** Bodies that speak of a message, out of `webhook_log`. */
export function openArrivals(db: Database) {
  const firstSince = openFirstArrival(db, 'webhook_log');
  const speaking = db.prepare<[{ from: number; until: number; one: string; other: string }], { body: string | Buffer; received_at: number }>(
    `SELECT body, received_at FROM (SELECT id, body, received_at FROM webhook_log WHERE id >= @from AND received_at <= @until ORDER BY id LIMIT ${BODIES})
     WHERE instr(body, @one) > 0 OR instr(body, @other) > 0 ORDER BY id LIMIT ${FOUND}`,
  );

  return {
    /** Oldest first, at most 50 of the 20,000 that are looked through. */
    find({ logId, since, until, marks: [one, other] }: ArrivalQuestion): { body: string; receivedAt: number }[] {
      const rows = speaking.all({ from: logId ?? firstSince(since).id, until, one, other });
      return rows.map(({ body, received_at: receivedAt }) => ({ body: body.toString(), receivedAt }));
    },
  };
}
