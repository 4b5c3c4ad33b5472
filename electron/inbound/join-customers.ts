import type { News } from '../../shared/contract/live.ts';
import type { Resolved } from '../store/customers.ts';
import type { Store } from '../store/open-store.ts';

/**
 * What follows where somebody turned out to be known under another name: orders that were telephoned get the chat, and whoever shows a chat or an
 * open order of theirs asks anew. Inside the caller's transaction; nothing where nothing was found out.
 */
export function joinCustomers(store: Store, { id, merged, first, gone }: Resolved): News[] {
  if (!merged && !first) return [];
  const [newest] = store.conversations.of(id);
  if (newest !== undefined) store.orders.giveChat(id, newest);
  return [
    { kind: 'customer', customerId: id },
    ...[...store.conversations.of(id), ...gone].map((conversationId): News => ({ kind: 'conversation', conversationId })),
    ...store.orders.openOf(id).map((orderId): News => ({ kind: 'order', orderId })),
  ];
}
