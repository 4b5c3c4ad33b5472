import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { Store } from '../store/open-store.ts';

/** Meta's limit of a text's body, in characters. */
export const TEXT_LIMIT = 4096;

export type ReplyDeps = {
  store: Store;
  now: () => number;
  publish: (news: readonly News[]) => void;
  /** Wakes the worker that reads the outbox. */
  wakeOutbox: () => void;
  /** False for conversations of numbers that nothing can be sent from (the On-Premises API has ended). */
  canSendFrom: (phoneNumberId: string) => boolean;
};

export type ReplyInput = { conversationId: number; text: string; quoteMessageId?: number | undefined; requestId: string };

/**
 * Writes a text and its place in the outbox in one transaction. The same `requestId` again gives the first one's message, so a
 * page that lost the answer may simply ask again.
 */
export function reply(deps: ReplyDeps, input: ReplyInput): { ok: true; messageId: number } | Refused {
  const { store } = deps;
  const known = store.messages.byCallbackId(input.requestId);
  if (known) return known.conversation_id === input.conversationId ? { ok: true, messageId: known.id } : { ok: false, reason: 'wrong-state' };
  const text = input.text.trim();
  if (text === '') return { ok: false, reason: 'empty-text' };
  if ([...text].length > TEXT_LIMIT) return { ok: false, reason: 'text-too-long' };
  const quoted = input.quoteMessageId === undefined ? null : store.messages.get(input.quoteMessageId);
  const quoteWamid = quoted?.conversation_id === input.conversationId ? quoted.wamid : null;
  return queueText(deps, input.conversationId, { text, quoteWamid, callbackId: input.requestId });
}

/** Puts a text into the outbox, if the conversation can be answered now. */
export function queueText(
  { store, now, publish, wakeOutbox, canSendFrom }: ReplyDeps,
  conversationId: number,
  message: { text: string; quoteWamid: string | null; callbackId: string },
): { ok: true; messageId: number } | Refused {
  const conversation = store.conversations.get(conversationId);
  if (!conversation) return { ok: false, reason: 'not-found' };
  if (!canSendFrom(conversation.phone_number_id)) return { ok: false, reason: 'number-cannot-reply' };
  const at = now();
  if (serviceWindow(conversation.last_inbound_at, at).state !== 'open') return { ok: false, reason: 'window-closed' };
  const messageId = store.transaction(() => {
    const { text, quoteWamid, callbackId } = message;
    const id = store.messages.insertOutgoing({
      conversationId,
      type: 'text',
      sentAt: at,
      content: { kind: 'text', body: text },
      contextWamid: quoteWamid,
      callbackId,
    });
    store.outbox.add(id, conversationId, at);
    store.conversations.shopWrote(conversationId, at);
    return id;
  });
  publish([{ kind: 'message', conversationId, messageId }]);
  wakeOutbox();
  return { ok: true, messageId };
}
