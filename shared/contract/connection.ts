import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CALLBACK_LEVELS, LIGHT_ACTIONS, LINK_EVENTS, PROOF_STATES, PROOFS } from '../domain/link-proof.ts';
import { id, reason, refused, shopKind, time } from './common.ts';
import { secretName } from './settings.ts';

export const tunnelView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('connecting'), since: time }),
  z.object({ state: z.literal('up'), url: z.string(), since: time }),
  /** Tries again by itself. */
  z.object({ state: z.literal('down'), reason, details: z.string().nullable(), retryAt: time }),
  /** Needs a person. */
  z.object({ state: z.literal('failed'), reason, details: z.string().nullable() }),
]);
export type TunnelView = z.infer<typeof tunnelView>;

/** One proof of the way from Meta to this shop. */
export const proofView = z.object({
  kind: z.enum(PROOFS),
  state: z.enum(PROOF_STATES),
  /** When it was last looked at; null: never since the program started. */
  at: time.nullable(),
  /** What is the matter; null where nothing is. */
  reason: reason.nullable(),
  /** The other side's own words, without secrets; or the value that was found ("GREEN", "TIER_2K"). */
  details: z.string().nullable(),
  /** What it is good for: when a token runs out, when a retry comes. */
  until: time.nullable(),
});
export type ProofView = z.infer<typeof proofView>;

/** The reachability light: never a guess, always with its age. */
export const lightView = z.object({
  /** `good` proved, `warn` probably, `bad` Meta cannot reach the shop (or will be refused), `busy` first looks are under way, `none` nothing is set up. */
  tone: z.enum(['good', 'warn', 'bad', 'busy', 'none']),
  /** The first proof that is not good, by the order of PROOFS; null where all are. */
  proof: z.enum(PROOFS).nullable(),
  reason: reason.nullable(),
  /** Since when it has this tone. */
  since: time,
  /** The oldest of the looks that this tone stands on; null before the first. */
  provedAt: time.nullable(),
  /** When Meta itself was last seen here: a signed webhook, or its verification. */
  metaAt: time.nullable(),
  action: z.enum(LIGHT_ACTIONS).nullable(),
});
export type LightView = z.infer<typeof lightView>;

/** What this shop last wrote down at Meta; only this is ever repaired without asking. */
export const registeredView = z.object({ level: z.enum(CALLBACK_LEVELS), callbackUrl: z.string(), at: time, verifiedAt: time.nullable() });
export type RegisteredView = z.infer<typeof registeredView>;

export const linkEntry = z.object({
  id,
  at: time,
  event: z.enum(LINK_EVENTS),
  proof: z.enum(PROOFS).nullable(),
  reason: reason.nullable(),
  details: z.string().nullable(),
});
export type LinkEntry = z.infer<typeof linkEntry>;

/** A time in which nothing could arrive, and what has come of it since. */
export const gapView = z.object({
  id,
  /** `closed`: the program did not run; `asleep`: the computer slept; `cut-off`: the light was red. */
  cause: z.enum(['closed', 'asleep', 'cut-off']),
  beganAt: time,
  /** Null while it lasts. */
  endedAt: time.nullable(),
  seenAt: time.nullable(),
  /** Written by customers in that time and arrived after it. */
  lateMessages: z.int(),
  lateOrderIds: z.array(id),
  /** Meta tries again for seven days: until then something may still come. */
  mayComeUntil: time,
});
export type GapView = z.infer<typeof gapView>;

export const connectionView = z.object({
  shop: shopKind,
  light: lightView,
  /** In the order of PROOFS. */
  proofs: z.array(proofView),
  registered: registeredView.nullable(),
  /** The callback that Meta was last seen to keep, where it is another than this shop's. */
  foreignCallback: z.string().nullable(),
  /** The newest gap that nobody has seen the report of. */
  gap: gapView.nullable(),
  /** What this line's webhook server listens on; `problem` says why it does not. */
  webhook: z.object({ localUrl: z.string().nullable(), problem: reason.nullable(), onprem: z.boolean() }),
  tunnelKind: z.enum(['none', 'own', 'ngrok', 'cloudflared', 'tailscale', 'practice']),
  tunnel: tunnelView,
  /** Public address of the webhook, to be entered at Meta; null while the tunnel is down. */
  callbackUrl: z.string().nullable(),
  lastWebhookAt: time.nullable(),
  webhooksToday: z.int(),
  /** Meta's dashboard "Test" button was received. */
  metaTestAt: time.nullable(),
  /** Requests with a wrong or missing signature since the program started: nothing of them is kept. */
  refused: z.object({
    count: z.int(),
    lastAt: time.nullable(),
    /** Why the last one was: no signature, one that is none, or one of another secret. */
    lastWhy: z.enum(['missing', 'malformed', 'mismatch']).nullable(),
    /** How many of them bore the name that Meta's own requests bear (`facebookexternalua`). */
    likeMeta: z.int(),
  }),
  /** Signed bodies that could not be read, wholly or in part; they are kept. */
  unread: z.object({ count: z.int(), lastAt: time.nullable(), lastReason: z.string().nullable() }),
  /** Ticks of messages that this program did not send (or not yet). */
  parkedTicks: z.int(),
  /** Screens connected, and those that have said their sound works. */
  screens: z.object({ connected: z.int(), soundReady: z.int() }),
  /** Why the outbox stands still as a whole; null while it works. */
  outboxHold: reason.nullable(),
  outboxWaiting: z.int(),
  unknownMessages: z.int(),
  /** Why the database cannot be written; null while it can. */
  disk: reason.nullable(),
  missing: z.array(secretName.or(z.literal('phoneNumberId'))),
  /** How far this machine's clock is ahead of Meta's, ms; null before the first answer of the Graph API. */
  clockSkew: z.int().nullable(),
});
export type ConnectionView = z.infer<typeof connectionView>;

export const connectionContract = {
  get: oc.output(connectionView),
  /** Looks at every proof now, and answers when all were looked at. */
  checkNow: oc.output(connectionView),
  /** Writes this shop's address down at Meta. `takeOver`: also where another address stands there that this shop did not set. */
  register: oc.input(z.object({ takeOver: z.boolean() })).output(z.union([z.object({ ok: z.literal(true), connection: connectionView }), refused])),
  /** The log of the connection, the newest first. */
  log: oc.input(z.object({ before: id.optional(), limit: z.int().min(1).max(200) })).output(z.object({ entries: z.array(linkEntry), more: z.boolean() })),
  /** Gaps of the last 30 days, the newest first. */
  gaps: oc.output(z.array(gapView)),
  gapSeen: oc.input(z.object({ gapId: id })).output(connectionView),
  /** Starts the tunnel anew. */
  restartTunnel: oc.output(connectionView),
  /** Lets an outbox that stands still try again. */
  resumeOutbox: oc.output(connectionView),
};
