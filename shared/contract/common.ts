import { z } from 'zod';
import { REASONS } from '../domain/reason.ts';

/** Ids of our own rows. */
export const id = z.int().positive();
/** Ms since epoch. */
export const time = z.int();
export const reason = z.enum(REASONS);
export const refused = z.object({ ok: z.literal(false), reason });

/** The two lines that can run side by side: the shop itself, and the practice shop. */
export const shopKind = z.enum(['real', 'practice']);
export type ShopKind = z.infer<typeof shopKind>;

/** An amount in minor units of an ISO 4217 currency. */
export const money = z.object({ minor: z.bigint(), currency: z.string() });

export const customerBrief = z.object({
  id,
  /** As the shop calls them, else the profile's name, else "@username", else "+number"; null when Meta told none of them. */
  name: z.string().nullable(),
  /** Digits with a leading "+"; null where Meta may not share it. */
  phone: z.string().nullable(),
  username: z.string().nullable(),
  /** Given where everything about this person was erased; what is left stands for the figures of their orders. */
  erased: z.literal(true).optional(),
});
export type CustomerBrief = z.infer<typeof customerBrief>;

/** A product as far as the catalogue told us; every field but the two ids may be unknown. */
export const productBrief = z.object({
  catalogId: z.string(),
  retailerId: z.string(),
  name: z.string().nullable(),
  /** Meta's own display text ("€12.40"): shown, never computed with. */
  priceText: z.string().nullable(),
  availability: z.string().nullable(),
  inventory: z.int().nullable(),
  /** True when `products.image` has a picture. */
  hasImage: z.boolean(),
});
export type ProductBrief = z.infer<typeof productBrief>;

/** The service window: ends (or ended) at a moment, or the customer never wrote. */
export const windowView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('never') }),
  z.object({ state: z.literal('open'), endsAt: time }),
  z.object({ state: z.literal('closed'), endedAt: time }),
]);
