import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MESSAGE_STATUSES } from '../domain/message-status.ts';
import { ORDER_EVENTS } from '../domain/order-event.ts';
import { EXTRA_KINDS, FULFILMENTS, ORDER_ACTIONS, ORDER_STATES, PAYMENT_METHODS } from '../domain/order.ts';
import { TELL_STEPS } from '../domain/tell.ts';
import { customerBrief, id, money, productBrief, reason, refused, time, windowView } from './common.ts';
import { orderChangesContract } from './order-changes.ts';

export const orderState = z.enum(ORDER_STATES);
export const orderAction = z.enum(ORDER_ACTIONS);
export const fulfilment = z.enum(FULFILMENTS);
export const paymentMethod = z.enum(PAYMENT_METHODS);

export const orderLineView = z.object({
  position: z.int(),
  product: productBrief,
  /** Null where the cart's quantity is no whole number; `quantityRaw` says what came. 0 where the line was struck. */
  quantity: z.int().nullable(),
  quantityRaw: z.string(),
  /** What was ordered, where that was changed since; else null. */
  orderedQuantity: z.int().nullable(),
  /** Minor units; null where the price does not fit its currency; `unitRaw` says what came. */
  unitMinor: z.int().nullable(),
  unitRaw: z.string(),
  currency: z.string().nullable(),
  lineMinor: z.bigint().nullable(),
});
export type OrderLineView = z.infer<typeof orderLineView>;

/** A fee, a discount or a line that no cart held; `amount` is never negative, a discount counts against the total. */
export const orderExtraView = z.object({ id, kind: z.enum(EXTRA_KINDS), label: z.string(), amount: money });
export type OrderExtraView = z.infer<typeof orderExtraView>;

export const orderEventView = z.object({
  id,
  at: time,
  /** Who did it: the customer, the operator at a screen, or the program itself. */
  who: z.enum(['customer', 'operator', 'program']),
  what: z.enum(ORDER_EVENTS),
  /** Differ where the state changed. */
  from: orderState.nullable(),
  to: orderState,
  reason: z.string().nullable(),
  /** See `ORDER_EVENTS` for what each kind holds. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type OrderEventView = z.infer<typeof orderEventView>;

export const orderRevisionView = z.object({
  id,
  state: z.enum(['proposed', 'accepted', 'declined', 'applied', 'withdrawn']),
  madeAt: time,
  decidedAt: time.nullable(),
  /** The message that asks for consent; null where the shop changed the order by itself. */
  messageId: id.nullable(),
  lines: z.array(z.object({ position: z.int(), before: z.int(), after: z.int() })),
  /** What the whole order comes to with it. */
  totals: z.array(money),
});
export type OrderRevisionView = z.infer<typeof orderRevisionView>;

export const orderTellView = z.object({
  step: z.enum(TELL_STEPS),
  at: time,
  messageId: id.nullable(),
  /** The message's clock or ticks; null where there is no message. */
  status: z.enum(MESSAGE_STATUSES).nullable(),
  /** `waiting`: can be taken back until `takeBackUntil`; `told`: it went, or is on its way; `not-told`: nothing was sent, `reason` says why. */
  state: z.enum(['waiting', 'told', 'not-told']),
  takeBackUntil: time.nullable(),
  reason: reason.nullable(),
});
export type OrderTellView = z.infer<typeof orderTellView>;

export const orderView = z.object({
  id,
  /** The shop's running number of the business day: "#14". Below zero for a rehearsal: "Test 1" is -1. */
  number: z.int(),
  /** YYYY-MM-DD. */
  businessDay: z.string(),
  state: orderState,
  source: z.enum(['whatsapp', 'hand']),
  /** WhatsApp's own time. */
  placedAt: time,
  receivedAt: time,
  late: z.boolean(),
  rehearsal: z.boolean(),
  note: z.string().nullable(),
  customer: customerBrief,
  /** The language this customer is written to in (ISO 639), and whether that was chosen for them. */
  language: z.object({ code: z.string(), chosen: z.boolean() }),
  /** Null where there is no chat (an order by telephone). */
  conversationId: id.nullable(),
  messageId: id.nullable(),
  lines: z.array(orderLineView),
  extras: z.array(orderExtraView),
  /** One per currency, extras included; empty when nothing could be counted. */
  totals: z.array(money),
  /** Lines that no total contains, because their price or quantity is unclear. */
  unclear: z.int(),
  /** Sum of the clear quantities. */
  pieces: z.bigint(),
  window: windowView,
  /** WhatsApp's time of the oldest message in its chat that waits for an answer; null where none does. */
  unansweredSince: time.nullable(),
  acceptedAt: time.nullable(),
  closedAt: time.nullable(),
  promisedAt: time.nullable(),
  paid: z.object({ at: time, method: paymentMethod }).nullable(),
  fulfilment: z.object({
    /** Null: not known yet. */
    kind: fulfilment.nullable(),
    address: z.string().nullable(),
    /** "latitude, longitude". */
    coordinates: z.string().nullable(),
    /** When the customer was last asked for it without having answered; null when nothing is open. */
    kindAskedAt: time.nullable(),
    addressAskedAt: time.nullable(),
    /** What this customer chose the last time. */
    remembered: z.object({ kind: fulfilment.nullable(), address: z.string().nullable(), coordinates: z.string().nullable() }),
    /** What the customer wrote after having been asked for the address: one click takes it over. */
    suggestion: z.object({ messageId: id, text: z.string() }).nullable(),
  }),
  revisions: z.array(orderRevisionView),
  /** An open order that the same customer placed within the hour before this one. */
  perhapsReplaces: z.object({ orderId: id, number: z.int() }).nullable(),
  mergedInto: z.object({ orderId: id, number: z.int() }).nullable(),
  tells: z.array(orderTellView),
  /** The newest ticket; null when none was asked for. */
  ticket: z.object({ jobId: id, state: z.enum(['queued', 'printing', 'printed', 'failed', 'cancelled']), at: time, reason: reason.nullable() }).nullable(),
  /** The last step, if it can be undone: without a word to the customer until `freeUntil`; after that the customer may have been `told`. */
  undo: z.object({ eventId: id, from: orderState, to: orderState, freeUntil: time, told: z.enum(['no', 'waiting', 'yes']) }).nullable(),
  events: z.array(orderEventView),
});
export type OrderView = z.infer<typeof orderView>;

export const changed = z.union([z.object({ ok: z.literal(true), order: orderView }), refused]);
/** A text as it was edited, or true for the shop's own text, or false for silence; left out: as the shop's settings say. */
const tell = z.union([z.boolean(), z.string().max(4096)]);

export const ordersContract = {
  ...orderChangesContract(changed),
  /** The board: every open order (oldest first), and those that came to their end in the last two days (newest first), at most 200 each. */
  board: oc.output(
    z.object({
      new: z.array(orderView),
      accepted: z.array(orderView),
      preparing: z.array(orderView),
      ready: z.array(orderView),
      closed: z.array(orderView),
      counts: z.object({ new: z.int(), accepted: z.int(), preparing: z.int(), ready: z.int(), closed: z.int() }),
    }),
  ),
  get: oc.input(z.object({ orderId: id })).output(orderView.nullable()),
  /** All orders in some states (none named: in every state), of one customer or of all, the newest first, 50 a page; `before` is where the last page ended. */
  list: oc
    .input(z.object({ states: z.array(orderState).max(7), customerId: id.optional(), before: z.object({ placedAt: time, id }).optional() }))
    .output(z.object({ orders: z.array(orderView), more: z.boolean() })),
  /**
   * Moves an order on. Doing what is done already is answered with the order; any other state refuses with `wrong-state`.
   * `reason` belongs to declining and cancelling, `promisedAt` to accepting and preparing.
   */
  step: oc
    .input(
      z.object({ orderId: id, action: orderAction, reason: z.string().max(500).optional(), promisedAt: time.nullable().optional(), tell: tell.optional() }),
    )
    .output(changed),
  /**
   * Undoes the last step, named by its event so that nothing else is undone. A message that tells of it is taken back if it has not
   * gone; where it has, `told` is true and `correction` proposes a text that puts it right (sent only by a person, as a reply).
   */
  undo: oc
    .input(z.object({ orderId: id, eventId: id }))
    .output(z.union([z.object({ ok: z.literal(true), order: orderView, told: z.boolean(), correction: z.string().nullable() }), refused])),
  /**
   * What the customer would be told by a step, before it is done. `how` null: nothing, and `reason` says why (null: it is switched off,
   * or was told already as `alreadyTold` says).
   */
  preview: oc.input(z.object({ orderId: id, action: orderAction, reason: z.string().max(500).optional(), promisedAt: time.nullable().optional() })).output(
    z
      .object({
        how: z.enum(['text', 'template']).nullable(),
        on: z.boolean(),
        text: z.string(),
        language: z.string(),
        reason: reason.nullable(),
        alreadyTold: z.boolean(),
      })
      .nullable(),
  ),
};
