import type { ChatFilter } from '../../shared/contract/chats.ts';

const FILTERS: readonly ChatFilter[] = ['all', 'unread', 'unanswered', 'questions', 'closing', 'with-order', 'failed'];
const KEY = 'shopbell.chat-filter';

/** The chats that this screen showed the last time it was used today; a new window begins with all of them. */
export function keptFilter(): ChatFilter {
  const kept = sessionStorage.getItem(KEY);
  return FILTERS.find((filter) => filter === kept) ?? 'all';
}

/** Keeps which chats are shown, for as long as the window is open. */
export function keepFilter(filter: ChatFilter): void {
  sessionStorage.setItem(KEY, filter);
}
