import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, reason, refused, time } from './common.ts';

/** A webhook as it came. */
export const inspectedWebhook = z.object({
  id,
  receivedAt: time,
  /** When what it tells happened, by WhatsApp's clock, whole seconds; the newest of several; null where it tells no time. */
  happenedAt: time.nullable(),
  shape: z.enum(['cloud', 'onprem', 'none']),
  outcome: z.enum(['applied', 'partly', 'unread', 'redacted']),
  /** Why it was read in part or not at all, in the reader's own words. */
  why: z.string().nullable(),
  bytes: z.int(),
  /** What proved it: the app secret, the one before it, the secret path; null: of before this was kept, or imported. */
  proof: z.enum(['secret', 'previous', 'path', 'import']).nullable(),
  /** From its first byte to the answer, ms; null where it came before the program started. */
  ms: z.number().nullable(),
  /** What was understood, by kind: "messages 2, statuses 1". */
  events: z.array(z.object({ kind: z.string(), count: z.int() })),
});
export type InspectedWebhook = z.infer<typeof inspectedWebhook>;

/** A call of the Graph API since the program started; kept in memory alone. */
export const inspectedCall = z.object({
  id,
  at: time,
  method: z.string(),
  /** After the version, without secrets. */
  path: z.string(),
  ms: z.int(),
  /** HTTP; null where no answer came. */
  status: z.int().nullable(),
  outcome: z.enum(['ok', 'refused', 'not-sent', 'unknown']),
  code: z.int().nullable(),
  reason: reason.nullable(),
});
export type InspectedCall = z.infer<typeof inspectedCall>;

/** A request that was turned away for want of a proof; nothing of its body is kept. */
export const inspectedRefusal = z.object({
  at: time,
  why: z.enum(['missing', 'malformed', 'mismatch']),
  bytes: z.int(),
  /** It bore the name of Meta's own requests. */
  likeMeta: z.boolean(),
});
export type InspectedRefusal = z.infer<typeof inspectedRefusal>;

const file = z.union([z.object({ ok: z.literal(true), /** `export/TOKEN`, for the file door. */ path: z.string(), filename: z.string() }), refused]);

export const inspectorContract = {
  /** The newest first. */
  webhooks: oc
    .input(z.object({ before: id.optional(), limit: z.int().min(1).max(100), only: z.enum(['all', 'troubled']) }))
    .output(z.object({ webhooks: z.array(inspectedWebhook), more: z.boolean() })),
  /** One webhook: its body as it came, and what was understood of it, both as JSON to be read. `masked`: with personal data made unreadable. */
  webhook: oc
    .input(z.object({ id, masked: z.boolean() }))
    .output(z.union([z.object({ ok: z.literal(true), webhook: inspectedWebhook, raw: z.string(), understood: z.string() }), refused])),
  /** The newest first, at most 300. */
  calls: oc.output(z.array(inspectedCall)),
  call: oc
    .input(z.object({ id, masked: z.boolean() }))
    .output(z.union([z.object({ ok: z.literal(true), call: inspectedCall, request: z.string().nullable(), answer: z.string().nullable() }), refused])),
  /** Calls as a file of one JSON a line, the oldest first, personal data masked. */
  exportCalls: oc.output(file),
  /** The newest first, at most 50. */
  refusals: oc.output(z.array(inspectedRefusal)),
  /** Gives a webhook to the practice shop once more, signed with its own secret; refused where that does not run. */
  replay: oc.input(z.object({ id })).output(z.union([z.object({ ok: z.literal(true) }), refused])),
  /** Webhooks as a file of one JSON a line, personal data masked. */
  export: oc.input(z.object({ ids: z.array(id).max(1000).optional(), last: z.int().min(1).max(1000).optional() })).output(file),
  /** Versions, settings without secrets, proofs, log of the connection, the program's logs, masked: for whoever helps. */
  diagnostics: oc.output(file),
};
