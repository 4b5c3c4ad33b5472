import type { News } from '../../shared/contract/live.ts';
import { isClosed, nextOrderState, type OrderAction, stateAfter } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { TellDeps } from './plan-tell.ts';
import { takeBackQuestions } from './take-back-questions.ts';
import { tellCustomer, type TellChoice } from './tell-customer.ts';

export type StepInput = { orderId: number; action: OrderAction; reason?: string | null; promisedAt?: number | null; tell?: TellChoice };

export type StepDeps = TellDeps & {
  /** True where accepting an order asks for its ticket. */
  printsOnAccept: () => boolean;
};

/**
 * Moves an order on, as a person asked for, and tells its customer, all in one transaction. What is already so is answered with ok, so that
 * two screens that take the same order do not quarrel; the customer is then told only where that was asked for and nobody has done it.
 */
export function changeOrder(deps: StepDeps, { orderId, action, reason: given, promisedAt, tell }: StepInput): { ok: true } | Refused {
  const { store } = deps;
  if (typeof tell === 'string' && tell.trim() === '') return { ok: false, reason: 'empty-text' };
  const reason = given?.trim() || null;
  const step = stateAfter(action);
  const changed = store.transaction((): { ok: true; news: News[] } | Refused => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    const already = order.state === step;
    if (already && (tell === undefined || tell === false || order.merged_into !== null)) return { ok: true, news: [] };
    const to = nextOrderState(order.state, action);
    if (to === null && !already) return { ok: false, reason: 'wrong-state' };
    const besides: News[] = [];
    if (to !== null) {
      const at = deps.now();
      store.orders.move(orderId, order.state, to, at);
      store.orderHistory.add(orderId, { at, who: 'operator', what: 'state', from: order.state, to, reason });
      if (isClosed(to)) besides.push(...takeBackQuestions(store, orderId, at));
      // Accepted anew after an undo: the ticket is in somebody's hands already.
      if (to === 'accepted' && deps.printsOnAccept() && !store.printJobs.lastOf(orderId)) store.printJobs.add({ kind: 'ticket', orderId }, at);
      // Nobody makes it any more: what waits for a printer that is off must not come out tomorrow.
      if ((to === 'declined' || to === 'cancelled') && store.printJobs.cancelTickets(orderId) > 0) besides.push({ kind: 'printing' });
      if (promisedAt !== undefined && promisedAt !== order.promised_at) {
        store.orders.setPromised(orderId, promisedAt);
        store.orderHistory.add(orderId, { at, who: 'operator', what: 'promised', from: to, to, detail: { at: promisedAt } });
      }
    }
    const told = tellCustomer(deps, orderId, step, { tell, reason });
    return { ok: true, news: [{ kind: 'order', orderId }, ...besides, ...(told ? [{ kind: 'message' as const, ...told }] : [])] };
  });
  if (!changed.ok) return changed;
  deps.publish(changed.news);
  deps.wakeOutbox();
  return { ok: true };
}
