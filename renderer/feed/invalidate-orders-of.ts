import type { QueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys.ts';

/**
 * Makes old what shows an order of these conversations: a message moves the window's clock, the ticks of what was told, and the address
 * that the customer may have written. What shows no order of theirs is left alone.
 */
export function invalidateOrdersOf(queries: QueryClient, conversations: ReadonlySet<number>): void {
  if (conversations.size === 0) return;
  void queries.invalidateQueries({ queryKey: queryKeys.orders, predicate: (query) => showsOrderOf(query.state.data, conversations) });
}

/** True where an answer holds, at any depth, something of one of these conversations. */
export function showsOrderOf(answer: unknown, conversations: ReadonlySet<number>): boolean {
  if (Array.isArray(answer)) return answer.some((each) => showsOrderOf(each, conversations));
  if (typeof answer !== 'object' || answer === null) return false;
  if ('conversationId' in answer) return typeof answer.conversationId === 'number' && conversations.has(answer.conversationId);
  return Object.values(answer).some((each) => showsOrderOf(each, conversations));
}
