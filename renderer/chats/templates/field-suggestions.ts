import type { ConversationView } from '../../../shared/contract/chats.ts';
import type { MessageView } from '../../../shared/contract/messages.ts';
import type { Money } from '../../../shared/domain/money.ts';

export type Suggestion = { what: 'name' | 'number' | 'total' | 'shop'; text: string };

type Given = {
  conversation: Pick<ConversationView, 'customer'>;
  /** Of the thread, oldest first. */
  messages: readonly Pick<MessageView, 'content'>[];
  shop: string;
  money: (money: Money) => string;
};

/** What a field of a template is likely to hold: the customer, the newest order in sight, the shop. What is not known is left out. */
export function fieldSuggestions({ conversation, messages, shop, money }: Given): Suggestion[] {
  const order = messages.findLast(({ content }) => content.kind === 'order')?.content;
  const { name, phone } = conversation.customer;
  const suggestions: Suggestion[] = [{ what: 'name', text: name === null || name === phone ? '' : name }];
  if (order?.kind === 'order') {
    suggestions.push({ what: 'number', text: String(order.number) });
    suggestions.push({ what: 'total', text: order.unclear > 0 ? '' : order.totals.map((total) => money(total)).join(' + ') });
  }
  suggestions.push({ what: 'shop', text: shop });
  return suggestions.filter(({ text }) => text.trim() !== '');
}
