import type { News } from '../../shared/contract/live.ts';
import { nextOrderState, type OrderAction, stateAfter } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

export type ChangeOrderDeps = {
  store: Store;
  now: () => number;
  publish: (news: readonly News[]) => void;
  /** True where accepting an order asks for its ticket. */
  printsOnAccept?: () => boolean;
};
export type StepInput = { orderId: number; action: OrderAction; reason?: string | null; promisedAt?: number | null };

/**
 * Moves an order on, as a person asked for. What is already so is answered with ok, so that two screens that take the same
 * order do not quarrel.
 */
export function changeOrder(deps: ChangeOrderDeps, { orderId, action, reason, promisedAt }: StepInput): { ok: true } | Refused {
  const { store } = deps;
  const changed = store.transaction((): { ok: true; moved: boolean } | Refused => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    if (order.state === stateAfter(action)) return { ok: true, moved: false };
    const to = nextOrderState(order.state, action);
    if (to === null) return { ok: false, reason: 'wrong-state' };
    const at = deps.now();
    store.orders.move(orderId, order.state, to, at);
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'state', from: order.state, to, reason: reason?.trim() || null });
    // Accepted anew after an undo: the ticket is in somebody's hands already.
    if (to === 'accepted' && deps.printsOnAccept?.() && !store.printJobs.lastOf(orderId)) store.printJobs.add({ kind: 'ticket', orderId }, at);
    if (promisedAt !== undefined && promisedAt !== order.promised_at) {
      store.orders.setPromised(orderId, promisedAt);
      store.orderHistory.add(orderId, { at, who: 'operator', what: 'promised', from: to, to, detail: { at: promisedAt } });
    }
    return { ok: true, moved: true };
  });
  if (!changed.ok) return changed;
  if (changed.moved) deps.publish([{ kind: 'order', orderId }]);
  return { ok: true };
}
