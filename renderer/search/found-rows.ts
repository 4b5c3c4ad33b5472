import type { FoundAll } from '../../shared/contract/search.ts';
import type { CustomerHit, MessageHit } from '../../shared/contract/search.ts';
import type { OrderHit } from '../../shared/contract/day-book.ts';

/** One thing that was found; `id` names it within the list, `to` is where it stands on the page. */
export type FoundRow =
  | { id: string; to: string; kind: 'order'; hit: OrderHit }
  | { id: string; to: string; kind: 'customer'; hit: CustomerHit }
  | { id: string; to: string; kind: 'message'; hit: MessageHit }
  | { id: string; to: string; kind: 'product'; hit: FoundAll['products'][number] };
export type FoundSection = { id: FoundRow['kind']; rows: FoundRow[]; more: boolean };

/** What was found, by kind, in the order in which it stands; kinds of which nothing was found are left out. */
export function foundSections(found: FoundAll): FoundSection[] {
  const sections: FoundSection[] = [
    {
      id: 'order',
      more: found.moreOrders,
      rows: found.orders.map((hit) => ({ id: `o${hit.orderId}`, to: `/orders/${hit.orderId}`, kind: 'order', hit })),
    },
    {
      id: 'customer',
      more: found.moreCustomers,
      rows: found.customers.map((hit) => ({
        id: `c${hit.customer.id}`,
        to: hit.conversationId === null ? `/customers/${hit.customer.id}` : `/chats/${hit.conversationId}`,
        kind: 'customer',
        hit,
      })),
    },
    {
      id: 'message',
      more: found.moreMessages,
      rows: found.messages.map((hit) => ({ id: `m${hit.messageId}`, to: `/chats/${hit.conversationId}/${hit.messageId}`, kind: 'message', hit })),
    },
    {
      id: 'product',
      more: found.moreProducts,
      rows: found.products.map((hit) => ({
        id: `p${hit.product.catalogId}/${hit.product.retailerId}`,
        to: `/article/${encodeURIComponent(hit.product.catalogId)}/${encodeURIComponent(hit.product.retailerId)}`,
        kind: 'product',
        hit,
      })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}
