import { PRACTICE_ACCOUNT } from './practice-account.ts';
import { ADDRESSES, asksForAddress, PLACES } from './places.ts';
import type { Random } from './seeded-random.ts';
import type { Accepted } from './tick-message.ts';
import { type Written, writeText } from './write-message.ts';

/** How a customer can answer a question of the shop. */
export type AnswerKind = 'press-first' | 'press-last' | 'location' | 'address';

/** Whether a message of the shop is a question that can be answered so. */
export function canAnswer({ content }: Accepted, how: AnswerKind): boolean {
  if (how === 'press-first' || how === 'press-last') return content.kind === 'buttons';
  return content.kind === 'location-request' || (content.kind === 'text' && asksForAddress(content.body));
}

/** How a customer answers by themselves: most agree, share where they are, or write where they live. Null: it is no question. */
export function pickAnswer(asked: Accepted, random: Random): AnswerKind | null {
  if (canAnswer(asked, 'press-first')) return random.next() < 0.85 ? 'press-first' : 'press-last';
  if (asked.content.kind === 'location-request') return random.next() < 0.8 ? 'location' : 'address';
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
  if (how === 'location') return { type: 'location', location: random.pick(PLACES), ...(content.kind === 'location-request' ? { context } : {}) };
  return writeText(random.pick(ADDRESSES[customer.speaks]));
}
