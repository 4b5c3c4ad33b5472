import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

/** Puts a failed or unknown message of ours aside: it counts and is listed no more. What is aside already is ok. */
export function dismissMessage(deps: { store: Store; now: () => number; publish: (news: readonly News[]) => void }, messageId: number): { ok: true } | Refused {
  const { store } = deps;
  const message = store.messages.get(messageId);
  if (!message || message.direction === 'in') return { ok: false, reason: 'not-found' };
  if (message.dismissed_at !== null) return { ok: true };
  if (message.status !== 'failed' && message.status !== 'unknown') return { ok: false, reason: 'wrong-state' };
  store.failedMessages.dismiss(messageId, deps.now());
  const { conversation_id: conversationId } = message;
  deps.publish([{ kind: 'message', conversationId, messageId }, { kind: 'connection' }]);
  return { ok: true };
}
