import type { News } from '../../shared/contract/live.ts';
import { nextOrderState, type OrderAction } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

export type ChangeOrderDeps = { store: Store; now: () => number; publish: (news: readonly News[]) => void };

/**
 * Does to an order what a person asked for. What is already so is answered with ok, so that two screens that take the same
 * order do not quarrel.
 */
export function changeOrder(deps: ChangeOrderDeps, orderId: number, action: OrderAction, reason: string | null): { ok: true } | Refused {
  const { store } = deps;
  const changed = store.transaction((): { ok: true; moved: boolean } | Refused => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    if (order.state === (action === 'accept' ? 'accepted' : 'declined')) return { ok: true, moved: false };
    const next = nextOrderState(order.state, action);
    if (next === null) return { ok: false, reason: 'wrong-state' };
    return { ok: true, moved: store.orders.move(orderId, order.state, next, { at: deps.now(), who: 'operator', reason }) };
  });
  if (!changed.ok) return changed;
  if (changed.moved) deps.publish([{ kind: 'order', orderId }]);
  return { ok: true };
}
