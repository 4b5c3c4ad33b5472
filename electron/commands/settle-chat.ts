import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { Store } from '../store/open-store.ts';

/** What a customer wrote until now needs no answer: the chat waits no more, until they write again. */
export function settleChat(
  { store, now, publish }: { store: Pick<Store, 'chatList' | 'conversations'>; now: () => number; publish: (news: readonly News[]) => void },
  conversationId: number,
): { ok: true } | Refused {
  const conversation = store.conversations.get(conversationId);
  if (!conversation) return { ok: false, reason: 'not-found' };
  // WhatsApp's clock may be ahead of this computer's.
  store.chatList.settle(conversationId, Math.max(now(), conversation.last_inbound_at ?? 0));
  publish([{ kind: 'conversation', conversationId }]);
  return { ok: true };
}
