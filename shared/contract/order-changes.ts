import { oc } from '@orpc/contract';
import { z } from 'zod';
import { EXTRA_KINDS, FULFILMENTS, PAYMENT_METHODS } from '../domain/order.ts';
import { id, time } from './common.ts';

/** A UUID that the page makes per intention: a repeated call answers with the first one's result. */
const requestId = z.string().min(8).max(64);
const quantity = z.int().min(0).max(99_999);
/** Decimal text in major units as typed ("12.5"), read without floating point. */
const amount = z.string().max(30);
const currency = z.string().regex(/^[A-Z]{3}$/);

/** What can be changed of an order beside its state; each answers with the order as it stands after it. */
export function orderChangesContract<In, Out>(changed: z.ZodType<Out, In>) {
  return {
    /** Promises a time, or (null) takes the promise away. */
    promise: oc.input(z.object({ orderId: id, at: time.nullable() })).output(changed),
    /** Marks as paid, or (null) as not paid. */
    pay: oc.input(z.object({ orderId: id, method: z.enum(PAYMENT_METHODS).nullable() })).output(changed),
    /** Chooses the language that this order's customer is written to in, or (null) lets the shop's own stand. */
    speak: oc
      .input(
        z.object({
          orderId: id,
          language: z
            .string()
            .regex(/^[a-z]{2,3}$/)
            .nullable(),
        }),
      )
      .output(changed),
    /** Says how the customer gets it; remembered for the customer's next order. `suggestionMessageId` names the message an address was taken from. */
    fulfil: oc
      .input(
        z.object({ orderId: id, kind: z.enum(FULFILMENTS).nullable(), address: z.string().max(1000).nullable(), coordinates: z.string().max(60).nullable() }),
      )
      .output(changed),
    /** Asks the customer in the chat: pick-up or delivery (reply buttons), or where to (a location request, or a text). */
    ask: oc.input(z.object({ orderId: id, what: z.enum(['fulfilment', 'address']), how: z.enum(['buttons', 'location', 'text']), requestId })).output(changed),
    /** Adds a fee, a discount or a line; refuses with `bad-amount` what is no amount of that currency, with `discount-too-high` more than the order comes to. */
    addExtra: oc
      .input(z.object({ orderId: id, kind: z.enum(EXTRA_KINDS), label: z.string().max(120), amount, currency, requestId: requestId.optional() }))
      .output(changed),
    removeExtra: oc.input(z.object({ orderId: id, extraId: id })).output(changed),
    /**
     * Changes quantities (0 strikes a line). `ask` proposes it to the customer by reply buttons, and their answer changes the order;
     * `apply` changes it at once. A proposal that is still open is withdrawn by a newer one.
     */
    revise: oc
      .input(
        z.object({
          orderId: id,
          lines: z
            .array(z.object({ position: z.int().min(0), quantity }))
            .min(1)
            .max(200),
          how: z.enum(['ask', 'apply']),
          requestId,
        }),
      )
      .output(changed),
    /** Ends an open proposal without the customer's answer. */
    settleRevision: oc.input(z.object({ orderId: id, revisionId: id, how: z.enum(['apply', 'withdraw']) })).output(changed),
    /**
     * Settles "perhaps replaces": `together` takes the other order's lines and extras into this one, `replace` lets this one stand in its
     * place (the other is cancelled by both), `keep` leaves both and asks no more.
     */
    merge: oc.input(z.object({ orderId: id, otherId: id, how: z.enum(['together', 'replace', 'keep']) })).output(changed),
    /** Makes an order by hand, for a chat's customer or for somebody on the telephone; it is accepted from the start and never rings. */
    make: oc
      .input(
        z.object({
          requestId,
          customer: z.union([z.object({ conversationId: id }), z.object({ name: z.string().max(200), phone: z.string().max(40) })]),
          lines: z
            .array(z.object({ catalogId: z.string().max(100), retailerId: z.string().max(200), quantity: z.int().min(1).max(99_999), price: amount, currency }))
            .max(200),
          extras: z.array(z.object({ kind: z.enum(EXTRA_KINDS), label: z.string().max(120), amount, currency })).max(50),
          note: z.string().max(2000),
          kind: z.enum(FULFILMENTS).nullable(),
          address: z.string().max(1000),
          promisedAt: time.nullable(),
        }),
      )
      .output(changed),
  };
}
