import type { Refused } from '../../shared/domain/reason.ts';
import type { ChangeOrderDeps } from './change-order.ts';

/** Brings an order back to where it stood before its last step. A step that was undone stays in the history, and so does its undoing. */
export function undoStep(deps: ChangeOrderDeps, orderId: number, eventId: number): { ok: true } | Refused {
  const { store } = deps;
  const undone = store.transaction((): { ok: true } | Refused => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    const step = store.orderHistory.lastStep(orderId);
    if (!step || step.id !== eventId || step.from_state === null || step.to_state !== order.state || order.merged_into !== null) {
      return { ok: false, reason: 'wrong-state' };
    }
    const at = deps.now();
    store.orders.move(orderId, order.state, step.from_state, at);
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'undone', from: order.state, to: step.from_state });
    return { ok: true };
  });
  if (undone.ok) deps.publish([{ kind: 'order', orderId }]);
  return undone;
}
