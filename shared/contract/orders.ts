import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ORDER_STATES } from '../domain/order.ts';
import { customerBrief, id, money, productBrief, refused, time, windowView } from './common.ts';

export const orderState = z.enum(ORDER_STATES);

export const orderLineView = z.object({
  position: z.int(),
  product: productBrief,
  /** Null where the cart's quantity is no whole number; `quantityRaw` says what came. */
  quantity: z.int().nullable(),
  quantityRaw: z.string(),
  /** Minor units; null where the price does not fit its currency; `unitRaw` says what came. */
  unitMinor: z.int().nullable(),
  unitRaw: z.string(),
  currency: z.string().nullable(),
  lineMinor: z.bigint().nullable(),
});
export type OrderLineView = z.infer<typeof orderLineView>;

export const orderEventView = z.object({
  at: time,
  /** Who did it: the customer, the operator at a screen, or the program itself. */
  who: z.enum(['customer', 'operator', 'program']),
  from: orderState.nullable(),
  to: orderState,
  reason: z.string().nullable(),
});
export type OrderEventView = z.infer<typeof orderEventView>;

export const orderView = z.object({
  id,
  /** The shop's running number of the business day: "#14". */
  number: z.int(),
  /** YYYY-MM-DD. */
  businessDay: z.string(),
  state: orderState,
  /** WhatsApp's own time. */
  placedAt: time,
  receivedAt: time,
  late: z.boolean(),
  rehearsal: z.boolean(),
  note: z.string().nullable(),
  customer: customerBrief,
  conversationId: id,
  messageId: id,
  lines: z.array(orderLineView),
  /** One per currency; empty when nothing could be counted. */
  totals: z.array(money),
  /** Lines that no total contains, because their price or quantity is unclear. */
  unclear: z.int(),
  /** Sum of the clear quantities. */
  pieces: z.bigint(),
  window: windowView,
  events: z.array(orderEventView),
});
export type OrderView = z.infer<typeof orderView>;

const changed = z.union([z.object({ ok: z.literal(true), order: orderView }), refused]);

export const ordersContract = {
  /** The board: all new and accepted orders (new: oldest first), and the newest declined ones of the last two days, at most 200 each. */
  board: oc.output(
    z.object({
      new: z.array(orderView),
      accepted: z.array(orderView),
      closed: z.array(orderView),
      counts: z.object({ new: z.int(), accepted: z.int(), closed: z.int() }),
    }),
  ),
  get: oc.input(z.object({ orderId: id })).output(orderView.nullable()),
  /** new > accepted. Accepting what is accepted already is answered with the order; any other state refuses with `wrong-state`. */
  accept: oc.input(z.object({ orderId: id })).output(changed),
  /** new or accepted > declined, with an optional reason for the shop's own record (the customer is not told by this). */
  decline: oc.input(z.object({ orderId: id, reason: z.string().max(500).optional() })).output(changed),
};
