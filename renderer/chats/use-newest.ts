import { useQueryClient } from '@tanstack/react-query';
import type { InfiniteData } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ConversationView } from '../../shared/contract/chats.ts';
import type { MessageView } from '../../shared/contract/messages.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import type { ThreadPage } from './chat-queries.ts';

type Pages = InfiniteData<{ messages: MessageView[]; more: boolean; newer: boolean }, ThreadPage>;

/**
 * The way from anywhere in a thread to its newest messages, which may be among those that are not kept. Who sends something is led there too. What was
 * read further up is forgotten when the chat is left: it opens at its end the next time, with one question.
 * @param isAway the newest messages are not shown
 */
export function useNewest(conversationId: number, conversation: ConversationView | null | undefined, isAway: boolean, onShown: () => void) {
  const api = useApi();
  const client = useQueryClient();
  const [times, setTimes] = useState(0);
  const show = () => {
    void api.chats.thread({ conversationId }).then(
      (page) => {
        client.setQueryData<Pages>(queryKeys.thread(conversationId), { pages: [page], pageParams: [{}] });
        setTimes((before) => before + 1);
        onShown();
      },
      // A loss of the cable says so by itself, and the button is still there.
      () => undefined,
    );
  };

  useEffect(
    () => () => {
      const queryKey = queryKeys.thread(conversationId);
      const pages = client.getQueryData<Pages>(queryKey);
      const first = pages?.pageParams[0];
      if (!pages || !first) return;
      if (first.before || first.after) client.removeQueries({ queryKey, exact: true });
      else if (pages.pages.length > 1) client.setQueryData<Pages>(queryKey, { pages: pages.pages.slice(0, 1), pageParams: [first] });
    },
    [client, conversationId],
  );

  const last = conversation?.last;
  const ownId = last?.direction === 'out' && last.status === 'queued' ? last.id : 0;
  const known = useRef({ conversationId: 0, ownId: 0 });
  useEffect(() => {
    if (!conversation) return;
    const before = known.current.conversationId === conversationId ? known.current.ownId : null;
    known.current = { conversationId, ownId: Math.max(ownId, before ?? 0) };
    if (before !== null && ownId > before && isAway) show();
  });
  return { show, times };
}
