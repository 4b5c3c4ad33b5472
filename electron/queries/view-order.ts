import type { OrderLineView, OrderView } from '../../shared/contract/orders.ts';
import { lineMinor, totalsOf } from '../../shared/domain/money.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { Store } from '../store/open-store.ts';
import type { OrderLineRow, OrderRow } from '../store/orders.ts';
import { viewCustomer } from './view-customer.ts';
import { viewProduct } from './view-product.ts';

/** An order as the page shows it. */
export function viewOrder(store: Store, row: OrderRow, now: number): OrderView {
  const message = store.messages.byWamid(row.message_wamid);
  const conversation = message && store.conversations.get(message.conversation_id);
  if (!message || !conversation) throw new Error(`order ${row.id} without its message`);
  const lines = store.orders.lines(row.id).map((line) => viewLine(store, row.catalog_id, line));
  return {
    id: row.id,
    number: row.number,
    businessDay: row.business_day,
    state: row.state,
    placedAt: row.placed_at,
    receivedAt: message.received_at ?? row.placed_at,
    late: message.late === 1,
    rehearsal: row.rehearsal === 1,
    note: row.note,
    customer: viewCustomer(store, row.customer_id),
    conversationId: conversation.id,
    messageId: message.id,
    lines,
    ...sumOf(lines),
    window: serviceWindow(conversation.last_inbound_at, now),
    events: store.orders.events(row.id).map((event) => ({ at: event.at, who: event.who, from: event.from_state, to: event.to_state, reason: event.reason })),
  };
}

function viewLine(store: Store, catalogId: string, row: OrderLineRow): OrderLineView {
  return {
    position: row.position,
    product: viewProduct(store, catalogId, row.retailer_id),
    quantity: row.quantity,
    quantityRaw: row.quantity_raw,
    unitMinor: row.unit_minor,
    unitRaw: row.unit_raw,
    currency: row.currency,
    lineMinor: lineMinor(row.unit_minor, row.quantity),
  };
}

/** Totals, unclear lines and pieces of an order, for its card in the chat and for notifications too. */
export function sumOrder(store: Store, orderId: number): Pick<OrderView, 'totals' | 'unclear' | 'pieces'> {
  return sumOf(store.orders.lines(orderId).map((line) => ({ unitMinor: line.unit_minor, quantity: line.quantity, currency: line.currency })));
}

function sumOf(lines: readonly Pick<OrderLineView, 'unitMinor' | 'quantity' | 'currency'>[]): Pick<OrderView, 'totals' | 'unclear' | 'pieces'> {
  return { ...totalsOf(lines), pieces: lines.reduce((sum, line) => sum + BigInt(line.quantity ?? 0), 0n) };
}
