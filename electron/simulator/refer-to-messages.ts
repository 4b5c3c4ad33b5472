import type { PracticeAction } from '../../shared/contract/practice.ts';
import type { Customer } from './keep-customers.ts';
import { isWamid } from './make-ids.ts';
import { PHRASES } from './phrases.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import type { Random } from './seeded-random.ts';
import { type Written, writeAnyText } from './write-message.ts';

/** What speaks of a message that was written before. */
export const REFERRING_ACTIONS = ['react', 'withdraw-reaction', 'quote', 'edit', 'delete'] as const satisfies readonly PracticeAction[];
export type ReferringAction = (typeof REFERRING_ACTIONS)[number];

/**
 * A message of a chat, either way. `at`: ms since epoch. `order`: the number of an order that the shop wrote of. `reacted`: the customer has put an
 * emoji on it; `seen`: the shop has marked it read.
 */
export type Remembered = {
  wamid: string;
  customer: Customer;
  ours: boolean;
  type: string;
  at: number;
  order: string | null;
  reacted: boolean;
  gone: boolean;
  seen: boolean;
};

export type ChatMemory = {
  add(message: Omit<Remembered, 'reacted' | 'gone' | 'seen'>): void;
  /** Whether an emoji can be put on it. What is not remembered may be of an earlier run, and can be if its id has the right form. */
  takesReaction(wamid: string, now: number): boolean;
  /** Marks a customer's message and all their earlier ones read; returns the customer, null where it is not remembered. */
  see(wamid: string): Customer | null;
  hasSeen(wamid: string): boolean;
  /** The newest message of the shop that names an order, of this customer if there is one. */
  findOrder(customer: Customer): Remembered | undefined;
  /** The newest message that can be spoken of so. */
  find(action: ReferringAction): Remembered | undefined;
};

const LONGEST = 500;
/** These stand at another message, and are none that could be spoken of. */
const ABOUT_ANOTHER: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke']);
/** Older messages take no reaction. */
const REACTION_MS = 30 * 24 * 60 * 60 * 1000;

function fits(action: ReferringAction, message: Remembered): boolean {
  if (message.gone || ABOUT_ANOTHER.has(message.type)) return false;
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
      messages = [...messages, { ...message, reacted: false, gone: false, seen: false }].slice(-LONGEST);
    },
    takesReaction: (wamid, now) => {
      const message = messages.find((one) => one.wamid === wamid);
      return message === undefined ? isWamid(wamid) : !message.gone && !ABOUT_ANOTHER.has(message.type) && now - message.at <= REACTION_MS;
    },
    see: (wamid) => {
      const place = messages.findIndex((message) => message.wamid === wamid && !message.ours);
      const customer = messages[place]?.customer ?? null;
      for (const message of messages.slice(0, place + 1)) if (message.customer === customer && !message.ours) message.seen = true;
      return customer;
    },
    hasSeen: (wamid) => messages.some((message) => message.wamid === wamid && message.seen),
    findOrder: (customer) => {
      const told = messages.filter(({ order }) => order !== null);
      return told.findLast((message) => message.customer === customer) ?? told.at(-1);
    },
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
