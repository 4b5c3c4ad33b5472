import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { id, shopKind, time } from './common.ts';

/** What changed, and nothing more: whoever shows it asks for it anew. */
export const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conversation'), conversationId: id }),
  z.object({ kind: z.literal('message'), conversationId: id, messageId: id }),
  z.object({ kind: z.literal('order'), orderId: id }),
  z.object({ kind: z.literal('product'), catalogId: z.string(), retailerId: z.string() }),
  /** A service window closes soon while its customer waits for an answer; told once a window. */
  z.object({ kind: z.literal('closing'), conversationId: id }),
  /** What is known of a customer beside their messages. */
  z.object({ kind: z.literal('customer'), customerId: id }),
  /** Which catalogues there are, and how far they are read. */
  z.object({ kind: z.literal('catalogue') }),
  z.object({ kind: z.literal('templates') }),
  z.object({ kind: z.literal('quick-replies') }),
  z.object({ kind: z.literal('connection') }),
  z.object({ kind: z.literal('settings') }),
  /** The sound check, or what the system says of its sound. */
  z.object({ kind: z.literal('bell') }),
  /** A print job was made, printed, or failed. */
  z.object({ kind: z.literal('printing') }),
  /** Arrived just now from outside (never from reading again): what notifications and tones are made of. */
  z.object({ kind: z.literal('arrived'), what: z.enum(['order', 'message']), conversationId: id, messageId: id, orderId: id.nullable() }),
]);
export type News = z.infer<typeof news>;

/** One delivery of the feed. `reset` asks the reader to fetch everything again: the epoch is another, or the number too old. */
export const feedEvent = z.object({ epoch: z.string(), number: z.int(), reset: z.boolean(), news: z.array(news) });
export type FeedEvent = z.infer<typeof feedEvent>;

/** What the bell asks of a screen; a sound that was missed is not made up for. */
export const bellEvent = z.object({
  /** Orders that wait to be taken, per line; `lateIds` are those of them that came late. */
  ringing: z.array(z.object({ shop: shopKind, orderIds: z.array(id), lateIds: z.array(id) })),
  /** Why the bell is silent although orders wait: the hour, or because it has rung for as long as it was set to. */
  silent: z.enum(['quiet-hours', 'closed', 'ran-out']).nullable(),
  /** When the hours let it ring again; null where it is not the hour that keeps it silent. */
  silentUntil: time.nullable(),
  /** Play the alarm once for the sound check, whatever the hour. */
  check: z.boolean(),
  /** Sound the order's ring now. */
  ring: z.boolean(),
  /** Sound the chat's tone now. */
  tone: z.boolean(),
});
export type BellEvent = z.infer<typeof bellEvent>;

/** Something outside the page (a click on a notification) asks for an order to be shown, else for a chat, else for a view; with none, for the board. */
export const openEvent = z.object({ shop: shopKind, conversationId: id.nullable(), orderId: id.nullable(), view: z.literal('connection').optional() });
export type OpenEvent = z.infer<typeof openEvent>;

export const liveContract = {
  /** What is to be shown, asked from outside the page; a request younger than 15 s is given to a page that comes later. */
  open: oc.output(eventIterator(openEvent)),
  /** The news of the line, from a number on; never ends by itself. */
  feed: oc.input(z.object({ epoch: z.string().optional(), since: z.int().optional() })).output(eventIterator(feedEvent)),
  /** The bell, for one screen; the screen counts as connected for as long as it listens. */
  bell: oc.input(z.object({ screenId: z.string().min(8).max(64) })).output(eventIterator(bellEvent)),
  /** A screen says whether it can be heard (its sound is unlocked and not off), and how many output devices its system has, where it knows. */
  screenSound: oc
    .input(z.object({ screenId: z.string().min(8).max(64), ready: z.boolean(), outputs: z.int().nonnegative().optional() }))
    .output(z.object({ known: z.boolean() })),
};
