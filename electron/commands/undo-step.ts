import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { correctionText } from '../../shared/domain/tell-text.ts';
import { isTold } from '../store/tell-state.ts';
import { type TellDeps, whomToGreet } from './plan-tell.ts';
import { takeOut } from './take-back.ts';

export type Undone = { ok: true; told: boolean; correction: string | null };

/**
 * Brings an order back to where it stood before its last step. A step that was undone stays in the history, and so does its undoing. A
 * message that tells of it is taken out of the outbox if it has not gone; where it has, a text is proposed that puts it right.
 */
export function undoStep(deps: Pick<TellDeps, 'store' | 'now' | 'publish' | 'telling'>, orderId: number, eventId: number): Undone | Refused {
  const { store } = deps;
  const undone = store.transaction((): (Undone & { news: News[] }) | Refused => {
    const order = store.orders.get(orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    const step = store.orderHistory.lastStep(orderId);
    if (!step || step.id !== eventId || step.from_state === null || step.to_state !== order.state || order.merged_into !== null) {
      return { ok: false, reason: 'wrong-state' };
    }
    const at = deps.now();
    const tell = order.state === 'new' ? null : store.orderTells.get(orderId, order.state);
    const taken = tell?.message_id ? takeOut(store, tell.message_id, at) : null;
    const told = taken === null && isTold(store, tell, at);
    // What could not be told of a step that is undone is owed no more.
    if (tell?.message_id === null) store.orderTells.remove(orderId, tell.step);
    store.orders.move(orderId, order.state, step.from_state, at);
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'undone', from: order.state, to: step.from_state });
    // Its ticket was given up with it, and is wanted again.
    const gaveUp = (order.state === 'declined' || order.state === 'cancelled') && store.printJobs.lastOf(orderId)?.state === 'cancelled';
    if (gaveUp) store.printJobs.add({ kind: 'ticket', orderId }, at);
    const customer = store.customers.get(order.customer_id);
    const language = customer?.language ?? deps.telling().shopLanguage;
    const correction = told ? correctionText(step.from_state, language, { ...whomToGreet(customer), number: order.number }) : null;
    return { ok: true, told, correction, news: [{ kind: 'order', orderId }, ...(taken ?? []), ...(gaveUp ? [{ kind: 'printing' as const }] : [])] };
  });
  if (!undone.ok) return undone;
  const { news, ...result } = undone;
  deps.publish(news);
  return result;
}
