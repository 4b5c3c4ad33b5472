import type { Refused } from '../../shared/domain/reason.ts';
import type { EditDeps } from './edit-order.ts';

/** Chooses the language that an order's customer is written to in (ISO 639), for this and every other order; null: the shop's own. */
export function chooseLanguage({ store, publish }: EditDeps, orderId: number, language: string | null): { ok: true } | Refused {
  const order = store.orders.get(orderId);
  if (!order) return { ok: false, reason: 'not-found' };
  store.transaction(() => store.customers.setLanguage(order.customer_id, language));
  publish([{ kind: 'order', orderId }]);
  return { ok: true };
}
