import type { Store } from '../store/open-store.ts';
import type { OrderRow } from '../store/orders.ts';

/**
 * The customer decides a proposal: accepted, it changes the order by itself; declined, the order stays (or becomes again) as it was. A
 * newer change of the shop's stands, and so does what a person has decided meanwhile.
 */
export function answerRevision(store: Store, order: OrderRow, revisionId: number, answer: 'accept' | 'decline', at: number): void {
  const revision = store.orderRevisions.of(order.id).at(-1);
  if (revision?.id !== revisionId) return;
  const to = answer === 'accept' ? 'accepted' : 'declined';
  if (!store.orderRevisions.answer(revisionId, to, at)) return;
  if (revision.state === to) return;
  for (const { position, before, after } of store.orderRevisions.lines(revisionId)) {
    if (to === 'accepted') store.orders.setQuantity(order.id, position, after);
    else if (revision.state === 'accepted') store.orders.setQuantity(order.id, position, before);
  }
  store.orderHistory.add(order.id, { at, who: 'customer', what: `revision-${to}`, from: order.state, to: order.state, detail: { revisionId } });
}
