import type { OrderView } from '../../shared/contract/orders.ts';
import type { Store } from '../store/open-store.ts';
import type { OrderRow } from '../store/orders.ts';

/** How the customer gets an order: what is known, what was asked, what was chosen the last time. */
export function viewFulfilment(store: Store, row: OrderRow): OrderView['fulfilment'] {
  const customer = store.customers.get(row.customer_id);
  const open = store.orderAsks.of(row.id).filter((ask) => ask.answered_at === null);
  const askedAt = (what: 'fulfilment' | 'address') => open.findLast((ask) => ask.what === what)?.asked_at ?? null;
  return {
    kind: row.fulfilment,
    address: row.address,
    coordinates: row.coordinates,
    kindAskedAt: row.fulfilment === null ? askedAt('fulfilment') : null,
    addressAskedAt: row.address === null && row.coordinates === null ? askedAt('address') : null,
    remembered: { kind: customer?.fulfilment ?? null, address: customer?.address ?? null, coordinates: customer?.coordinates ?? null },
    suggestion: null,
  };
}
