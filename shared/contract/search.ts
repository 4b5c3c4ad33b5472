import { oc } from '@orpc/contract';
import { z } from 'zod';
import { customerBrief, id, money, productBrief, time } from './common.ts';
import { orderHit } from './day-book.ts';

/** The text around what was found, and which part of it that is (start and length in UTF-16 units). */
const around = { text: z.string(), start: z.int(), length: z.int() };

export const customerHit = z.object({
  customer: customerBrief,
  /** The newest chat; null for who never wrote. */
  conversationId: id.nullable(),
  where: z.enum(['name', 'called', 'username', 'phone', 'tag', 'note']),
  ...around,
});
export type CustomerHit = z.infer<typeof customerHit>;

export const messageHit = z.object({
  messageId: id,
  conversationId: id,
  customer: customerBrief,
  direction: z.enum(['in', 'out']),
  type: z.string(),
  sentAt: time,
  ...around,
});
export type MessageHit = z.infer<typeof messageHit>;

export const foundAll = z.object({
  /** Newest first, at most 20. */
  orders: z.array(orderHit),
  moreOrders: z.boolean(),
  customers: z.array(customerHit),
  moreCustomers: z.boolean(),
  messages: z.array(messageHit),
  moreMessages: z.boolean(),
  products: z.array(z.object({ product: productBrief, price: money.nullable() })),
  moreProducts: z.boolean(),
});
export type FoundAll = z.infer<typeof foundAll>;

export const searchContract = {
  /** Everything in orders, newest first, at most 50. */
  orders: oc.input(z.object({ text: z.string().max(200) })).output(z.object({ hits: z.array(orderHit), more: z.boolean() })),
  /** Orders, customers, messages and products. */
  all: oc.input(z.object({ text: z.string().max(200) })).output(foundAll),
  /** Messages of one conversation, newest first, at most 200. */
  inChat: oc.input(z.object({ conversationId: id, text: z.string().max(200) })).output(z.object({ hits: z.array(messageHit), more: z.boolean() })),
};
