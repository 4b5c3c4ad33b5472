import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, reason, refused, time } from './common.ts';

/** A text that stands ready: `/shortcut` in the composer. Fields such as {name} are filled when it is used. */
export const quickReply = z.object({
  id,
  /** Letters, digits and hyphens; unique whatever its case. */
  shortcut: z.string(),
  /** By language, ISO 639. */
  texts: z.record(z.string(), z.string()),
});
export type QuickReply = z.infer<typeof quickReply>;

export const quickRepliesContract = {
  list: oc.output(z.array(quickReply)),
  /** Stores one, as a new one without `id`; refused with `shortcut-taken` where another has that shortcut, `bad-shortcut`, `empty-text`, `text-too-long`. */
  save: oc
    .input(
      z.object({
        id: id.optional(),
        shortcut: z.string().max(40),
        texts: z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().max(10_000)),
      }),
    )
    .output(z.union([z.object({ ok: z.literal(true), reply: quickReply }), refused])),
  remove: oc.input(z.object({ id })).output(z.object({ removed: z.boolean() })),
  /** A reply's text for a chat, in its language, with its fields filled; what has no value is left out. Null where there is none of this id. */
  fill: oc.input(z.object({ id, conversationId: id })).output(z.object({ text: z.string(), language: z.string() }).nullable()),
};

export const TEMPLATE_HEADERS = ['none', 'text', 'image', 'video', 'document', 'location', 'product'] as const;

/** A template of the shop's account at Meta. Texts hold `{{1}}` or `{{name}}` where a field is to be filled in. */
export const templateView = z.object({
  name: z.string(),
  language: z.string(),
  /** Meta's word: MARKETING, UTILITY, AUTHENTICATION. */
  category: z.string(),
  /** Meta's word: APPROVED, PENDING, REJECTED, PAUSED … Only APPROVED can be sent. */
  status: z.string(),
  rejectedReason: z.string().nullable(),
  header: z.enum(TEMPLATE_HEADERS),
  headerText: z.string().nullable(),
  body: z.string(),
  footer: z.string().nullable(),
  buttons: z.array(z.object({ type: z.string(), text: z.string(), url: z.string().nullable(), field: z.boolean() })),
  /** Names of the fields, in the order in which they are sent: "1", "2" or names of Meta's. */
  headerFields: z.array(z.string()),
  fields: z.array(z.string()),
  /** False for a kind that this program cannot fill (flows, one-time codes …). */
  canSend: z.boolean(),
});
export type TemplateView = z.infer<typeof templateView>;

export const templatesContract = {
  /** As last read from Meta, by name; `problem` says why the last reading failed. */
  list: oc.output(z.object({ templates: z.array(templateView), readAt: time.nullable(), problem: reason.nullable(), reading: z.boolean() })),
  refresh: oc.output(z.object({ started: z.boolean() })),
};
