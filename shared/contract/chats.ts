import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MESSAGE_STATUSES } from '../domain/message-status.ts';
import { customerBrief, id, money, productBrief, reason, refused, time, windowView } from './common.ts';

/** What a card may say of a message that has no view of its own yet; the page has a word for each. */
export const CARD_FACTS = [
  'body',
  'caption',
  'filename',
  'mimeType',
  'name',
  'address',
  'coordinates',
  'emoji',
  'title',
  'description',
  'phone',
  'email',
  'error',
  'change',
  'url',
  'source',
  'answer',
] as const;

export const messageContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string() }),
  z.object({ kind: z.literal('order'), orderId: id, number: z.int(), totals: z.array(money), unclear: z.int(), pieces: z.bigint() }),
  /** Ours: a text with reply buttons. */
  z.object({ kind: z.literal('buttons'), body: z.string(), buttons: z.array(z.string()) }),
  /** Ours: asks the customer to share a place. */
  z.object({ kind: z.literal('location-request'), body: z.string() }),
  /** Ours: a template of the shop's account; `body` is what we know of its text, or the filled fields. */
  z.object({ kind: z.literal('template'), name: z.string(), language: z.string(), body: z.string() }),
  /** Any other type: named as Meta names it, with what is known of it. */
  z.object({ kind: z.literal('card'), type: z.string(), facts: z.array(z.object({ fact: z.enum(CARD_FACTS), value: z.string() })) }),
]);
export type MessageContent = z.infer<typeof messageContent>;

export const failureView = z.object({
  reason,
  /** Meta's own number, where it gave one. */
  code: z.int().nullable(),
  /** Meta's own explanation, in English. */
  details: z.string().nullable(),
});

export const messageView = z.object({
  id,
  direction: z.enum(['in', 'out']),
  /** Meta's type name. */
  type: z.string(),
  /** WhatsApp's own time (of an outgoing message: when it was written here). */
  sentAt: time,
  /** Null for outgoing messages. */
  receivedAt: time.nullable(),
  late: z.boolean(),
  content: messageContent,
  /** Null for inbound messages, and for one of ours that was taken back. */
  status: z.enum(MESSAGE_STATUSES).nullable(),
  ticks: z.object({ sent: time.nullable(), delivered: time.nullable(), read: time.nullable(), played: time.nullable(), failed: time.nullable() }),
  /** Why it failed, or why it waits (then `retryAt` is set or the line is on hold). */
  failure: failureView.nullable(),
  /** When the outbox tries again, while the message waits. */
  retryAt: time.nullable(),
  /** Until then it waits, and `takeBack` takes it out; null for what goes at once or has gone. */
  takeBackUntil: time.nullable(),
  /** The message quoted by this one; `text` is null where it is not stored here. */
  quoted: z.object({ messageId: id.nullable(), text: z.string().nullable() }).nullable(),
  /** The product a question is about. */
  product: productBrief.nullable(),
  /** The customer deleted it; or, of a message of ours, it was taken back before it went. */
  deleted: z.boolean(),
  /** An unknown or failed one that the operator has sent again: the new message's id. */
  sentAgainAs: id.nullable(),
});
export type MessageView = z.infer<typeof messageView>;

export const conversationView = z.object({
  id,
  customer: customerBrief,
  phoneNumberId: z.string(),
  window: windowView,
  unread: z.int(),
  lastAt: time,
  /** The newest message, short; null in an empty conversation. */
  last: messageView.nullable(),
  /** When the oldest product question came that no later message of ours answers; null when there is none. */
  questionSince: time.nullable(),
  /** The product of the newest question, pinned above the composer. */
  asked: productBrief.nullable(),
  /** Id of the question, to be quoted by the answer; null when there is none. */
  askedMessageId: id.nullable(),
  askedAt: time.nullable(),
});
export type ConversationView = z.infer<typeof conversationView>;

const sent = z.union([z.object({ ok: z.literal(true), messageId: id }), refused]);

export const chatsContract = {
  /** Conversations, newest first, 100 a page; `before` is the `lastAt` and id of the last one seen. */
  list: oc
    .input(z.object({ before: z.object({ lastAt: time, id }).optional() }))
    .output(z.object({ conversations: z.array(conversationView), more: z.boolean(), unreadConversations: z.int(), questions: z.int() })),
  get: oc.input(z.object({ conversationId: id })).output(conversationView.nullable()),
  /** Messages of a conversation, oldest first, 60 a page; `before` asks for older ones. */
  thread: oc
    .input(z.object({ conversationId: id, before: z.object({ sentAt: time, id }).optional() }))
    .output(z.object({ messages: z.array(messageView), more: z.boolean() })),
  /** What arrived, as JSON text; null for a message of ours. */
  raw: oc.input(z.object({ messageId: id })).output(z.string().nullable()),
  /**
   * Puts a text into the outbox, quoting `quoteMessageId` if given. `requestId` (a UUID the page makes per composed text) makes a
   * repeated call answer with the first one's message.
   */
  reply: oc
    .input(z.object({ conversationId: id, text: z.string().max(100_000), quoteMessageId: id.optional(), requestId: z.string().min(8).max(64) }))
    .output(sent),
  /** Sends an `unknown` or `failed` message once more, as a new message; refused with `already-sent` when that was done. */
  sendAgain: oc.input(z.object({ messageId: id })).output(sent),
  /** Takes a message of ours out of the outbox before it goes; refused with `too-late` when it has gone. */
  takeBack: oc.input(z.object({ messageId: id })).output(z.union([z.object({ ok: z.literal(true) }), refused])),
  /** The operator has seen everything up to this message. */
  seen: oc.input(z.object({ conversationId: id, messageId: id })).output(z.object({ unread: z.int() })),
};

export const productsContract = {
  /**
   * Articles of the catalogue whose name or article number holds a text, at most 50; an empty text lists all. `price` is the unit price
   * as far as it is known exactly, else null.
   */
  search: oc
    .input(z.object({ text: z.string().max(200) }))
    .output(z.object({ products: z.array(z.object({ product: productBrief, price: money.nullable() })), more: z.boolean() })),
  /** A product's picture as a `data:` URL; null when there is none. */
  image: oc.input(z.object({ catalogId: z.string(), retailerId: z.string() })).output(z.string().nullable()),
};
