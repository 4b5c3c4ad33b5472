import { oc } from '@orpc/contract';
import { z } from 'zod';
import { reason, shopKind, time } from './common.ts';
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

export const connectionView = z.object({
  shop: shopKind,
  /** What this line's webhook server listens on; `problem` says why it does not. */
  webhook: z.object({ localUrl: z.string().nullable(), problem: reason.nullable(), onprem: z.boolean() }),
  tunnelKind: z.enum(['none', 'own', 'ngrok', 'practice']),
  tunnel: tunnelView,
  /** Public address of the webhook, to be entered at Meta; null while the tunnel is down. */
  callbackUrl: z.string().nullable(),
  lastWebhookAt: time.nullable(),
  webhooksToday: z.int(),
  /** Meta's dashboard "Test" button was received. */
  metaTestAt: time.nullable(),
  /** Requests with a wrong or missing signature since the program started: nothing of them is kept. */
  refused: z.object({ count: z.int(), lastAt: time.nullable() }),
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
  /** Starts the tunnel anew. */
  restartTunnel: oc.output(connectionView),
  /** Lets an outbox that stands still try again. */
  resumeOutbox: oc.output(connectionView),
};
