import type { News } from '../../shared/contract/live.ts';
import type { Store } from '../store/open-store.ts';
import type { OrderRow } from '../store/orders.ts';
import { takeOut } from './take-back.ts';

/**
 * Ends an order's open proposal, if it has one, inside the caller's transaction: no answer to it counts any more, and a message that has
 * not gone is taken back. Returns what changed.
 */
export function closeProposal(store: Store, order: OrderRow, how: 'applied' | 'withdrawn', at: number): News[] {
  // An answer that is still on its way must not touch what a person decides now, nor one that Meta repeats later.
  store.orderAsks.settle(order.id, 'revision', at);
  const open = store.orderRevisions.of(order.id).find(({ state }) => state === 'proposed');
  if (!open || !store.orderRevisions.decide(open.id, how, at)) return [];
  const what = how === 'applied' ? 'revision-applied' : 'revision-withdrawn';
  store.orderHistory.add(order.id, { at, who: 'operator', what, from: order.state, to: order.state, detail: { revisionId: open.id } });
  return open.message_id === null ? [] : (takeOut(store, open.message_id, at) ?? []);
}
