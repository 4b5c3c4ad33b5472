import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

/** Takes a message of ours out of the outbox, as a person asked for; refused with `too-late` when it has gone. What is done already is ok. */
export function takeBack(deps: { store: Store; now: () => number; publish: (news: readonly News[]) => void }, messageId: number): { ok: true } | Refused {
  const { store } = deps;
  const message = store.messages.get(messageId);
  if (!message || message.direction === 'in') return { ok: false, reason: 'not-found' };
  if (message.deleted_at !== null) return { ok: true };
  const news = store.transaction(() => takeOut(store, messageId, deps.now()));
  if (!news) return { ok: false, reason: 'too-late' };
  deps.publish(news);
  return { ok: true };
}

/**
 * Takes a message out of the outbox before it goes, with what it was written for: a tell can then be told later, a question is open no more,
 * a proposal is withdrawn. To be called inside a transaction.
 * @returns what changed, or null where it is too late
 */
export function takeOut(store: Store, messageId: number, at: number): News[] | null {
  const message = store.messages.get(messageId);
  if (!message || !store.outbox.takeBack(messageId)) return null;
  store.messages.setTakenBack(messageId, at);
  store.conversations.shopTookBack(message.conversation_id);
  if (message.type === 'reaction') store.ownReactions.settle(message);
  const tell = store.orderTells.byMessage(messageId);
  if (tell) {
    store.orderTells.remove(tell.order_id, tell.step);
    note(store, tell.order_id, at, 'taken-back', { step: tell.step });
  }
  const ask = store.orderAsks.byMessage(messageId);
  if (ask) {
    store.orderAsks.close(ask.id, at);
    if (ask.revision_id !== null && store.orderRevisions.decide(ask.revision_id, 'withdrawn', at))
      note(store, ask.order_id, at, 'revision-withdrawn', { revisionId: ask.revision_id });
  }
  const orderId = tell?.order_id ?? ask?.order_id ?? null;
  const { conversation_id: conversationId } = message;
  return [
    { kind: 'message', conversationId, messageId },
    { kind: 'conversation', conversationId },
    ...(orderId === null ? [] : [{ kind: 'order' as const, orderId }]),
  ];
}

function note(store: Store, orderId: number, at: number, what: 'taken-back' | 'revision-withdrawn', detail: object): void {
  const state = store.orders.get(orderId)?.state;
  if (state) store.orderHistory.add(orderId, { at, who: 'operator', what, from: state, to: state, detail });
}
