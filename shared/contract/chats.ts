import { oc } from '@orpc/contract';
import { z } from 'zod';
import { customerBrief, id, productBrief, refused, time, windowView } from './common.ts';
import { messageView, pricingView } from './messages.ts';

export const CHAT_FILTERS = ['all', 'unread', 'unanswered', 'questions', 'closing', 'with-order', 'failed'] as const;
export type ChatFilter = (typeof CHAT_FILTERS)[number];

export const conversationView = z.object({
  id,
  customer: customerBrief,
  phoneNumberId: z.string(),
  window: windowView,
  unread: z.int(),
  lastAt: time,
  /** The newest message, short; null in an empty conversation. */
  last: messageView.nullable(),
  /** When the oldest message came that no person has answered yet, nor put aside as done; null when there is none. */
  unansweredSince: time.nullable(),
  /** When the oldest product question came that no later message of ours answers; null when there is none. */
  questionSince: time.nullable(),
  /** The product of the newest question, pinned above the composer. */
  asked: productBrief.nullable(),
  /** Id of the question, to be quoted by the answer; null when there is none. */
  askedMessageId: id.nullable(),
  askedAt: time.nullable(),
  /** What customers of this chat are written to in, ISO 639. */
  language: z.string(),
  tags: z.array(z.string()),
  blocked: z.boolean(),
  /** A text that was begun and not sent. */
  draft: z.string(),
  /** Messages of ours that failed or are in doubt, and were neither sent again nor put aside. */
  failed: z.int(),
});
export type ConversationView = z.infer<typeof conversationView>;

export const chatCounts = z.object({ unread: z.int(), unanswered: z.int(), questions: z.int(), closing: z.int(), 'with-order': z.int(), failed: z.int() });

/** What a person sends. Texts may be as long as the page lets them; Meta's limits are checked on the main side. */
export const outgoing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), body: z.string().max(100_000) }),
  /** A file that was handed over by `media.begin` and `media.chunk`. */
  z.object({
    kind: z.literal('media'),
    uploadId: z.string().max(64),
    as: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
    caption: z.string().max(10_000),
  }),
  /** An empty emoji withdraws the reaction. */
  z.object({ kind: z.literal('reaction'), messageId: id, emoji: z.string().max(64) }),
  z.object({
    kind: z.literal('location'),
    latitude: z.string().max(30),
    longitude: z.string().max(30),
    name: z.string().max(300),
    address: z.string().max(1000),
  }),
  z.object({ kind: z.literal('location-request'), body: z.string().max(10_000) }),
  z.object({ kind: z.literal('contact-request'), body: z.string().max(10_000) }),
  z.object({
    kind: z.literal('buttons'),
    header: z.string().max(1000),
    body: z.string().max(10_000),
    footer: z.string().max(1000),
    buttons: z.array(z.string().max(100)).max(10),
  }),
  z.object({
    kind: z.literal('product'),
    catalogId: z.string().max(64),
    retailerId: z.string().max(300),
    body: z.string().max(10_000),
    footer: z.string().max(1000),
  }),
  z.object({
    kind: z.literal('product-list'),
    catalogId: z.string().max(64),
    header: z.string().max(1000),
    body: z.string().max(10_000),
    footer: z.string().max(1000),
    sections: z.array(z.object({ title: z.string().max(300), retailerIds: z.array(z.string().max(300)).max(100) })).max(50),
  }),
  /** An empty `thumbnail`: the first article's picture. */
  z.object({ kind: z.literal('catalogue'), body: z.string().max(10_000), footer: z.string().max(1000), thumbnail: z.string().max(300) }),
  z.object({
    kind: z.literal('carousel'),
    catalogId: z.string().max(64),
    body: z.string().max(10_000),
    retailerIds: z.array(z.string().max(300)).max(100),
  }),
  /**
   * Fields in the order in which they stand in the template; `buttonFields` by the button's place. Of a header with an article `headerFields` are the
   * catalogue's id and the article's number.
   */
  z.object({
    kind: z.literal('template'),
    name: z.string().max(512),
    language: z.string().max(20),
    headerFields: z.array(z.string().max(2000)).max(5),
    headerUploadId: z.string().max(64).nullable(),
    fields: z.array(z.string().max(2000)).max(30),
    buttonFields: z.array(z.object({ index: z.int().min(0).max(9), text: z.string().max(2000) })).max(10),
  }),
]);
export type Outgoing = z.infer<typeof outgoing>;

const sent = z.union([z.object({ ok: z.literal(true), messageId: id }), refused]);
const done = z.union([z.object({ ok: z.literal(true) }), refused]);

/** Where a page of messages begins or ends. */
const place = z.object({ sentAt: time, id });

/** Everything known of a message, for the person who wants to know. */
export const messageDetails = z.object({
  message: messageView,
  wamid: z.string().nullable(),
  callbackId: z.string().nullable(),
  pricing: pricingView.nullable(),
  /** What arrived for it, each as indented JSON: the message itself, its ticks, edits and reactions; oldest first, at most 50. */
  arrivals: z.array(z.object({ at: time, what: z.string(), raw: z.string() })),
});
export type MessageDetails = z.infer<typeof messageDetails>;

/** Service messages delivered in the account's month, by the categories of their ticks: an estimate, for Meta alone counts. */
export const serviceMonth = z.object({ from: time, until: time, delivered: z.int(), free: z.int(), timeZone: z.string() });
export type ServiceMonth = z.infer<typeof serviceMonth>;

export const chatsContract = {
  /** Conversations, newest first, 100 a page (`closing`: whose window closes first); `before` is the `lastAt` and id of the last one seen. */
  list: oc.input(z.object({ filter: z.enum(CHAT_FILTERS).optional(), before: z.object({ lastAt: time, id }).optional() })).output(
    z.object({
      conversations: z.array(conversationView),
      more: z.boolean(),
      unreadConversations: z.int(),
      questions: z.int(),
      /** Conversations that each filter would give. */
      counts: chatCounts,
    }),
  ),
  get: oc.input(z.object({ conversationId: id })).output(conversationView.nullable()),
  /** Of a conversation that `get` has no more: the one that it became when two customers turned out to be one, `erased`, or null where none had this id. */
  gone: oc.input(z.object({ conversationId: id })).output(z.union([z.object({ became: id }), z.literal('erased')]).nullable()),
  /**
   * Messages of a conversation, oldest first, 60 a page; `before` asks for older ones, `after` for newer ones, `around` for those around a message, with
   * none of them for the newest. `more`: there are older ones; `newer`: there are newer ones.
   */
  thread: oc
    .input(z.object({ conversationId: id, before: place.optional(), after: place.optional(), around: id.optional() }))
    .output(z.object({ messages: z.array(messageView), more: z.boolean(), newer: z.boolean() })),
  /** What arrived, as JSON text; null for a message of ours. */
  raw: oc.input(z.object({ messageId: id })).output(z.string().nullable()),
  details: oc.input(z.object({ messageId: id })).output(messageDetails.nullable()),
  /**
   * Puts a text into the outbox, quoting `quoteMessageId` if given. `requestId` (a UUID the page makes per composed text) makes a
   * repeated call answer with the first one's message.
   */
  reply: oc
    .input(z.object({ conversationId: id, text: z.string().max(100_000), quoteMessageId: id.optional(), requestId: z.string().min(8).max(64) }))
    .output(sent),
  /** Puts anything else that can be sent into the outbox, as `reply` does a text. */
  send: oc.input(z.object({ conversationId: id, content: outgoing, quoteMessageId: id.optional(), requestId: z.string().min(8).max(64) })).output(sent),
  /** Sends an `unknown` or `failed` message once more, as a new message; refused with `already-sent` when that was done. */
  sendAgain: oc.input(z.object({ messageId: id })).output(sent),
  /** Takes a message of ours out of the outbox before it goes; refused with `too-late` when it has gone. */
  takeBack: oc.input(z.object({ messageId: id })).output(done),
  /** Puts a failed or unknown message aside: it counts and is listed no more. */
  dismiss: oc.input(z.object({ messageId: id })).output(done),
  /** The operator has seen everything up to this message. */
  seen: oc.input(z.object({ conversationId: id, messageId: id })).output(z.object({ unread: z.int() })),
  /** What came until now needs no answer. */
  done: oc.input(z.object({ conversationId: id })).output(done),
  /** The operator is writing: told to the customer where the settings say so. Nothing is promised. */
  typing: oc.input(z.object({ conversationId: id })).output(z.object({ told: z.boolean() })),
  /** Keeps a text that was begun; an empty one forgets it. */
  draft: oc.input(z.object({ conversationId: id, text: z.string().max(100_000) })).output(z.object({ kept: z.boolean() })),
  /** Messages of ours that failed or are in doubt, and were neither sent again nor put aside; newest first, at most 200. */
  failed: oc.output(z.object({ failed: z.array(z.object({ conversationId: id, customer: customerBrief, message: messageView })), more: z.boolean() })),
  month: oc.output(serviceMonth),
};
