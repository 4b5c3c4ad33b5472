import type { Database } from 'better-sqlite3';
import type { Pricing } from '../../shared/contract/messages.ts';
import type { Tick } from '../../shared/domain/message-status.ts';
import type { Failure } from './messages.ts';

export type ParkedTick = { wamid: string; callbackId: string | null; status: Tick; at: number; failure: Failure | null; pricing?: Pricing | null };
type Row = { wamid: string; callback_id: string | null; status: Tick; at: number; failure: string | null; pricing: string | null };

/** Ticks of messages that are not known (yet): they wait here for the answer of the send call, or for ever if another program sent. */
export function openTickParking(db: Database) {
  const park = db.prepare(
    `INSERT INTO tick_parking (wamid, callback_id, status, at, failure, pricing) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (wamid, status) DO UPDATE SET
       failure = CASE WHEN excluded.at < at OR (excluded.at = at AND excluded.failure < failure) THEN excluded.failure ELSE failure END,
       at = min(at, excluded.at), callback_id = coalesce(callback_id, excluded.callback_id), pricing = max(coalesce(pricing, excluded.pricing), coalesce(excluded.pricing, pricing))`,
  );
  const take = db.prepare<[string], Row>("DELETE FROM tick_parking WHERE wamid = ? AND status <> 'deleted' RETURNING *");
  const parkDeletion = db.prepare(
    "INSERT INTO tick_parking (wamid, status, at) VALUES (?, 'deleted', ?) ON CONFLICT (wamid, status) DO UPDATE SET at = min(at, excluded.at)",
  );
  const deletion = db.prepare<[string], { at: number }>("SELECT at FROM tick_parking WHERE wamid = ? AND status = 'deleted'");
  const forget = db.prepare("DELETE FROM tick_parking WHERE wamid = ? AND status = 'deleted'");
  const count = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM tick_parking WHERE status <> 'deleted'");
  // Hardly ever anything: asked once, so that not every message has to ask.
  let deletions = db.prepare("SELECT 1 FROM tick_parking WHERE status = 'deleted' LIMIT 1").get() !== undefined;

  return {
    park: (tick: ParkedTick): void =>
      void park.run(
        tick.wamid,
        tick.callbackId,
        tick.status,
        tick.at,
        tick.failure && JSON.stringify(tick.failure),
        tick.pricing ? JSON.stringify(tick.pricing) : null,
      ),
    /** Takes out everything that waits for this wamid. */
    take: (wamid: string): ParkedTick[] =>
      take.all(wamid).map((row) => ({
        wamid: row.wamid,
        callbackId: row.callback_id,
        status: row.status,
        at: row.at,
        failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
        ...(row.pricing === null ? {} : { pricing: JSON.parse(row.pricing) as Pricing }),
      })),
    /** The customer deleted a message that has not arrived here (yet). */
    parkDeletion(wamid: string, at: number): void {
      parkDeletion.run(wamid, at);
      deletions = true;
    },
    /** When a message was deleted that arrives only now; null when it was not. */
    takeDeletion(wamid: string): number | null {
      if (!deletions) return null;
      const row = deletion.get(wamid);
      if (row) forget.run(wamid);
      return row?.at ?? null;
    },
    count: (): number => count.get()?.n ?? 0,
  };
}
