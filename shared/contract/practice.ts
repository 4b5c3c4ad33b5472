import { oc } from '@orpc/contract';
import { z } from 'zod';

/** What the practice shop's WhatsApp can be told to do wrong; each as the real one has been seen to. */
export const misbehaviour = z.object({
  /** Deliver every webhook twice. */
  repeat: z.boolean(),
  /** Deliver ticks in the wrong order. */
  reorder: z.boolean(),
  /** Collect what happens and deliver it in batches. */
  batch: z.boolean(),
  /** Deliver late, by so many ms. */
  delayMs: z
    .int()
    .min(0)
    .max(24 * 60 * 60 * 1000),
  /** Refuse what is sent with this code of Meta's; 0 refuses nothing. */
  refuseCode: z.int().min(0),
  /** Answer the next so many sends with 130429 (too fast). */
  rateLimitNext: z.int().min(0).max(1000),
  /** Accept the next so many sends, but lose the answer. */
  loseAnswerNext: z.int().min(0).max(1000),
  /** Hide phone numbers: customers are known by their business-scoped id alone. */
  hidePhone: z.boolean(),
  /** Media ids lead nowhere: Meta has the files no more. */
  mediaGone: z.boolean(),
  /** Deliver media whose bytes do not fit their sha256. */
  mediaBroken: z.boolean(),
});
export type Misbehaviour = z.infer<typeof misbehaviour>;

/** What can be the matter with the practice shop's connection; what the shop mends by itself is good again here too. */
export const trouble = z.strictObject({
  /**
   * The tunnel: `cut`: down, and tries again; `dead`: says that it stands, but nothing passes until it is started anew; `slow`; `foreign`: the address is
   * somebody else's page; `token-refused`: the provider takes its token no more.
   */
  tunnel: z.enum(['good', 'cut', 'dead', 'slow', 'foreign', 'token-refused']),
  /** The app at the account: `lost`: subscribed no more; `fields-lost`: subscribed, but for no messages. */
  subscription: z.enum(['good', 'lost', 'fields-lost']),
  /** Where Meta posts: here, to another Shopbell, to some other program, or where nobody answers. */
  callback: z.enum(['own', 'other-shopbell', 'other-program', 'nobody']),
  /** `expiring`: in `tokenDays` days; `temporary`: the dashboard's, for a day; `lacking-…`: without that permission. */
  token: z.enum(['good', 'expiring', 'expired', 'temporary', 'lacking-messaging', 'lacking-management', 'lacking-catalogue']),
  tokenDays: z.int().min(1).max(60),
  /** The app secret was rotated: Meta signs with another one. */
  secret: z.enum(['good', 'rotated']),
  number: z.enum(['connected', 'disconnected']),
  quality: z.enum(['GREEN', 'YELLOW', 'RED']),
  /** Whether the account may send. */
  account: z.enum(['good', 'limited', 'blocked']),
  /** How many minutes this computer's clock is ahead of Meta's; negative: behind. */
  clockMinutes: z
    .int()
    .min(-24 * 60)
    .max(24 * 60),
  /** `rate-limited`: calls that ask or set something, not sends; `unreachable`: no call gets through, though webhooks arrive. */
  meta: z.enum(['good', 'rate-limited', 'unreachable']),
});
export type Trouble = z.infer<typeof trouble>;

/**
 * What can be asked of a practice customer. `rotate` gives the last customer a new business-scoped id. The last four answer the newest
 * question of the shop that can be answered so, an unanswered one first: by its first or last button, by a place, by a typed address; where there is none,
 * somebody writes a text.
 */
export const PRACTICE_ACTIONS = [
  'order',
  'question',
  'text',
  'photo',
  'rotate',
  'press-first',
  'press-last',
  'location',
  'address',
  // Every other kind of message there is.
  'video',
  'voice',
  'audio-file',
  'document',
  'sticker',
  'place',
  'contact-card',
  'react',
  'withdraw-reaction',
  'quote',
  'forward',
  'list-answer',
  'form-answer',
  'edit',
  'delete',
  'ad',
  'group',
  'unsupported',
  'look-at-phone',
  'unknown-kind',
  'welcome',
  'payment',
  // What happens to a customer, or on the shop's own phone.
  'change-number',
  'show-number',
  'phone-answer',
  'history',
  // A message that is 25 hours old: its window is closed.
  'old-message',
] as const;
export const practiceAction = z.enum(PRACTICE_ACTIONS);
export type PracticeAction = z.infer<typeof practiceAction>;

export const practiceView = z.object({ running: z.boolean(), scripted: z.boolean(), misbehaviour, trouble });
export type PracticeView = z.infer<typeof practiceView>;

export const practiceContract = {
  get: oc.output(practiceView),
  /** Opens the practice shop beside whatever runs; a second call answers the same. */
  start: oc.output(practiceView),
  /** Closes it; where it runs alone it stays open. */
  stop: oc.output(practiceView),
  /** One customer does something now. */
  act: oc.input(z.object({ action: practiceAction })).output(practiceView),
  behave: oc.input(misbehaviour.partial()).output(practiceView),
  /** @throws where it makes no sense, e.g. while the practice shop is closed */
  trouble: oc.input(trouble.partial()).output(practiceView),
  /** The tunnel gets another public address. @throws where it has none */
  readdress: oc.output(practiceView),
  /** Customers act by themselves, or only when asked. */
  script: oc.input(z.object({ on: z.boolean() })).output(practiceView),
};
