import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';
import type { RevisionLineRow } from '../store/order-revisions.ts';

/**
 * What of an order's lines would change, and from what; what stays as it is, is left out. A line whose quantity is unclear cannot be
 * counted from: `unclear-quantity`.
 */
export function readChanges(
  store: Store,
  orderId: number,
  wanted: readonly { position: number; quantity: number }[],
): { ok: true; changes: RevisionLineRow[] } | Refused {
  const lines = new Map(store.orders.lines(orderId).map((line) => [line.position, line]));
  const changes = new Map<number, RevisionLineRow>();
  for (const { position, quantity: after } of wanted) {
    const line = lines.get(position);
    if (!line) return { ok: false, reason: 'not-found' };
    if (line.quantity === null) return { ok: false, reason: 'unclear-quantity' };
    changes.set(position, { position, before: line.quantity, after });
  }
  return { ok: true, changes: [...changes.values()].filter(({ before, after }) => before !== after) };
}
