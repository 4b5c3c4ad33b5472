import type { OrderView } from '../../shared/contract/orders.ts';

/** What can be settled about an order beside its state. */
export function OrderWork({ order: _order }: { order: OrderView }) {
  return null;
}
