import type { News } from '../../shared/contract/live.ts';
import type { Store } from '../store/open-store.ts';

/** The operator has seen a conversation up to a message. Returns how many are unread now. */
export function markSeen({ store, publish }: { store: Store; publish: (news: readonly News[]) => void }, conversationId: number, messageId: number): number {
  if (store.conversations.seen(conversationId, messageId)) publish([{ kind: 'conversation', conversationId }]);
  return store.conversations.get(conversationId)?.unread ?? 0;
}
