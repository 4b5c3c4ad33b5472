import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderState } from '../../shared/domain/order.ts';
import type { Store } from '../store/open-store.ts';
import { viewOrder } from './view-order.ts';

const PER_PAGE = 50;

/** A page of orders in some states (none named: in every state), of one customer (null: of all), the newest first. */
export function listOrders(
  store: Store,
  { states, customerId = null, before }: { states: readonly OrderState[]; customerId?: number | null; before: { placedAt: number; id: number } | null },
  now: number,
  shopLanguage: string,
): { orders: OrderView[]; more: boolean } {
  const rows = store.orders.page({ states, customerId, before }, PER_PAGE + 1);
  return { orders: rows.slice(0, PER_PAGE).map((row) => viewOrder(store, row, now, shopLanguage)), more: rows.length > PER_PAGE };
}
