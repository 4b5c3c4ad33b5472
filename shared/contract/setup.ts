import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CALLBACK_LEVELS } from '../domain/link-proof.ts';
import { id, reason, refused, time } from './common.ts';

/** A number as Meta tells of it; unknown fields are null. */
export const numberAtMeta = z.object({
  phoneNumberId: z.string(),
  /** As Meta writes it, e.g. "+1 555 123 4567". */
  display: z.string().nullable(),
  verifiedName: z.string().nullable(),
  /** CONNECTED, PENDING, FLAGGED … as Meta says it. */
  status: z.string().nullable(),
  /** CLOUD_API, ON_PREMISE, NOT_APPLICABLE (not registered yet). */
  platform: z.string().nullable(),
  /** GREEN, YELLOW, RED. */
  quality: z.string().nullable(),
  /** Also in the WhatsApp Business app (coexistence); null: not told. */
  onBusinessApp: z.boolean().nullable(),
});
export type NumberAtMeta = z.infer<typeof numberAtMeta>;

export const accountAtMeta = z.object({
  wabaId: z.string(),
  name: z.string().nullable(),
  numbers: z.array(numberAtMeta),
  /** Why its numbers could not be read. */
  fault: reason.nullable(),
});
export type AccountAtMeta = z.infer<typeof accountAtMeta>;

/** What Meta says of the access token (`debug_token`). */
export const tokenAtMeta = z.object({
  checkedAt: time,
  /** `system-user` lasts; `temporary` is the dashboard's, for 24 hours; `user` is a person's of up to 60 days; `other` is of no use here. */
  kind: z.enum(['system-user', 'temporary', 'user', 'other']),
  valid: z.boolean(),
  /** Null: never. */
  expiresAt: time.nullable(),
  appId: z.string().nullable(),
  appName: z.string().nullable(),
  /** Permissions by Meta's own names: those that Shopbell needs and the token lacks. */
  lacking: z.array(z.string()),
  accounts: z.array(accountAtMeta),
  /** Why it cannot be used, or what it will make trouble with. */
  reason: reason.nullable(),
});
export type TokenAtMeta = z.infer<typeof tokenAtMeta>;

/** What an order needs beyond a connection; each is looked up at Meta. */
export const REQUIREMENTS = ['app-live', 'number-registered', 'payment-method', 'catalogue-connected', 'cart-on', 'catalogue-visible'] as const;
export const requirementView = z.object({
  kind: z.enum(REQUIREMENTS),
  /** `unknown`: Meta does not tell it by any call, or could not be asked. */
  state: z.enum(['good', 'bad', 'unknown']),
  details: z.string().nullable(),
  checkedAt: time.nullable(),
});
export type RequirementView = z.infer<typeof requirementView>;

export const setupView = z.object({
  /** Null: none was looked at since the program started. */
  token: tokenAtMeta.nullable(),
  chosen: z.object({ wabaId: z.string(), phoneNumberId: z.string() }),
  app: z.object({ id: z.string(), /** Told by the token, or entered. */ from: z.enum(['token', 'entered']).nullable() }),
  /** `proved`: Meta took it for this app's. */
  secret: z.object({ state: z.enum(['none', 'unproved', 'proved', 'wrong']), checkedAt: time.nullable() }),
  callbackLevel: z.enum(CALLBACK_LEVELS),
  requirements: z.array(requirementView),
  /** When a rehearsal order last came in by the public address. */
  rehearsedAt: time.nullable(),
});
export type SetupView = z.infer<typeof setupView>;

const done = z.union([z.object({ ok: z.literal(true), setup: setupView }), refused.extend({ details: z.string().nullable() })]);

export const setupContract = {
  get: oc.output(setupView),
  /** Asks Meta about a token (or about the stored one), and stores it where Meta knows it as valid and of use. One account and one number are then chosen by themselves. */
  checkToken: oc.input(z.object({ token: z.string().max(4096).optional() })).output(done),
  choose: oc.input(z.object({ wabaId: z.string().regex(/^\d+$/), phoneNumberId: z.string().regex(/^\d+$/) })).output(done),
  /** Proves by a real call that the secret is this app's, and stores both; an app id is needed only where the token does not tell it. */
  checkSecret: oc.input(z.object({ secret: z.string().max(4096).optional(), appId: z.string().regex(/^\d*$/).max(64).optional() })).output(done),
  /** Looks up what an order needs beyond a connection. */
  checkRequirements: oc.output(done),
  /** Turns the cart on, or shows the catalogue, for the number. */
  setCommerce: oc.input(z.object({ cart: z.boolean().optional(), visible: z.boolean().optional() })).output(done),
  /** Registers the number for the Cloud API with its six digits; it leaves the WhatsApp Business app by that. */
  registerNumber: oc.input(z.object({ pin: z.string().regex(/^\d{6}$/) })).output(done),
  /** Takes what this shop set at Meta away again: for moving to another computer, or leaving. */
  release: oc.output(done),
  /** A rehearsal order through the public address: signed, received, ringing. */
  rehearse: oc.output(z.union([z.object({ ok: z.literal(true), orderId: id, /** From sending to memory, ms. */ ms: z.int() }), refused])),
  /** Payloads of the old shape (or of either), from a file: one JSON body, a list of them, or one a line. They ring nowhere. */
  importPayloads: oc
    .input(z.object({ text: z.string().max(16 * 1024 * 1024) }))
    .output(z.union([z.object({ ok: z.literal(true), read: z.int(), known: z.int(), unread: z.int() }), refused])),
};
