import type { PaymentMethod } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { type EditDeps, editOrder } from './edit-order.ts';

/** Marks an order as paid, or (null) as not paid; also one that has come to its end, for some pay late. */
export function markPaid(deps: EditDeps, { orderId, method }: { orderId: number; method: PaymentMethod | null }): { ok: true } | Refused {
  return editOrder(
    deps,
    orderId,
    (order, at) => {
      if (order.paid_by === method) return { ok: true, event: null };
      deps.store.orders.setPaid(orderId, method === null ? null : { at, by: method });
      return { ok: true, event: method === null ? { what: 'unpaid' } : { what: 'paid', detail: { method } } };
    },
    'allow',
  );
}
