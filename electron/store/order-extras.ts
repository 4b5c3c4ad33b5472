import type { Database } from 'better-sqlite3';
import type { ExtraKind } from '../../shared/domain/order.ts';

/** `minor` is never negative; a discount counts against the total. */
export type ExtraRow = { id: number; order_id: number; kind: ExtraKind; label: string; minor: number; currency: string };

/** Delivery fees, discounts and lines that no cart held. */
export function openOrderExtras(db: Database) {
  const insert = db.prepare('INSERT INTO order_extras (order_id, kind, label, minor, currency, request_id) VALUES (?, ?, ?, ?, ?, ?)');
  const select = db.prepare<[number], ExtraRow>(
    'SELECT id, order_id, kind, label, minor, currency FROM order_extras WHERE order_id = ? AND removed_at IS NULL ORDER BY id',
  );
  const byId = db.prepare<[number], ExtraRow>('SELECT id, order_id, kind, label, minor, currency FROM order_extras WHERE id = ?');
  const orderOfRequest = db.prepare<[string], number>('SELECT order_id FROM order_extras WHERE request_id = ?').pluck();
  const remove = db.prepare('UPDATE order_extras SET removed_at = ? WHERE id = ? AND removed_at IS NULL');
  return {
    /** @param requestId what repeated calls fall on */
    add: (extra: Omit<ExtraRow, 'id'>, requestId: string | null = null): number =>
      Number(insert.run(extra.order_id, extra.kind, extra.label, extra.minor, extra.currency, requestId).lastInsertRowid),
    /** The order that a request has added an extra to. */
    orderOfRequest: (requestId: string): number | null => orderOfRequest.get(requestId) ?? null,
    of: (orderId: number): ExtraRow[] => select.all(orderId),
    /** Also one that was removed. */
    get: (id: number): ExtraRow | null => byId.get(id) ?? null,
    /** False where it was removed before. */
    remove: (id: number, at: number): boolean => remove.run(at, id).changes > 0,
  };
}
