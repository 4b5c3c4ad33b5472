import type { Outgoing } from '../../shared/contract/chats.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { StoredContent } from '../store/stored-content.ts';
import { composeContent } from './compose-content.ts';
import { composeMedia } from './compose-media.ts';
import { composeReaction, standAtTarget } from './compose-reaction.ts';
import { composeTemplate } from './compose-template.ts';
import { queueMessage, type SendDeps } from './queue-message.ts';
import { quotedWamid } from './quoted-wamid.ts';
import type { TakeUpload } from './take-upload.ts';

export type SendMessageDeps = SendDeps & { takeUpload: TakeUpload };

export type SendInput = { conversationId: number; content: Outgoing; quoteMessageId?: number | undefined; requestId: string };

/** A message that is ready to be queued; `beside` writes what belongs to it, inside the same transaction. */
type Composed = { ok: true; type: string; content: StoredContent; quotes: boolean; beside?: (messageId: number) => void };

/**
 * Writes anything that a shop can send and its place in the outbox in one transaction; what Meta would refuse is refused here. The same
 * `requestId` again gives the first one's message, so a page that lost the answer may simply ask again.
 */
export function sendMessage(deps: SendMessageDeps, input: SendInput): { ok: true; messageId: number } | Refused {
  const { store } = deps;
  const { conversationId, requestId } = input;
  const known = store.messages.byCallbackId(requestId);
  if (known) return known.conversation_id === conversationId ? { ok: true, messageId: known.id } : { ok: false, reason: 'wrong-state' };
  const queued = store.transaction((): { ok: true; messageId: number } | Refused => {
    const composed = compose(deps, input);
    if (!composed.ok) return composed;
    const { type, content, quotes, beside } = composed;
    const quoteWamid = quotes ? quotedWamid(store, conversationId, input.quoteMessageId) : null;
    const result = queueMessage(deps, conversationId, { type, content, quoteWamid, callbackId: requestId });
    if (result.ok) beside?.(result.messageId);
    return result;
  });
  if (!queued.ok) return queued;
  deps.publish([{ kind: 'message', conversationId, messageId: queued.messageId }]);
  deps.wakeOutbox();
  return queued;
}

function compose(deps: SendMessageDeps, { conversationId, content, requestId }: SendInput): Composed | Refused {
  const { store } = deps;
  switch (content.kind) {
    case 'media': {
      const composed = composeMedia(deps, content);
      if (!composed.ok) return composed;
      const { file } = composed;
      return { ok: true, type: file.kind, content: composed.content, quotes: true, beside: (messageId) => store.media.addOutgoing(messageId, file) };
    }
    case 'reaction': {
      const composed = composeReaction(store, conversationId, content, deps.now());
      if (!composed.ok) return composed;
      const { target } = composed;
      return { ok: true, type: 'reaction', content: composed.content, quotes: false, beside: (messageId) => standAtTarget(store, messageId, target.id) };
    }
    case 'template': {
      const composed = composeTemplate(deps, content);
      if (!composed.ok) return composed;
      const { file } = composed;
      const beside = (messageId: number) => (file === null ? undefined : store.media.addOutgoing(messageId, file));
      // WhatsApp shows no quote above a template.
      return { ok: true, type: 'template', content: composed.content, quotes: false, beside };
    }
    case 'text':
    case 'location':
    case 'location-request':
    case 'contact-request':
    case 'buttons':
    case 'product':
    case 'product-list':
    case 'catalogue':
    case 'carousel':
      return { ok: true, type: typeOf(content.kind), content: composeContent(store, content, requestId), quotes: true };
  }
}

/** Meta's name of the kind. */
function typeOf(kind: Outgoing['kind']): string {
  return kind === 'text' || kind === 'location' ? kind : 'interactive';
}
