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
  detail: string | null;
};

/** What is to be printed, one row a sheet; written in the transaction of what causes it. */
export function openPrintJobs(db: Database) {
  const insert = db.prepare("INSERT INTO print_jobs (kind, order_id, business_day, state, made_at, next_at) VALUES (?, ?, ?, 'queued', ?, ?)");
  const lastOf = db.prepare<[number], PrintJobRow>('SELECT * FROM print_jobs WHERE order_id = ? ORDER BY id DESC LIMIT 1');
  const byId = db.prepare<[number], PrintJobRow>('SELECT * FROM print_jobs WHERE id = ?');
  return {
    add: (job: { kind: PrintJobRow['kind']; orderId?: number; businessDay?: string }, at: number): number =>
      Number(insert.run(job.kind, job.orderId ?? null, job.businessDay ?? null, at, at).lastInsertRowid),
    get: (id: number): PrintJobRow | null => byId.get(id) ?? null,
    lastOf: (orderId: number): PrintJobRow | null => lastOf.get(orderId) ?? null,
  };
}
