import { infiniteQueryOptions, queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

type Place = { id: number };

/** Conversations that a filter lets through, newest first, a page at a time. */
export function useConversationsOptions(filter: ChatFilter = 'all') {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: [...queryKeys.conversations, filter],
    queryFn: ({ pageParam }) => api.chats.list({ filter, ...(pageParam === null ? {} : { before: pageParam }) }),
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

/** So many pages of a thread are kept at once: what lies further away is asked for again by whoever comes back to it. News let all of them be read anew. */
export const THREAD_PAGES = 8;

/** Which messages a page of a thread holds. */
export type ThreadPage = { before?: Place & { sentAt: number }; after?: Place & { sentAt: number }; around?: number };

/** A conversation's messages: the newest, or those around one; from there older ones page by page, and newer ones as far as there are any. */
export function useThreadOptions(conversationId: number, around: number | null = null) {
  const api = useApi();
  const newest: ThreadPage = {};
  return infiniteQueryOptions({
    queryKey: around === null ? queryKeys.thread(conversationId) : [...queryKeys.thread(conversationId), around],
    queryFn: ({ pageParam }) => api.chats.thread({ conversationId, ...pageParam }),
    initialPageParam: around === null ? newest : { ...newest, around },
    maxPages: THREAD_PAGES,
    getNextPageParam: (page): ThreadPage | undefined => {
      const first = page.messages[0];
      return page.more && first ? { before: { sentAt: first.sentAt, id: first.id } } : undefined;
    },
    getPreviousPageParam: (page): ThreadPage | undefined => {
      const last = page.messages.at(-1);
      return page.newer && last ? { after: { sentAt: last.sentAt, id: last.id } } : undefined;
    },
  });
}
