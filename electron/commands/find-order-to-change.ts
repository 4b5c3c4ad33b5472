import { isClosed } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';
import type { OrderRow } from '../store/orders.ts';

/** An order that can still be changed, or why it cannot: one that has come to its end stays as it is. */
export function findOrderToChange(store: Store, orderId: number): { ok: true; order: OrderRow } | Refused {
  const order = store.orders.get(orderId);
  if (!order) return { ok: false, reason: 'not-found' };
  return isClosed(order.state) || order.merged_into !== null ? { ok: false, reason: 'wrong-state' } : { ok: true, order };
}
