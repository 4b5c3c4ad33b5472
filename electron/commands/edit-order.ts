import type { News } from '../../shared/contract/live.ts';
import { isClosed } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';
import type { NewEvent } from '../store/order-history.ts';
import type { OrderRow } from '../store/orders.ts';

export type EditDeps = { store: Store; now: () => number; publish: (news: readonly News[]) => void };
/** What an edit puts into the history, null where nothing had to be changed. */
export type Edit = { ok: true; event: Pick<NewEvent, 'what' | 'detail'> | null } | Refused;

/**
 * Changes something of an order beside its state, in one transaction with its place in the history. An order that was merged into another
 * is changed no more, and one that has come to its end only where `closed` allows it.
 */
export function editOrder(
  deps: EditDeps,
  orderId: number,
  work: (order: OrderRow, at: number) => Edit,
  closed: 'refuse' | 'allow' = 'refuse',
): { ok: true } | Refused {
  const { store } = deps;
  const edited = store.transaction((): Edit => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    if (order.merged_into !== null || (closed === 'refuse' && isClosed(order.state))) return { ok: false, reason: 'wrong-state' };
    const at = deps.now();
    const edit = work(order, at);
    if (edit.ok && edit.event) store.orderHistory.add(orderId, { ...edit.event, at, who: 'operator', from: order.state, to: order.state });
    return edit;
  });
  if (!edited.ok) return edited;
  if (edited.event) deps.publish([{ kind: 'order', orderId }]);
  return { ok: true };
}
