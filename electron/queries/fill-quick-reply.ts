import { chooseText, replyText } from '../../shared/domain/reply-text.ts';
import type { TellMoment } from '../../shared/domain/tell-text.ts';
import type { Store } from '../store/open-store.ts';
import { sumOrder } from './view-order.ts';

/** A ready text for a chat: in its customer's language, its fields filled from the newest open order, else the newest of the last week; null where there is none of this id. */
export function fillQuickReply(
  store: Store,
  { id, conversationId }: { id: number; conversationId: number },
  shop: { name: string; language: string },
  moment: TellMoment,
): { text: string; language: string } | null {
  const reply = store.quickReplies.get(id);
  const conversation = store.conversations.get(conversationId);
  const customer = conversation && store.customers.get(conversation.customer_id);
  const chosen = reply && chooseText(reply.texts, customer?.language ?? shop.language);
  if (!chosen) return null;
  const order = conversation && store.orders.newestOf(conversation.customer_id, moment.now - WEEK_MS);
  const facts = {
    name: customer?.name || (customer?.username ? `@${customer.username}` : ''),
    shop: shop.name,
    address: order?.address ?? customer?.address ?? null,
    order: order ? { number: order.number, ...sumOrder(store, order.id), promisedAt: order.promised_at } : null,
  };
  return { text: replyText(chosen.text, chosen.language, facts, moment), language: chosen.language };
}

/** An order that was finished longer ago is not what a text is about. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
