import type { Database } from 'better-sqlite3';
import type { Reason } from '../../shared/domain/reason.ts';
import type { TellStep } from '../../shared/domain/tell.ts';

export type TellRow = {
  order_id: number;
  step: TellStep;
  at: number;
  /** The message that tells it; null where nothing was sent, and then `reason` says why. */
  message_id: number | null;
  reason: Reason | null;
};

/** What the customer was told of an order: one row a step, so that no step is told twice. */
export function openOrderTells(db: Database) {
  // What could not be told may be told later; what was told stays.
  const put = db.prepare(
    `INSERT INTO order_tells (order_id, step, at, message_id, reason) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (order_id, step) DO UPDATE SET at = excluded.at, message_id = excluded.message_id, reason = excluded.reason WHERE message_id IS NULL`,
  );
  const select = db.prepare<[number], TellRow>('SELECT * FROM order_tells WHERE order_id = ? ORDER BY at');
  const one = db.prepare<[number, TellStep], TellRow>('SELECT * FROM order_tells WHERE order_id = ? AND step = ?');
  const byMessage = db.prepare<[number], TellRow>('SELECT * FROM order_tells WHERE message_id = ?');
  const remove = db.prepare('DELETE FROM order_tells WHERE order_id = ? AND step = ?');
  return {
    /** False where the step was told already. */
    put: (row: TellRow): boolean => put.run(row.order_id, row.step, row.at, row.message_id, row.reason).changes > 0,
    of: (orderId: number): TellRow[] => select.all(orderId),
    get: (orderId: number, step: TellStep): TellRow | null => one.get(orderId, step) ?? null,
    byMessage: (messageId: number): TellRow | null => byMessage.get(messageId) ?? null,
    /** Its message was taken back before it went. */
    remove: (orderId: number, step: TellStep): void => void remove.run(orderId, step),
  };
}
