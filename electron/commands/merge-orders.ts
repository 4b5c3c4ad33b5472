import type { News } from '../../shared/contract/live.ts';
import { isClosed } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';
import type { NewLine, OrderLineRow, OrderRow } from '../store/orders.ts';
import { closeProposal } from './close-proposal.ts';
import type { EditDeps } from './edit-order.ts';
import { takeBackQuestions } from './take-back-questions.ts';
import { takeOut } from './take-back.ts';

export type MergeInput = { orderId: number; otherId: number; how: 'together' | 'replace' | 'keep' };

/**
 * Settles whether two orders of one customer are one: `together` takes the other's lines and extras into this one, `replace` lets this one
 * stand in its place, `keep` leaves both. The other is then cancelled for good, with everything that it was still readable. What was paid for
 * is not merged: the payment would belong to nobody.
 */
export function mergeOrders(deps: EditDeps, { orderId, otherId, how }: MergeInput): { ok: true } | Refused {
  const { store } = deps;
  const merged = store.transaction((): { ok: true; news: News[] } | Refused => {
    const [order, other] = [store.orders.get(orderId), store.orders.get(otherId)];
    if (!order || !other) return { ok: false, reason: 'not-found' };
    if (other.merged_into === orderId || (how === 'keep' && order.kept_apart === 1)) return { ok: true, news: [] };
    const strange = orderId === otherId || order.customer_id !== other.customer_id || order.rehearsal + other.rehearsal > 0;
    const open = !isClosed(order.state) && order.merged_into === null;
    if (strange || !open) return { ok: false, reason: 'wrong-state' };
    const at = deps.now();
    if (how === 'keep') {
      store.orders.setKeptApart(orderId);
      note(store, order, at, 'kept', { other: otherId });
      note(store, other, at, 'kept', { other: orderId });
      return { ok: true, news: newsOf(orderId, otherId) };
    }
    if (isClosed(other.state) || other.paid_at !== null) return { ok: false, reason: 'wrong-state' };
    if (how === 'together') takeInto(store, order, other);
    note(store, order, at, 'merged', { from: otherId });
    return { ok: true, news: [...newsOf(orderId, otherId), ...end(store, other, orderId, at)] };
  });
  if (!merged.ok) return merged;
  deps.publish(merged.news);
  return { ok: true };
}

/** Everything of the other one that has to be made, paid or kept in mind. */
function takeInto(store: Store, order: OrderRow, other: OrderRow): void {
  const last = store.orders.lines(order.id).at(-1);
  const lines = store.orders.lines(other.id).map((line) => asNew(line, other.catalog_id, order.catalog_id));
  store.orders.addLines(order.id, last ? last.position + 1 : 0, lines);
  for (const extra of store.orderExtras.of(other.id)) store.orderExtras.add({ ...extra, order_id: order.id });
  const note = [other.note, order.note].filter((text) => text !== null && text !== '').join('\n');
  if (note !== '') store.orders.setNote(order.id, note);
  if (order.promised_at === null && other.promised_at !== null) store.orders.setPromised(order.id, other.promised_at);
  const { fulfilment, address, coordinates } = order.fulfilment === null ? other : order;
  store.orders.setFulfilment(order.id, fulfilment, address ?? order.address, coordinates ?? order.coordinates);
}

function asNew(line: OrderLineRow, from: string, to: string): NewLine {
  const catalogId = line.catalog_id ?? from;
  return {
    retailerId: line.retailer_id,
    quantity: line.quantity,
    quantityRaw: line.quantity_raw,
    unitMinor: line.unit_minor,
    currency: line.currency,
    unitRaw: line.unit_raw,
    catalogId: catalogId === to ? null : catalogId,
    orderedQuantity: line.ordered_quantity,
  };
}

function end(store: Store, other: OrderRow, into: number, at: number): News[] {
  const tells = store.orderTells.of(other.id).flatMap((tell) => (tell.message_id === null ? [] : (takeOut(store, tell.message_id, at) ?? [])));
  const waiting = [...tells, ...closeProposal(store, other, 'withdrawn', at), ...takeBackQuestions(store, other.id, at)];
  handOverQuestions(store, other.id, into);
  store.orders.move(other.id, other.state, 'cancelled', at);
  store.orders.setMergedInto(other.id, into);
  store.orderHistory.add(other.id, { at, who: 'operator', what: 'merged-into', from: other.state, to: 'cancelled', detail: { into } });
  const unprinted = store.printJobs.cancelTickets(other.id);
  return unprinted === 0 ? waiting : [...waiting, { kind: 'printing' }];
}

/** What the customer was asked about the other one, and this one does not say yet: their answer counts here. */
function handOverQuestions(store: Store, otherId: number, into: number): void {
  const order = store.orders.get(into);
  if (order?.fulfilment === null) store.orderAsks.handOver('fulfilment', otherId, into);
  if (order?.address === null && order.coordinates === null) store.orderAsks.handOver('address', otherId, into);
}

function note(store: Store, order: OrderRow, at: number, what: 'kept' | 'merged', detail: object): void {
  store.orderHistory.add(order.id, { at, who: 'operator', what, from: order.state, to: order.state, detail });
}

function newsOf(...orderIds: number[]): News[] {
  return orderIds.map((orderId) => ({ kind: 'order', orderId }));
}
