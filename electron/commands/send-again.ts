import type { Refused } from '../../shared/domain/reason.ts';
import type { SendDeps } from './queue-message.ts';
import { queueText } from './reply.ts';

/**
 * Sends an `unknown` or `failed` message once more as a new message (Meta gives it a new id). Only a person does this, and only
 * once a message: whoever doubts again sends the newer one again.
 */
export function sendAgain(deps: SendDeps & { newId: () => string }, messageId: number): { ok: true; messageId: number } | Refused {
  const { store } = deps;
  const message = store.messages.get(messageId);
  if (!message || message.direction === 'in') return { ok: false, reason: 'not-found' };
  if (message.sent_again_as !== null) return { ok: false, reason: 'already-sent' };
  if (message.status !== 'unknown' && message.status !== 'failed') return { ok: false, reason: 'wrong-state' };
  const content = JSON.parse(message.content) as { kind: string; body?: string };
  if (content.kind !== 'text' || content.body === undefined) return { ok: false, reason: 'not-supported' };
  const text = { text: content.body, quoteWamid: message.context_wamid, callbackId: deps.newId() };
  const queued = store.transaction(() => {
    const result = queueText({ ...deps, publish: () => {}, wakeOutbox: () => {} }, message.conversation_id, text);
    if (result.ok) store.messages.setSentAgain(message.id, result.messageId);
    return result;
  });
  if (queued.ok) {
    const conversationId = message.conversation_id;
    deps.publish([message.id, queued.messageId].map((id) => ({ kind: 'message', conversationId, messageId: id })));
    deps.publish([{ kind: 'connection' }]);
    deps.wakeOutbox();
  }
  return queued;
}
