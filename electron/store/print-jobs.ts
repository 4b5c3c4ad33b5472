import type { Database } from 'better-sqlite3';
import type { Reason } from '../../shared/domain/reason.ts';

export type PrintJobRow = {
  id: number;
  kind: 'ticket' | 'test' | 'day-close';
  order_id: number | null;
  business_day: string | null;
  state: 'queued' | 'printing' | 'printed' | 'failed' | 'cancelled';
  attempts: number;
  made_at: number;
  next_at: number;
  printed_at: number | null;
  reason: Reason | null;
  /** The printer's or the system's own word. */
  detail: string | null;
};

/** What is to be printed, one row a sheet; written in the transaction of what causes it. */
export function openPrintJobs(db: Database) {
  const insert = db.prepare("INSERT INTO print_jobs (kind, order_id, business_day, state, made_at, next_at) VALUES (?, ?, ?, 'queued', ?, ?)");
  const lastOf = db.prepare<[number], PrintJobRow>('SELECT * FROM print_jobs WHERE order_id = ? ORDER BY id DESC LIMIT 1');
  const byId = db.prepare<[number], PrintJobRow>('SELECT * FROM print_jobs WHERE id = ?');
  const due = db.prepare<[number], PrintJobRow>("SELECT * FROM print_jobs WHERE state = 'queued' AND next_at <= ? ORDER BY id LIMIT 1");
  const nextAt = db.prepare<[], { at: number | null }>("SELECT min(next_at) AS at FROM print_jobs WHERE state = 'queued'");
  const interrupted = db.prepare<[], PrintJobRow>("SELECT * FROM print_jobs WHERE state = 'printing' ORDER BY id");
  const lease = db.prepare("UPDATE print_jobs SET state = 'printing', attempts = attempts + 1 WHERE id = ? AND state = 'queued'");
  const settle = db.prepare(
    "UPDATE print_jobs SET state = @state, printed_at = CASE @state WHEN 'printed' THEN @at END, reason = @reason, detail = @detail WHERE id = @id",
  );
  const giveBack = db.prepare("UPDATE print_jobs SET state = 'queued', next_at = ?, reason = ?, detail = ? WHERE id = ?");
  const hurry = db.prepare("UPDATE print_jobs SET next_at = ? WHERE state = 'queued' AND next_at > ?");
  const again = db.prepare(
    "UPDATE print_jobs SET state = 'queued', attempts = 0, next_at = ?, reason = NULL, detail = NULL WHERE id = ? AND state IN ('queued', 'failed')",
  );
  const cancel = db.prepare("UPDATE print_jobs SET state = 'cancelled' WHERE id = ? AND state IN ('queued', 'failed')");
  const cancelTickets = db.prepare("UPDATE print_jobs SET state = 'cancelled' WHERE order_id = ? AND kind = 'ticket' AND state IN ('queued', 'failed')");
  const open = db.prepare<[], PrintJobRow>(
    `SELECT * FROM print_jobs j WHERE state IN ('queued', 'printing') OR (state = 'failed' AND NOT EXISTS (
       SELECT 1 FROM print_jobs later WHERE later.id > j.id AND later.kind = j.kind AND later.state = 'printed'
         AND later.order_id IS j.order_id AND later.business_day IS j.business_day))
     ORDER BY id DESC LIMIT 50`,
  );
  const lastPrinted = db.prepare<[], { at: number | null }>('SELECT max(printed_at) AS at FROM print_jobs');
  return {
    add: (job: { kind: PrintJobRow['kind']; orderId?: number; businessDay?: string }, at: number): number =>
      Number(insert.run(job.kind, job.orderId ?? null, job.businessDay ?? null, at, at).lastInsertRowid),
    get: (id: number): PrintJobRow | null => byId.get(id) ?? null,
    lastOf: (orderId: number): PrintJobRow | null => lastOf.get(orderId) ?? null,
    /** The first one that may be printed now. */
    due: (now: number): PrintJobRow | null => due.get(now) ?? null,
    /** When the next one may be printed; null where nothing waits. */
    nextAt: (): number | null => nextAt.get()?.at ?? null,
    /** Begun and never settled. */
    interrupted: (): PrintJobRow[] => interrupted.all(),
    /** Takes a job to the printer; false where it does not wait any more. */
    lease: (id: number): boolean => lease.run(id).changes > 0,
    settle: (id: number, state: 'printed' | 'failed', at: number, reason: Reason | null, detail: string | null): void =>
      void settle.run({ id, state, at, reason, detail }),
    /** Nothing has come out: it waits for its next try. */
    giveBack: (id: number, nextTry: number, reason: Reason, detail: string): void => void giveBack.run(nextTry, reason, detail, id),
    /** Whatever waits for its next try is due now. */
    hurry: (now: number): void => void hurry.run(now, now),
    /** A person wants it tried again; false for what is being printed, is printed, or was given up. */
    again: (id: number, now: number): boolean => again.run(now, id).changes > 0,
    /** A person gives it up; false for what is being printed, or is printed. */
    cancel: (id: number): boolean => cancel.run(id).changes > 0,
    /** Nothing is to be made for this order any more: its tickets that wait or failed are given up; one at the printer comes out. Gives their number. */
    cancelTickets: (orderId: number): number => cancelTickets.run(orderId).changes,
    /** What waits, and what failed and was not printed since, the newest first, at most 50. */
    open: (): PrintJobRow[] => open.all(),
    lastPrintedAt: (): number | null => lastPrinted.get()?.at ?? null,
  };
}
