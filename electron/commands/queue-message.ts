import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { isSendable, refusedBy } from '../../shared/domain/send-limits.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';

export type SendDeps = {
  store: Store;
  now: () => number;
  publish: (news: readonly News[]) => void;
  /** Wakes the worker that reads the outbox. */
  wakeOutbox: () => void;
  /** False for conversations of numbers that nothing can be sent from (the On-Premises API has ended). */
  canSendFrom: (phoneNumberId: string) => boolean;
};

export type QueuedMessage = {
  /** Meta's type name: text, interactive, template. */
  type: string;
  content: StoredContent;
  quoteWamid: string | null;
  /** A UUID; comes back in every tick. */
  callbackId: string;
  /** Until then it waits and can be taken back, ms. */
  takebackUntil?: number;
};

/** Whether a message could go to this conversation now: a template always, anything else only inside the service window. */
export function maySend(
  { store, now, canSendFrom }: Pick<SendDeps, 'store' | 'now' | 'canSendFrom'>,
  conversationId: number,
  type: string,
): { ok: true } | Refused {
  const conversation = store.conversations.get(conversationId);
  if (!conversation) return { ok: false, reason: 'not-found' };
  if (!canSendFrom(conversation.phone_number_id)) return { ok: false, reason: 'number-cannot-reply' };
  if (type !== 'template' && serviceWindow(conversation.last_inbound_at, now()).state !== 'open') return { ok: false, reason: 'window-closed' };
  return { ok: true };
}

/**
 * Writes a message and its place in the outbox; what Meta would not take is refused here. To be called inside the transaction of what causes it; the caller publishes the
 * message's news and wakes the outbox after the commit.
 */
export function queueMessage(
  deps: Pick<SendDeps, 'store' | 'now' | 'canSendFrom'>,
  conversationId: number,
  message: QueuedMessage,
): { ok: true; messageId: number } | Refused {
  const may = maySend(deps, conversationId, message.type);
  if (!may.ok) return may;
  const { store } = deps;
  const at = deps.now();
  const { type, content, quoteWamid, callbackId, takebackUntil } = message;
  const fault = isSendable(content) ? refusedBy(content) : 'not-supported';
  if (fault !== null) return { ok: false, reason: fault };
  const messageId = store.messages.insertOutgoing({ conversationId, type, sentAt: at, content, contextWamid: quoteWamid, callbackId });
  store.outbox.add(messageId, conversationId, at, takebackUntil ?? null);
  store.conversations.shopWrote(conversationId, at);
  return { ok: true, messageId };
}
