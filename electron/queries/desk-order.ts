import type { OrderState } from '../../shared/domain/order.ts';
import type { Store } from '../store/open-store.ts';
import { viewCustomer } from './view-customer.ts';

/** An order as the desktop names it: in the tray's menu, and in what it says of one that could not be taken. */
export type DeskOrder = { orderId: number; number: number; customer: string | null; conversationId: number | null; state: OrderState; rehearsal: boolean };

/** Null where there is no such order. */
export function deskOrder(store: Store, orderId: number): DeskOrder | null {
  const row = store.orders.get(orderId);
  if (!row) return null;
  const { name } = viewCustomer(store, row.customer_id);
  return { orderId, number: row.number, customer: name, conversationId: row.conversation_id, state: row.state, rehearsal: row.rehearsal === 1 };
}
