import type { Refused } from '../../shared/domain/reason.ts';
import { readContent } from '../store/stored-content.ts';
import { standAtTarget } from './compose-reaction.ts';
import { queueMessage, type SendDeps } from './queue-message.ts';

/**
 * Sends an `unknown` or `failed` message once more as a new message (Meta gives it a new id). Only a person does this, and only
 * once a message: whoever doubts again sends the newer one again. Buttons keep their ids and a question moves on to the newer message,
 * so that an answer to either counts; a file goes along, and a reaction stands at its message.
 */
export function sendAgain(deps: SendDeps & { newId: () => string }, messageId: number): { ok: true; messageId: number } | Refused {
  const { store } = deps;
  const message = store.messages.get(messageId);
  if (!message || message.direction === 'in') return { ok: false, reason: 'not-found' };
  if (message.sent_again_as !== null) return { ok: false, reason: 'already-sent' };
  if (message.status !== 'unknown' && message.status !== 'failed') return { ok: false, reason: 'wrong-state' };
  // Nobody waits for the answer to this question any more.
  if (store.orderAsks.byMessage(messageId)?.answered_at != null) return { ok: false, reason: 'wrong-state' };
  const content = readContent(message.content);
  const file = store.media.of(message.id);
  if (file && file.hash === null) return { ok: false, reason: 'upload-lost' };
  const { type, conversation_id: conversationId, context_wamid: quoteWamid } = message;
  const queued = store.transaction(() => {
    const result = queueMessage(deps, conversationId, { type, content, quoteWamid, callbackId: deps.newId() });
    if (!result.ok) return result;
    store.messages.setSentAgain(message.id, result.messageId);
    if (file) store.media.copyOutgoing(message.id, result.messageId);
    if (message.folded_into !== null) standAtTarget(store, result.messageId, message.folded_into);
    store.orderAsks.moveTo(message.id, result.messageId);
    store.orderRevisions.moveTo(message.id, result.messageId);
    return result;
  });
  if (!queued.ok) return queued;
  deps.publish([message.id, queued.messageId].map((id) => ({ kind: 'message', conversationId, messageId: id })));
  deps.publish([{ kind: 'connection' }]);
  deps.wakeOutbox();
  return queued;
}
