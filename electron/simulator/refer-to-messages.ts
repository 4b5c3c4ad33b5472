import type { PracticeAction } from '../../shared/contract/practice.ts';
import type { Customer } from './keep-customers.ts';
import { PHRASES } from './phrases.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import type { Random } from './seeded-random.ts';
import { type Written, writeAnyText } from './write-message.ts';

/** What speaks of a message that was written before. */
export const REFERRING_ACTIONS = ['react', 'withdraw-reaction', 'quote', 'edit', 'delete'] as const satisfies readonly PracticeAction[];
export type ReferringAction = (typeof REFERRING_ACTIONS)[number];

/** A message of a chat, either way; `reacted`: the customer has put an emoji on it. */
export type Remembered = { wamid: string; customer: Customer; ours: boolean; type: string; reacted: boolean; gone: boolean };

export type ChatMemory = {
  add(message: Omit<Remembered, 'reacted' | 'gone'>): void;
  has(wamid: string): boolean;
  /** The newest message that can be spoken of so. */
  find(action: ReferringAction): Remembered | undefined;
};

const LONGEST = 500;

/** What stands at another message can be neither quoted nor deleted by itself. */
const NO_BUBBLE: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke', 'system', 'request_welcome']);

function fits(action: ReferringAction, message: Remembered): boolean {
  if (message.gone || NO_BUBBLE.has(message.type)) return false;
  switch (action) {
    case 'react':
      return !message.reacted;
    case 'withdraw-reaction':
      return message.reacted;
    case 'quote':
      return true;
    case 'edit':
      return !message.ours && message.type === 'text';
    case 'delete':
      return !message.ours && message.type !== 'order';
  }
}

/** What was written of late, oldest first. Customers react to the shop's messages rather than to their own. */
export function rememberChats(): ChatMemory {
  let messages: Remembered[] = [];
  return {
    add: (message) => {
      messages = [...messages, { ...message, reacted: false, gone: false }].slice(-LONGEST);
    },
    has: (wamid) => messages.some((message) => message.wamid === wamid),
    find: (action) => {
      const fitting = messages.filter((message) => fits(action, message));
      const own = action === 'edit' || action === 'delete';
      return fitting.findLast((message) => message.ours !== own) ?? fitting.at(-1);
    },
  };
}

export function writeReferring(action: ReferringAction, message: Remembered, random: Random): Written {
  const { wamid, customer, ours } = message;
  switch (action) {
    case 'react':
      message.reacted = true;
      return { type: 'reaction', reaction: { message_id: wamid, emoji: random.pick(['👍', '❤️', '😂', '🙏', '🎂']) } };
    case 'withdraw-reaction':
      message.reacted = false;
      return { type: 'reaction', reaction: { message_id: wamid } };
    case 'quote':
      return { ...writeAnyText(customer, random), context: { from: ours ? PRACTICE_ACCOUNT.displayPhoneNumber : (customer.phone ?? ''), id: wamid } };
    case 'edit': {
      const body = `${random.pick(PHRASES[customer.speaks].text)} (!)`;
      return { type: 'edit', edit: { original_message_id: wamid, message: { context: { id: 'M0' }, type: 'text', text: { body } } } };
    }
    case 'delete':
      message.gone = true;
      return { type: 'revoke', revoke: { original_message_id: wamid } };
  }
}
