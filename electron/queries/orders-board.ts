import type { OrderView } from '../../shared/contract/orders.ts';
import type { Store } from '../store/open-store.ts';
import { viewOrder } from './view-order.ts';

const PER_COLUMN = 200;
const CLOSED_FOR_MS = 2 * 24 * 60 * 60 * 1000;

/** The board: what waits (oldest first), what was taken, and what was declined in the last two days. */
export function ordersBoard(store: Store, now: number) {
  const view = (row: Parameters<typeof viewOrder>[1]): OrderView => viewOrder(store, row, now);
  const since = now - CLOSED_FOR_MS;
  return {
    new: store.orders.oldestIn('new', PER_COLUMN).map(view),
    accepted: store.orders.newestIn('accepted', 0, PER_COLUMN).map(view),
    closed: store.orders.newestIn('declined', since, PER_COLUMN).map(view),
    counts: { new: store.orders.countIn('new'), accepted: store.orders.countIn('accepted'), closed: store.orders.countIn('declined', since) },
  };
}
