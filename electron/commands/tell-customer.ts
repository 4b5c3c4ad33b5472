import { UNDO_MS } from '../../shared/domain/order.ts';
import type { TellStep } from '../../shared/domain/tell.ts';
import type { Store } from '../store/open-store.ts';
import type { TellRow } from '../store/order-tells.ts';
import { isTold, tellMessage } from '../store/tell-state.ts';
import { planTell, type TellDeps } from './plan-tell.ts';
import { queueMessage } from './queue-message.ts';

/** A text as it was edited, or true for the shop's own, or false for silence; left out: as the shop's settings say. */
export type TellChoice = boolean | string | undefined;

/**
 * Tells an order's customer of a step that was just done: the message waits in the outbox for as long as the step can be undone. What cannot
 * be sent stands in the history with its reason. To be called inside the step's own transaction.
 * @returns the message that waits, or null where nothing is told
 */
export function tellCustomer(
  deps: TellDeps,
  orderId: number,
  step: TellStep,
  { tell, reason }: { tell: TellChoice; reason: string | null },
): { conversationId: number; messageId: number } | null {
  const { store } = deps;
  const order = store.orders.get(orderId);
  if (!order || (tell ?? deps.telling().tells[step].on) === false) return null;
  const before = store.orderTells.get(orderId, step);
  if (isTold(store, before, deps.now())) return null;
  const plan = planTell(deps, order, step, { reason, promisedAt: order.promised_at, edited: typeof tell === 'string' ? tell.trim() : null });
  if (!plan || order.conversation_id === null) return null;
  const at = deps.now();
  const event = { at, who: 'program', from: order.state, to: order.state } as const;
  const queued = plan.send.ok
    ? queueMessage(deps, order.conversation_id, {
        type: plan.send.type,
        content: plan.send.content,
        quoteWamid: null,
        callbackId: deps.newId(),
        takebackUntil: at + UNDO_MS,
      })
    : plan.send;
  if (!queued.ok) {
    store.orderTells.put({ order_id: orderId, step, at, message_id: null, reason: queued.reason });
    store.orderHistory.add(orderId, { ...event, what: 'not-told', detail: { step, reason: queued.reason } });
    return null;
  }
  if (before !== null) forgetFailed(store, before, queued.messageId);
  const first = store.orderTells.put({ order_id: orderId, step, at, message_id: queued.messageId, reason: null });
  if (!first) throw new Error(`order ${orderId} was told of ${step} already`);
  store.orderHistory.add(orderId, { ...event, what: 'told', detail: { step, messageId: queued.messageId } });
  return { conversationId: order.conversation_id, messageId: queued.messageId };
}

/** The message that failed gives way to the newer one: nobody can send it again beside it. */
function forgetFailed(store: Store, { order_id: orderId, step, message_id: failed }: TellRow, messageId: number): void {
  const last = failed === null ? null : tellMessage(store, failed);
  if (last) store.messages.setSentAgain(last.id, messageId);
  store.orderTells.remove(orderId, step);
}
