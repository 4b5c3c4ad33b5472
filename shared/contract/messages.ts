import { z } from 'zod';
import { MESSAGE_STATUSES } from '../domain/message-status.ts';
import { id, money, productBrief, reason, time } from './common.ts';

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

export const MEDIA_KINDS = ['image', 'video', 'audio', 'document', 'sticker'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

/** A file of a message, kept in the data folder. */
export const mediaView = z.object({
  mediaId: id,
  media: z.enum(MEDIA_KINDS),
  mimeType: z.string().nullable(),
  filename: z.string().nullable(),
  /** Bytes. */
  size: z.int().nullable(),
  /** Pixels. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable(),
  /**
   * `wanted`: it will be fetched, or is being; `ready`: it is here; `failed`: tried in vain (`reason`), and can be asked for again; `gone`: Meta has it no
   * more; `too-large`: more than the setting allows to be fetched unasked; `removed`: deleted by the customer, or erased.
   */
  state: z.enum(['wanted', 'ready', 'failed', 'gone', 'too-large', 'removed']),
  /** Share that was fetched or uploaded so far, 0 to 1; null while nothing runs. */
  progress: z.number().nullable(),
  reason: reason.nullable(),
  /** Where the page finds it on its own origin: a path; null unless it is `ready`. */
  url: z.string().nullable(),
  /** The same in small, for pictures; null where there is none. */
  thumbUrl: z.string().nullable(),
});
export type MediaView = z.infer<typeof mediaView>;

/** A contact card, as far as it was filled in. */
export const contactCard = z.object({
  name: z.string(),
  phones: z.array(z.object({ phone: z.string(), waId: z.string().nullable(), type: z.string().nullable() })),
  emails: z.array(z.string()),
  addresses: z.array(z.string()),
  urls: z.array(z.string()),
  organisation: z.string().nullable(),
  birthday: z.string().nullable(),
});
export type ContactCard = z.infer<typeof contactCard>;

export const ANSWER_KINDS = ['button', 'list', 'template-button', 'flow', 'address', 'call-permission', 'payment', 'other'] as const;

/** What of a message is stored and shown alike. */
export const plainContents = [
  z.object({ kind: z.literal('text'), body: z.string() }),
  /** Coordinates are the digits that Meta sent. */
  z.object({
    kind: z.literal('location'),
    latitude: z.string(),
    longitude: z.string(),
    name: z.string().nullable(),
    address: z.string().nullable(),
    url: z.string().nullable(),
  }),
  /** `asked`: the answer to a request for contact details. */
  z.object({ kind: z.literal('contacts'), cards: z.array(contactCard), asked: z.boolean() }),
  /** A button, a row of a list or a form that the customer answered with. */
  z.object({
    kind: z.literal('answer'),
    of: z.enum(ANSWER_KINDS),
    title: z.string(),
    description: z.string().nullable(),
    fields: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
  /** WhatsApp says that the customer has another number, id or device now. */
  z.object({
    kind: z.literal('system'),
    change: z.enum(['number', 'user-id', 'identity', 'other']),
    body: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  /** WhatsApp could not pass it on; `code` 131051 (kind not supported) or 131060 (not available here); `what` is Meta's name of the kind. */
  z.object({ kind: z.literal('unsupported'), code: z.int().nullable(), what: z.string().nullable() }),
  /** The customer opened the chat for the first time and has not written yet. */
  z.object({ kind: z.literal('welcome') }),
  /** What became of a payment through WhatsApp (India); amounts as far as they are clear. */
  z.object({
    kind: z.literal('payment'),
    status: z.string(),
    referenceId: z.string().nullable(),
    amountMinor: z.int().nullable(),
    currency: z.string().nullable(),
    method: z.string().nullable(),
  }),
  /** The customer deleted it, and the shop's setting says that nothing of it is kept. */
  z.object({ kind: z.literal('removed') }),
  /** Ours: asks the customer to share a place. */
  z.object({ kind: z.literal('location-request'), body: z.string() }),
  /** Ours: asks for the phone number of a customer whom WhatsApp names none of. */
  z.object({ kind: z.literal('contact-request'), body: z.string() }),
  /** Any other type: named as Meta names it, with what is known of it. */
  z.object({ kind: z.literal('card'), type: z.string(), facts: z.array(z.object({ fact: z.enum(CARD_FACTS), value: z.string() })) }),
] as const;

export const PRODUCT_FORMS = ['product', 'product-list', 'catalogue', 'carousel'] as const;

export const messageContent = z.discriminatedUnion('kind', [
  ...plainContents,
  z.object({ kind: z.literal('order'), orderId: id, number: z.int(), totals: z.array(money), unclear: z.int(), pieces: z.bigint() }),
  z.object({ kind: z.literal('media'), media: mediaView, caption: z.string().nullable(), voice: z.boolean(), animated: z.boolean() }),
  /** A reaction or an edit whose own message is not known here; else both stand at that message. `emoji` null: withdrawn. */
  z.object({ kind: z.literal('reaction'), emoji: z.string().nullable() }),
  z.object({ kind: z.literal('edit'), text: z.string() }),
  /** Ours: a text with reply buttons. */
  z.object({ kind: z.literal('buttons'), header: z.string().nullable(), body: z.string(), footer: z.string().nullable(), buttons: z.array(z.string()) }),
  /** Ours: articles of the catalogue, or all of it. */
  z.object({
    kind: z.literal('products'),
    form: z.enum(PRODUCT_FORMS),
    header: z.string().nullable(),
    body: z.string(),
    footer: z.string().nullable(),
    sections: z.array(z.object({ title: z.string().nullable(), products: z.array(productBrief) })),
  }),
  /** Ours: a template of the shop's account; `body` is its filled text, or the filled fields where the text is not known. */
  z.object({
    kind: z.literal('template'),
    name: z.string(),
    language: z.string(),
    header: z.string().nullable(),
    body: z.string(),
    footer: z.string().nullable(),
    buttons: z.array(z.string()),
  }),
]);
export type MessageContent = z.infer<typeof messageContent>;

export const failureView = z.object({
  reason,
  /** Meta's own number, where it gave one. */
  code: z.int().nullable(),
  /** Meta's own explanation, in English. */
  details: z.string().nullable(),
});

/** The advertisement or post that a customer came by; everything as far as Meta told it. */
export const referralView = z.object({
  headline: z.string().nullable(),
  body: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  sourceType: z.string().nullable(),
  sourceId: z.string().nullable(),
  mediaType: z.string().nullable(),
});
export type Referral = z.infer<typeof referralView>;

/** What Meta said of a message's price. `type` such as `regular`, `free_customer_service`; `category` such as `service`, `utility`, `marketing`. */
export const pricingView = z.object({
  category: z.string().nullable(),
  type: z.string().nullable(),
  model: z.string().nullable(),
  billable: z.boolean().nullable(),
});
export type Pricing = z.infer<typeof pricingView>;

/** Where a message of ours was written: here by a person, in the WhatsApp Business app on the phone, or by the program (away message, greeting). */
export const ORIGINS = ['here', 'phone', 'program'] as const;
export type Origin = (typeof ORIGINS)[number];

export const messageView = z.object({
  id,
  direction: z.enum(['in', 'out']),
  /** Meta's type name. */
  type: z.string(),
  origin: z.enum(ORIGINS),
  /** WhatsApp's own time (of an outgoing message: when it was written here). */
  sentAt: time,
  /** Null for outgoing messages. */
  receivedAt: time.nullable(),
  late: z.boolean(),
  content: messageContent,
  /** Null for inbound messages, and for one of ours that was taken back. */
  status: z.enum(MESSAGE_STATUSES).nullable(),
  ticks: z.object({ sent: time.nullable(), delivered: time.nullable(), read: time.nullable(), played: time.nullable(), failed: time.nullable() }),
  pricing: pricingView.nullable(),
  /** Why it failed, or why it waits (then `retryAt` is set or the line is on hold). */
  failure: failureView.nullable(),
  /** When the outbox tries again, while the message waits. */
  retryAt: time.nullable(),
  /** Until then it waits, and `takeBack` takes it out; null for what goes at once or has gone. */
  takeBackUntil: time.nullable(),
  /** The message quoted by this one; `text` is null where it has none or is not stored here, `type` where it is not stored here. */
  quoted: z.object({ messageId: id.nullable(), text: z.string().nullable(), type: z.string().nullable(), mine: z.boolean() }).nullable(),
  /** The product a question is about. */
  product: productBrief.nullable(),
  forwarded: z.enum(['no', 'yes', 'often']),
  /** Written in a group: nothing can be ordered there. */
  inGroup: z.boolean(),
  referral: referralView.nullable(),
  /** Each person's newest one that was not withdrawn. */
  reactions: z.array(z.object({ emoji: z.string(), by: z.enum(['customer', 'shop']), at: time })),
  /** What it said before it was edited, oldest first; `content` is what it says now. */
  edits: z.array(z.object({ at: time, text: z.string() })),
  /** The customer deleted it; or, of a message of ours, it was taken back before it went. */
  deleted: z.boolean(),
  /** An unknown or failed one that the operator has sent again: the new message's id. */
  sentAgainAs: id.nullable(),
  /** A failed or unknown one that a person has put aside. */
  dismissed: z.boolean(),
});
export type MessageView = z.infer<typeof messageView>;
