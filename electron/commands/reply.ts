import type { Refused } from '../../shared/domain/reason.ts';
import { TEXT_LIMIT } from '../../shared/domain/send-limits.ts';
import { queueMessage, type SendDeps } from './queue-message.ts';
import { quotedWamid } from './quoted-wamid.ts';

export type ReplyInput = { conversationId: number; text: string; quoteMessageId?: number | undefined; requestId: string };

/**
 * Writes a text and its place in the outbox in one transaction. The same `requestId` again gives the first one's message, so a
 * page that lost the answer may simply ask again.
 */
export function reply(deps: SendDeps, input: ReplyInput): { ok: true; messageId: number } | Refused {
  const { store } = deps;
  const known = store.messages.byCallbackId(input.requestId);
  if (known) return known.conversation_id === input.conversationId ? { ok: true, messageId: known.id } : { ok: false, reason: 'wrong-state' };
  const text = input.text.trim();
  if (text === '') return { ok: false, reason: 'empty-text' };
  if ([...text].length > TEXT_LIMIT) return { ok: false, reason: 'text-too-long' };
  const quoteWamid = quotedWamid(store, input.conversationId, input.quoteMessageId);
  return queueText(deps, input.conversationId, { text, quoteWamid, callbackId: input.requestId });
}

/** Puts a text into the outbox, if the conversation can be answered now. */
export function queueText(
  deps: SendDeps,
  conversationId: number,
  { text, quoteWamid, callbackId }: { text: string; quoteWamid: string | null; callbackId: string },
): { ok: true; messageId: number } | Refused {
  const message = { type: 'text', content: { kind: 'text' as const, body: text }, quoteWamid, callbackId };
  const queued = deps.store.transaction(() => queueMessage(deps, conversationId, message));
  if (!queued.ok) return queued;
  deps.publish([{ kind: 'message', conversationId, messageId: queued.messageId }]);
  deps.wakeOutbox();
  return queued;
}
