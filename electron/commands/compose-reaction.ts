import type { Refused } from '../../shared/domain/reason.ts';
import type { Sendable } from '../../shared/domain/send-limits.ts';
import type { MessageRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';

/** WhatsApp takes reactions to what is at most this old. */
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** The reaction to a message of this chat, and its target. An empty emoji withdraws the one that stands there. */
export function composeReaction(
  store: Store,
  conversationId: number,
  { messageId, emoji }: { messageId: number; emoji: string },
  now: number,
): { ok: true; content: Extract<Sendable, { kind: 'reaction' }>; target: MessageRow } | Refused {
  const target = store.messages.get(messageId);
  if (!target || target.conversation_id !== conversationId || target.deleted_at !== null) return { ok: false, reason: 'not-found' };
  // Without an id at Meta there is nothing to react to; a reaction or an edit is no message of its own.
  if (target.wamid === null || target.folded_into !== null || ['reaction', 'edit', 'system'].includes(target.type))
    return { ok: false, reason: 'not-supported' };
  if (now - target.sent_at > OLDEST_MS) return { ok: false, reason: 'too-old' };
  return { ok: true, content: { kind: 'reaction', emoji: emoji.trim(), targetWamid: target.wamid }, target };
}

/** A reaction that was queued stands at its message from now on, instead of the earlier one. Inside the caller's transaction. */
export function standAtTarget(store: Store, messageId: number, targetId: number): void {
  store.ownReactions.fold(messageId, targetId);
  const reaction = store.messages.get(messageId);
  if (reaction) store.ownReactions.settle(reaction);
}
