import type { OrderView } from '../../shared/contract/orders.ts';
import { readContent } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';
import type { AskRow } from '../store/order-asks.ts';
import type { OrderRow } from '../store/orders.ts';

/** How the customer gets an order: what is known, what was asked, what was chosen the last time, and what they wrote when asked where to. */
export function viewFulfilment(store: Store, row: OrderRow, customer = store.customers.get(row.customer_id)): OrderView['fulfilment'] {
  const asks = store.orderAsks.of(row.id);
  const askedLast = (what: 'fulfilment' | 'address') => {
    const last = asks.findLast((ask) => ask.what === what);
    return last?.answered_at === null ? last : null;
  };
  const addressAsk = askedLast('address');
  return {
    kind: row.fulfilment,
    address: row.address,
    coordinates: row.coordinates,
    kindAskedAt: askedLast('fulfilment')?.asked_at ?? null,
    addressAskedAt: addressAsk?.asked_at ?? null,
    remembered: { kind: customer?.fulfilment ?? null, address: customer?.address ?? null, coordinates: customer?.coordinates ?? null },
    suggestion: addressAsk && suggest(store, row, addressAsk),
  };
}

/**
 * The text that most likely holds the address: one that quotes the question, else the newest one with a number in it, else the newest.
 * It is only proposed; a person takes it over.
 */
function suggest(store: Store, { conversation_id: conversationId }: OrderRow, ask: AskRow): OrderView['fulfilment']['suggestion'] {
  if (conversationId === null) return null;
  const wamid = store.messages.get(ask.message_id)?.wamid ?? null;
  const texts = store.messages.textsSince(conversationId, ask.asked_at).flatMap((message) => {
    const content = readContent(message.content);
    return content.kind === 'text' && content.body.trim() !== '' ? [{ message, text: content.body.trim().slice(0, 1000) }] : [];
  });
  const found = texts.find(({ message }) => wamid !== null && message.context_wamid === wamid) ?? texts.find(({ text }) => /\p{Nd}/u.test(text)) ?? texts[0];
  return found ? { messageId: found.message.id, text: found.text } : null;
}
