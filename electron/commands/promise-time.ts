import type { Refused } from '../../shared/domain/reason.ts';
import { type EditDeps, editOrder } from './edit-order.ts';

/** Promises a time (ms since epoch) for an open order, or (null) takes the promise away. */
export function promiseTime(deps: EditDeps, { orderId, at: promised }: { orderId: number; at: number | null }): { ok: true } | Refused {
  return editOrder(deps, orderId, (order) => {
    if (order.promised_at === promised) return { ok: true, event: null };
    deps.store.orders.setPromised(orderId, promised);
    return { ok: true, event: { what: 'promised', detail: { at: promised } } };
  });
}
