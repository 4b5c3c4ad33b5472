import { PRACTICE_ACCOUNT } from './practice-account.ts';
import { ADDRESSES, asksForAddress, PLACES } from './places.ts';
import type { Random } from './seeded-random.ts';
import type { Accepted } from './tick-message.ts';
import { type Written, writeOrder, writeQuestion, writeText } from './write-message.ts';
import { unknownOf } from './check-articles.ts';
import { givePhone } from './change-customer.ts';

/** How a customer can answer a question of the shop. */
export type AnswerKind = 'press-first' | 'press-last' | 'location' | 'address' | 'list-answer' | 'card' | 'template-button' | 'order-shown' | 'ask-shown';

/** Whether a message of the shop is a question that can be answered so. */
export function canAnswer({ content }: Accepted, how: AnswerKind): boolean {
  if (how === 'press-first' || how === 'press-last') return content.kind === 'buttons';
  if (how === 'list-answer') return content.kind === 'list';
  if (how === 'card') return content.kind === 'contact-request';
  if (how === 'template-button') return content.kind === 'template' && content.quickReplies.length > 0;
  if (how === 'order-shown' || how === 'ask-shown') return content.kind === 'articles' && unknownOf(content.retailerIds).length < content.retailerIds.length;
  return content.kind === 'location-request' || (content.kind === 'text' && asksForAddress(content.body));
}

/** How a customer answers by themselves: most agree, share where they are, or write where they live. Null: it is no question. */
export function pickAnswer(asked: Accepted, random: Random): AnswerKind | null {
  if (canAnswer(asked, 'press-first')) return random.next() < 0.85 ? 'press-first' : 'press-last';
  if (asked.content.kind === 'location-request') return random.next() < 0.8 ? 'location' : 'address';
  if (canAnswer(asked, 'list-answer')) return 'list-answer';
  if (canAnswer(asked, 'card')) return 'card';
  if (canAnswer(asked, 'template-button')) return random.next() < 0.6 ? 'template-button' : null;
  if (canAnswer(asked, 'order-shown')) return random.pick(['order-shown', 'order-shown', 'ask-shown', null]);
  return canAnswer(asked, 'address') ? 'address' : null;
}

/** What a customer sends as the answer. A pressed button and a place that was asked for name the message; typed words do not. */
export function writeAnswer(asked: Accepted, how: AnswerKind, random: Random): Written {
  const { content, customer, wamid } = asked;
  const context = { from: PRACTICE_ACCOUNT.displayPhoneNumber, id: wamid };
  if (content.kind === 'buttons' && (how === 'press-first' || how === 'press-last')) {
    const pressed = content.buttons.at(how === 'press-first' ? 0 : -1) ?? { id: '', title: '' };
    return { type: 'interactive', interactive: { type: 'button_reply', button_reply: pressed }, context };
  }
  if (content.kind === 'list') {
    return { type: 'interactive', interactive: { type: 'list_reply', list_reply: random.pick(content.rows) }, context };
  }
  if (content.kind === 'contact-request') {
    const phone = customer.phone ?? givePhone(customer);
    customer.shown = true;
    const name = customer.name ?? customer.username ?? `+${phone}`;
    const names = { formatted_name: name, first_name: name.split(' ')[0] ?? name };
    return { type: 'contacts', contacts: [{ origin: 'contact_request', name: names, phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }] }], context };
  }
  if (content.kind === 'template') {
    const { payload, text } = random.pick(content.quickReplies);
    return { type: 'button', button: { payload, text }, context };
  }
  if (content.kind === 'articles') {
    const known = content.retailerIds.filter((id) => unknownOf([id]).length === 0);
    return how === 'ask-shown' ? writeQuestion(customer, random, random.pick(known)) : writeOrder(customer, random, known);
  }
  if (how === 'location') return { type: 'location', location: random.pick(PLACES), ...(content.kind === 'location-request' ? { context } : {}) };
  return writeText(random.pick(ADDRESSES[customer.speaks]));
}
