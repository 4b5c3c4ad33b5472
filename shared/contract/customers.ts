import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ORDER_STATES } from '../domain/order.ts';
import { customerBrief, id, money, productBrief, reason, refused, time } from './common.ts';

export const customerView = z.object({
  customer: customerBrief,
  /** The name of the WhatsApp profile; null where Meta told none. */
  profileName: z.string().nullable(),
  /** What the shop calls this customer; empty: as WhatsApp does. */
  called: z.string(),
  note: z.string(),
  tags: z.array(z.string()),
  /** ISO 639; null: the shop's own. */
  language: z.string().nullable(),
  blockedAt: time.nullable(),
  /** Why blocking would be refused now (Meta takes it only within 24 h after the customer wrote); null: it is possible. */
  blockTrouble: reason.nullable(),
  aliases: z.array(z.object({ kind: z.enum(['wa_id', 'user_id', 'parent_user_id']), value: z.string(), seenAt: time })),
  firstAt: time.nullable(),
  lastAt: time.nullable(),
  messages: z.int(),
  conversations: z.array(z.object({ id, phoneNumberId: z.string(), lastAt: time })),
  fulfilment: z.object({ kind: z.enum(['pickup', 'delivery']).nullable(), address: z.string().nullable() }),
  /** Newest first, at most 20. */
  orders: z.array(
    z.object({ orderId: id, number: z.int(), businessDay: z.string(), placedAt: time, state: z.enum(ORDER_STATES), totals: z.array(money), unclear: z.int() }),
  ),
  /** Without rehearsals; `spent` without what was declined or cancelled. */
  orderCount: z.int(),
  spent: z.array(money),
  /** Products asked about, newest first, at most 20. */
  asked: z.array(z.object({ product: productBrief, times: z.int(), lastAt: time })),
});
export type CustomerView = z.infer<typeof customerView>;

const done = z.union([z.object({ ok: z.literal(true) }), refused]);

export const customersContract = {
  get: oc.input(z.object({ customerId: id })).output(customerView.nullable()),
  save: oc
    .input(
      z.object({
        customerId: id,
        called: z.string().max(120).optional(),
        note: z.string().max(5000).optional(),
        tags: z.array(z.string().min(1).max(40)).max(20).optional(),
        language: z
          .string()
          .regex(/^[a-z]{2,3}$/)
          .nullable()
          .optional(),
      }),
    )
    .output(done),
  /** Every tag in use, most used first. */
  tags: oc.output(z.array(z.string())),
  /** Blocks or unblocks by Meta's block list; what Meta refuses changes nothing here. */
  block: oc.input(z.object({ customerId: id, on: z.boolean() })).output(done),
  /** Everything about one person as one file; `url` is a path on the page's own origin, good for ten minutes. */
  export: oc
    .input(z.object({ customerId: id }))
    .output(z.union([z.object({ ok: z.literal(true), filename: z.string(), url: z.string(), size: z.int() }), refused])),
  /** Erases everything about one person, files and raw arrivals included; orders stay as figures without a name. Cannot be undone. */
  erase: oc
    .input(z.object({ customerId: id }))
    .output(z.union([z.object({ ok: z.literal(true), messages: z.int(), files: z.int(), arrivals: z.int() }), refused])),
};
