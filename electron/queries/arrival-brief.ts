import type { Money } from '../../shared/domain/money.ts';
import { readContent, wordsOf } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';
import { viewCustomer } from './view-customer.ts';
import { sumOrder } from './view-order.ts';

/** What a desktop notification needs of an arrival; words are made of it in the shell. */
export type ArrivalBrief = {
  customer: string | null;
  /** What was written, or the title of the button that was pressed; null where there is none. */
  text: string | null;
  type: string;
  order: { number: number; pieces: bigint; totals: Money[]; unclear: number; late: boolean; rehearsal: boolean } | null;
};

export function arrivalBrief(store: Store, messageId: number): ArrivalBrief | null {
  const message = store.messages.get(messageId);
  const conversation = message && store.conversations.get(message.conversation_id);
  if (!message || !conversation) return null;
  const content = readContent(message.content);
  const order = message.wamid === null ? null : store.orders.byWamid(message.wamid);
  return {
    customer: viewCustomer(store, conversation.customer_id).name,
    text: wordsOf(content),
    type: message.type,
    order: order && { number: order.number, late: message.late === 1, rehearsal: order.rehearsal === 1, ...sumOrder(store, order.id) },
  };
}
