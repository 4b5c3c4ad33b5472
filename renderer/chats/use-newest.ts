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
      async (page) => {
        // A page that is on its way would put those from before back.
        await client.cancelQueries({ queryKey: queryKeys.thread(conversationId), exact: true });
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
  // Whatever has become of it: a fast network has it accepted before it is seen here.
  const ownId = last?.direction === 'out' && last.origin === 'here' ? last.id : 0;
  const [first, setFirst] = useState<{ conversationId: number; ownId: number } | null>(null);
  if (conversation && first?.conversationId !== conversationId) setFirst({ conversationId, ownId });
  const sentId = first?.conversationId === conversationId && ownId > first.ownId ? ownId : null;
  const led = useRef<number | null>(null);
  useEffect(() => {
    if (sentId === null || led.current === sentId) return;
    led.current = sentId;
    if (isAway) show();
  });
  return { show, times, /** The newest that was sent since the chat is open; null: none was. */ sentId };
}
