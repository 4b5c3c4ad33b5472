import type { News } from '../../shared/contract/live.ts';
import { queryKeys } from './query-keys.ts';

/** Which answers a piece of news makes old. */
export function affectedBy(news: News): (readonly unknown[])[] {
  switch (news.kind) {
    case 'conversation':
      return [queryKeys.conversations, queryKeys.conversation(news.conversationId)];
    case 'message':
      // The customer's panel counts messages, and names what was asked about.
      return [queryKeys.thread(news.conversationId), queryKeys.conversations, queryKeys.conversation(news.conversationId), queryKeys.customers];
    case 'order':
      return [
        queryKeys.board,
        queryKeys.order(news.orderId),
        queryKeys.orderList,
        queryKeys.conversations,
        queryKeys.customers,
        queryKeys.dayBook,
        queryKeys.search,
      ];
    case 'product':
      // All that names articles: cards, the search of the catalogue, what sold most, what was found.
      return [
        queryKeys.image(news.catalogId, news.retailerId),
        queryKeys.orders,
        queryKeys.articles,
        queryKeys.catalogue,
        queryKeys.chats,
        queryKeys.dayBook,
        queryKeys.search,
      ];
    case 'customer':
      return [queryKeys.customers, queryKeys.chats, queryKeys.orders, queryKeys.search];
    case 'catalogue':
      return [queryKeys.catalogue];
    case 'templates':
      return [queryKeys.templates];
    case 'quick-replies':
      return [queryKeys.quickReplies];
    case 'connection':
      return [queryKeys.connection, queryKeys.linkLog, queryKeys.gaps];
    case 'bell':
      return [queryKeys.bell];
    case 'printing':
      return [queryKeys.printing];
    case 'settings':
      return [queryKeys.settings, queryKeys.computer, queryKeys.setup, queryKeys.connection, queryKeys.practice, queryKeys.bell, queryKeys.printing];
    case 'closing':
      return [queryKeys.conversations];
    case 'arrived':
      return [queryKeys.connection];
  }
}
