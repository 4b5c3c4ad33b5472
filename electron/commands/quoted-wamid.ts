import type { Store } from '../store/open-store.ts';

/** What a message of this chat is quoted by; null where there is nothing to quote, or Meta has no id of it. */
export function quotedWamid(store: Store, conversationId: number, messageId: number | undefined): string | null {
  const quoted = messageId === undefined ? null : store.messages.get(messageId);
  return quoted?.conversation_id === conversationId ? quoted.wamid : null;
}
