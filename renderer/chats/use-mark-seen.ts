import { useEffect } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import { useApi, useOffline } from '../cable/ConnectionProvider.tsx';

/** Tells the main side that the operator has seen the thread, while it is on the screen and the window has the focus. */
export function useMarkSeen(conversation: ConversationView | null | undefined, newestId: number | undefined): void {
  const api = useApi();
  const offline = useOffline();
  const conversationId = conversation?.id;
  const waits = (conversation?.unread ?? 0) > 0 && !offline;
  useEffect(() => {
    if (!waits || conversationId === undefined || newestId === undefined) return undefined;
    const look = () => {
      if (!document.hasFocus() || document.visibilityState !== 'visible') return;
      // The feed brings the new count back; a loss of the cable asks again by itself.
      api.chats.seen({ conversationId, messageId: newestId }).catch(() => undefined);
    };
    look();
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, conversationId, newestId, waits]);
}
