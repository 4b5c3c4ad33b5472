import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

type Place = { id: number };

/** Conversations, newest first, a page at a time. */
export function useConversationsOptions() {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: queryKeys.conversations,
    queryFn: ({ pageParam }) => api.chats.list(pageParam === null ? {} : { before: pageParam }),
    initialPageParam: null as (Place & { lastAt: number }) | null,
    getNextPageParam: (page) => {
      const last = page.conversations.at(-1);
      return page.more && last ? { lastAt: last.lastAt, id: last.id } : undefined;
    },
  });
}

/** How many conversations wait to be read; null while that is not known. */
export function useConversationCounts(): { unreadConversations: number; questions: number } | null {
  const page = useInfiniteQuery(useConversationsOptions()).data?.pages[0];
  return page ? { unreadConversations: page.unreadConversations, questions: page.questions } : null;
}

/** One conversation; null where there is none of this id. */
export function useConversationOptions(conversationId: number) {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.conversation(conversationId), queryFn: () => api.chats.get({ conversationId }) });
}

/** A conversation's messages; the first page holds the newest, each further one older ones. */
export function useThreadOptions(conversationId: number) {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: queryKeys.thread(conversationId),
    queryFn: ({ pageParam }) => api.chats.thread(pageParam === null ? { conversationId } : { conversationId, before: pageParam }),
    initialPageParam: null as (Place & { sentAt: number }) | null,
    getNextPageParam: (page) => {
      const first = page.messages[0];
      return page.more && first ? { sentAt: first.sentAt, id: first.id } : undefined;
    },
  });
}
