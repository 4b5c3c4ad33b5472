import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderState } from '../../shared/domain/order.ts';
import type { Store } from '../store/open-store.ts';
import type { OrderRow } from '../store/orders.ts';
import { viewOrder } from './view-order.ts';

const PER_COLUMN = 200;
const CLOSED_FOR_MS = 2 * 24 * 60 * 60 * 1000;

/** The board: what is open, oldest first, and what came to its end in the last two days. */
export function ordersBoard(store: Store, now: number, shopLanguage: string) {
  const view = (row: OrderRow): OrderView => viewOrder(store, row, now, shopLanguage);
  const open = (state: OrderState) => store.orders.oldestIn(state, PER_COLUMN).map(view);
  const { countIn } = store.orders;
  const since = now - CLOSED_FOR_MS;
  return {
    new: open('new'),
    accepted: open('accepted'),
    preparing: open('preparing'),
    ready: open('ready'),
    closed: store.orders.closedSince(since, PER_COLUMN).map(view),
    counts: {
      new: countIn('new'),
      accepted: countIn('accepted'),
      preparing: countIn('preparing'),
      ready: countIn('ready'),
      closed: store.orders.countClosed(since),
    },
  };
}
