import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ORDER_STATES, PAYMENT_METHODS } from '../domain/order.ts';
import { customerBrief, id, money, time } from './common.ts';

const day = z.iso.date();

/** One business day, or the sum of it so far; rehearsals count nowhere. */
export const dayBookView = z.object({
  day,
  today: day,
  /** The first day that has an order; null in an empty shop. */
  firstDay: day.nullable(),
  orders: z.int(),
  byState: z.array(z.object({ state: z.enum(ORDER_STATES), orders: z.int() })),
  /** What was ordered and neither declined nor cancelled, per currency. */
  turnover: z.array(money),
  /** Lines that no sum contains, because their price or quantity is unclear. */
  unclear: z.int(),
  /** Paid, by method; null: not marked as paid. */
  paid: z.array(z.object({ method: z.enum(PAYMENT_METHODS).nullable(), orders: z.int(), totals: z.array(money) })),
  /** Ms on average; null where there is none to count. */
  averageTakeMs: z.int().nullable(),
  averageFinishMs: z.int().nullable(),
  /** Best-selling articles, at most 20. */
  best: z.array(z.object({ catalogId: z.string(), retailerId: z.string(), name: z.string().nullable(), quantity: z.bigint(), totals: z.array(money) })),
  /** Articles that questions of the day were about, most asked first, at most 20; `times30`: in the 30 business days up to this one. */
  asked: z.array(z.object({ catalogId: z.string(), retailerId: z.string(), name: z.string().nullable(), times: z.int(), times30: z.int() })),
  /** Declined and cancelled, with their reasons (null: none was given). */
  refused: z.array(z.object({ state: z.enum(['declined', 'cancelled']), reason: z.string().nullable(), orders: z.int() })),
  /** By the clock of the shop's time zone, from the business day's first hour on. */
  byHour: z.array(z.object({ hour: z.int(), orders: z.int() })),
  /** The 30 business days up to this one, oldest first. */
  last30: z.array(z.object({ day, orders: z.int(), turnover: z.array(money) })),
});
export type DayBookView = z.infer<typeof dayBookView>;

export const dayBookContract = {
  /** Left out: the day that runs now. */
  get: oc.input(z.object({ day: day.optional() })).output(dayBookView),
  /** Orders, order lines or customers of some business days as a file's text. */
  export: oc
    .input(
      z.object({
        what: z.enum(['orders', 'lines', 'customers']),
        format: z.enum(['csv', 'json']),
        from: day,
        to: day,
        /** BCP 47: decides separator and decimal sign of CSV. */
        locale: z.string().max(40),
      }),
    )
    .output(z.object({ filename: z.string(), text: z.string(), rows: z.int() })),
};

/** A place in an order where something was found, with a little of what stands around it. */
export const orderHit = z.object({
  orderId: id,
  number: z.int(),
  businessDay: day,
  state: z.enum(ORDER_STATES),
  placedAt: time,
  rehearsal: z.boolean(),
  customer: customerBrief,
  totals: z.array(money),
  where: z.enum(['number', 'customer', 'article', 'note', 'address', 'extra', 'reason']),
  /** The text around the hit, and which part of it was found (start and length in UTF-16 units). */
  text: z.string(),
  start: z.int(),
  length: z.int(),
});
export type OrderHit = z.infer<typeof orderHit>;
