import type { Fulfilment } from '../../shared/domain/order.ts';
import type { Store } from './open-store.ts';

/** Keeps how a customer got an order for the next one. What this order does not say, stays from the one before. */
export function rememberFulfilment(store: Store, customerId: number, kind: Fulfilment | null, address: string | null, coordinates: string | null): void {
  const before = store.customers.get(customerId);
  // A place is one thing: new words with the old coordinates would lead elsewhere.
  const placed = address !== null || coordinates !== null;
  const place = placed ? { address, coordinates } : { address: before?.address ?? null, coordinates: before?.coordinates ?? null };
  store.customers.remember(customerId, kind ?? before?.fulfilment ?? null, place.address, place.coordinates);
}
