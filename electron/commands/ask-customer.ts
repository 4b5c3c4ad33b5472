import type { News } from '../../shared/contract/live.ts';
import { addressQuestion, fulfilmentQuestion } from '../../shared/domain/ask-text.ts';
import { writeButtonId } from '../../shared/domain/ask-token.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { OrderRow } from '../store/orders.ts';
import { findOrderToChange } from './find-order-to-change.ts';
import { queueMessage, type SendDeps } from './queue-message.ts';

export type AskDeps = SendDeps & {
  /** A UUID. */
  newId: () => string;
  /** What customers are written to in where nothing else was chosen for them, ISO 639. */
  shopLanguage: () => string;
};

export type AskInput = { orderId: number; what: 'fulfilment' | 'address'; how: 'buttons' | 'location' | 'text'; requestId: string };

/**
 * Asks the customer in the chat: how they get the order by buttons, where to by a location request or in words. Question, place in the
 * outbox and history are written together; the same `requestId` again asks nothing more.
 */
export function askCustomer(deps: AskDeps, { orderId, what, how, requestId }: AskInput): { ok: true } | Refused {
  const { store } = deps;
  if ((what === 'fulfilment') !== (how === 'buttons')) return { ok: false, reason: 'not-possible-here' };
  const asked = store.transaction((): { ok: true; news: News[] } | Refused => {
    const found = findOrderToChange(store, orderId);
    if (!found.ok) return found;
    const { order } = found;
    const known = store.messages.byCallbackId(requestId);
    if (known) return known.conversation_id === order.conversation_id ? { ok: true, news: [] } : { ok: false, reason: 'wrong-state' };
    const language = languageOf(deps, order);
    const token = deps.newId();
    const queued = queueQuestion(deps, order, contentOf(order, what, how === 'location' ? 'location' : 'text', language, token), requestId);
    if (!queued.ok) return queued;
    const at = deps.now();
    store.orderAsks.add({ order_id: orderId, what, token, message_id: queued.messageId, revision_id: null, asked_at: at });
    store.orderHistory.add(orderId, { at, who: 'operator', what: 'asked', from: order.state, to: order.state, detail: { what } });
    return { ok: true, news: newsOfQuestion(order, queued.messageId) };
  });
  if (!asked.ok) return asked;
  deps.publish(asked.news);
  deps.wakeOutbox();
  return { ok: true };
}

function contentOf(order: OrderRow, what: AskInput['what'], how: 'location' | 'text', language: string, token: string): StoredContent {
  if (what === 'address') {
    const body = addressQuestion(language, order.number, how);
    return how === 'location' ? { kind: 'location-request', body } : { kind: 'text', body };
  }
  const { body, pickup, delivery } = fulfilmentQuestion(language, order.number);
  const buttons = [
    { id: writeButtonId(token, 'pickup'), title: pickup },
    { id: writeButtonId(token, 'delivery'), title: delivery },
  ];
  return { kind: 'buttons', header: null, body, footer: null, buttons };
}

/** The language this order's customer is written to in, ISO 639. */
export function languageOf({ store, shopLanguage }: Pick<AskDeps, 'store' | 'shopLanguage'>, order: OrderRow): string {
  return store.customers.get(order.customer_id)?.language ?? shopLanguage();
}

/** Queues a question inside the caller's transaction. An order without a chat, or one that is a rehearsal, has nobody to ask. */
export function queueQuestion(deps: AskDeps, order: OrderRow, content: StoredContent, requestId: string): { ok: true; messageId: number } | Refused {
  if (order.conversation_id === null || order.rehearsal === 1) return { ok: false, reason: 'no-chat' };
  const type = content.kind === 'text' ? 'text' : 'interactive';
  return queueMessage(deps, order.conversation_id, { type, content, quoteWamid: null, callbackId: requestId });
}

/** What a question changes: the chat and the order show it. To be published after the commit. */
export function newsOfQuestion(order: OrderRow, messageId: number): News[] {
  const { id: orderId, conversation_id: conversationId } = order;
  return [...(conversationId === null ? [] : [{ kind: 'message' as const, conversationId, messageId }]), { kind: 'order', orderId }];
}
