import type { OrderLineView, OrderView } from '../../shared/contract/orders.ts';
import { lineMinor } from '../../shared/domain/money.ts';
import { REPLACES_WITHIN_MS } from '../../shared/domain/order.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { Store } from '../store/open-store.ts';
import type { ExtraRow } from '../store/order-extras.ts';
import type { OrderLineRow, OrderRow } from '../store/orders.ts';
import { sumLines } from '../store/sum-lines.ts';
import { briefOf } from './view-customer.ts';
import { viewEvents, viewTells, viewUndo } from './view-order-history.ts';
import { viewFulfilment } from './view-fulfilment.ts';
import { viewProduct } from './view-product.ts';

/**
 * An order as the page shows it.
 * @param shopLanguage what customers are written to in where nothing else was chosen for them, ISO 639
 */
export function viewOrder(store: Store, row: OrderRow, now: number, shopLanguage: string): OrderView {
  const message = row.message_wamid === null ? null : store.messages.byWamid(row.message_wamid);
  const conversation = row.conversation_id === null ? null : store.conversations.get(row.conversation_id);
  const lines = store.orders.lines(row.id);
  const extras = store.orderExtras.of(row.id);
  const events = store.orderHistory.of(row.id);
  const customer = store.customers.get(row.customer_id);
  const tells = viewTells(store, row.id, now);
  const job = store.printJobs.lastOf(row.id);
  return {
    id: row.id,
    number: row.number,
    businessDay: row.business_day,
    state: row.state,
    source: row.message_wamid === null ? 'hand' : 'whatsapp',
    placedAt: row.placed_at,
    receivedAt: message?.received_at ?? row.placed_at,
    late: message?.late === 1,
    rehearsal: row.rehearsal === 1,
    note: row.note,
    customer: briefOf(row.customer_id, customer),
    language: { code: customer?.language ?? shopLanguage, chosen: (customer?.language ?? null) !== null },
    conversationId: conversation?.id ?? null,
    messageId: message?.id ?? null,
    lines: lines.map((line) => viewLine(store, row.catalog_id, line)),
    extras: extras.map(({ id, kind, label, minor, currency }) => ({ id, kind, label, amount: { minor: BigInt(minor), currency } })),
    ...sumLines(lines, extras),
    window: serviceWindow(conversation?.last_inbound_at ?? null, now),
    unansweredSince: conversation ? store.chatList.waitsSince(conversation.id) : null,
    acceptedAt: row.accepted_at,
    closedAt: row.closed_at,
    promisedAt: row.promised_at,
    paid: row.paid_at === null || row.paid_by === null ? null : { at: row.paid_at, method: row.paid_by },
    fulfilment: viewFulfilment(store, row, customer),
    revisions: viewRevisions(store, row.id, lines, extras),
    perhapsReplaces: viewReplaced(store, row),
    mergedInto: viewOther(store, row.merged_into),
    tells,
    ticket: job && { jobId: job.id, state: job.state, at: job.printed_at ?? job.made_at, reason: job.reason },
    undo: viewUndo(store, row, events, tells),
    events: viewEvents(events),
  };
}

function viewLine(store: Store, catalogId: string, row: OrderLineRow): OrderLineView {
  return {
    position: row.position,
    product: viewProduct(store, row.catalog_id ?? catalogId, row.retailer_id),
    quantity: row.quantity,
    quantityRaw: row.quantity_raw,
    orderedQuantity: row.ordered_quantity,
    unitMinor: row.unit_minor,
    unitRaw: row.unit_raw,
    currency: row.currency,
    lineMinor: lineMinor(row.unit_minor, row.quantity),
  };
}

/** Totals, unclear lines and pieces of an order, for its card in the chat and for notifications too. */
export function sumOrder(store: Pick<Store, 'orders' | 'orderExtras'>, orderId: number): Pick<OrderView, 'totals' | 'unclear' | 'pieces'> {
  return sumLines(store.orders.lines(orderId), store.orderExtras.of(orderId));
}

function viewRevisions(store: Store, orderId: number, lines: readonly OrderLineRow[], extras: readonly ExtraRow[]): OrderView['revisions'] {
  return store.orderRevisions.of(orderId).map((row) => {
    const changes = store.orderRevisions.lines(row.id);
    const after = new Map(changes.map((change) => [change.position, change.after]));
    const changed = lines.map((line) => ({ ...line, quantity: after.get(line.position) ?? line.quantity }));
    const { id, state, made_at: madeAt, decided_at: decidedAt, message_id: messageId } = row;
    return { id, state, madeAt, decidedAt, messageId, lines: changes, totals: sumLines(changed, extras).totals };
  });
}

function viewReplaced(store: Store, row: OrderRow): OrderView['perhapsReplaces'] {
  if (row.kept_apart === 1 || row.rehearsal === 1 || row.message_wamid === null || !['new', 'accepted', 'preparing'].includes(row.state)) return null;
  const before = store.orders.justBefore(row, REPLACES_WITHIN_MS);
  return before && { orderId: before.id, number: before.number };
}

function viewOther(store: Store, orderId: number | null): OrderView['mergedInto'] {
  const other = orderId === null ? null : store.orders.get(orderId);
  return other && { orderId: other.id, number: other.number };
}
