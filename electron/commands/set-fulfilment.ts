import { isCoordinates } from '../../shared/domain/coordinates.ts';
import type { Fulfilment } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { rememberFulfilment } from '../store/remember-fulfilment.ts';
import type { EditDeps } from './edit-order.ts';
import { findOrderToChange } from './find-order-to-change.ts';

export type FulfilmentInput = { orderId: number; kind: Fulfilment | null; address: string | null; coordinates: string | null };

/**
 * Says how the customer gets an order, as a person decided it, and remembers it for the customer's next one. Questions about it are
 * settled by that: an answer that comes later stays in the chat and changes nothing.
 */
export function setFulfilment({ store, now, publish }: EditDeps, input: FulfilmentInput): { ok: true } | Refused {
  const { orderId, kind } = input;
  const address = input.address?.trim() || null;
  const coordinates = input.coordinates?.trim() || null;
  if (coordinates !== null && !isCoordinates(coordinates)) return { ok: false, reason: 'bad-parameter' };
  const done = store.transaction((): { ok: true } | Refused => {
    const found = findOrderToChange(store, orderId);
    if (!found.ok) return found;
    const { order } = found;
    const at = now();
    if (kind !== null) store.orderAsks.settle(orderId, 'fulfilment', at);
    if (address !== null || coordinates !== null || kind === 'pickup') store.orderAsks.settle(orderId, 'address', at);
    if (order.fulfilment === kind && order.address === address && order.coordinates === coordinates) return { ok: true };
    store.orders.setFulfilment(orderId, kind, address, coordinates);
    rememberFulfilment(store, order.customer_id, kind, address, coordinates);
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'fulfilment', from: order.state, to: order.state, detail: { kind, address } });
    return { ok: true };
  });
  if (done.ok) publish([{ kind: 'order', orderId }]);
  return done;
}
