import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id, money, productBrief, reason, refused, time } from './common.ts';

export const catalogueProduct = z.object({
  product: productBrief,
  /** The unit price as far as it is known exactly. */
  price: money.nullable(),
  /** What it costs while it is on sale: Meta's own text, and the amount as far as it is clear; null where it is not on sale. */
  sale: z.object({ text: z.string(), price: money.nullable() }).nullable(),
  description: z.string().nullable(),
  section: z.string().nullable(),
  url: z.string().nullable(),
  /** Meta's words, such as `published`, `staging`; `approved`, `pending`, `rejected`. */
  visibility: z.string().nullable(),
  review: z.string().nullable(),
});
export type CatalogueProduct = z.infer<typeof catalogueProduct>;

export const catalogueOverview = z.object({
  catalogues: z.array(
    z.object({
      catalogId: z.string(),
      name: z.string().nullable(),
      products: z.int(),
      /** Connected to the shop's account at Meta; false: only named by orders, or imported. */
      connected: z.boolean(),
      source: z.enum(['meta', 'csv', 'orders']),
      readAt: time.nullable(),
      reading: z.boolean(),
      problem: reason.nullable(),
    }),
  ),
  /** Largest first. */
  sections: z.array(z.object({ name: z.string(), products: z.int() })),
  /** Why Meta could not be asked which catalogue is connected; null where it could. */
  problem: reason.nullable(),
});
export type CatalogueOverview = z.infer<typeof catalogueOverview>;

/** What is wrong with a row of an imported table. */
export const CSV_FAULTS = ['no-id', 'no-title', 'twice', 'too-long', 'bad-price', 'cells', 'quotes', 'too-many'] as const;
export type CsvFault = (typeof CSV_FAULTS)[number];

/** What would go wrong with an article in a message. */
export const PRODUCT_TROUBLES = ['unknown', 'removed', 'unavailable', 'hidden'] as const;

export const catalogueContract = {
  overview: oc.output(catalogueOverview),
  /** 60 a page, by name; those that begin with the text first. `offset` counts from the first one. */
  list: oc
    .input(
      z.object({
        text: z.string().max(200),
        section: z.string().max(300).nullable(),
        availability: z.enum(['all', 'available', 'unavailable']),
        offset: z.int().nonnegative(),
      }),
    )
    .output(z.object({ products: z.array(catalogueProduct), total: z.int() })),
  get: oc.input(z.object({ catalogId: z.string().max(64), retailerId: z.string().max(300) })).output(
    z
      .object({
        product: catalogueProduct,
        asked: z.int(),
        ordered: z.int(),
        trouble: z.enum(PRODUCT_TROUBLES).nullable(),
      })
      .nullable(),
  ),
  /** Asks Meta for the connected catalogue and reads it anew. */
  refresh: oc.output(z.object({ started: z.boolean() })),
  /**
   * Meta's own CSV of a catalogue, or any with the columns id and title, in place of what was known of that catalogue. Rows with a fault are left out
   * and named (line from 1). What was read from Meta is replaced with `replaceMeta` only, else refused with `wrong-state`.
   */
  importCsv: oc
    .input(z.object({ text: z.string().max(30_000_000), catalogId: z.string().min(1).max(64), replaceMeta: z.boolean().optional() }))
    .output(
      z.union([
        z.object({ ok: z.literal(true), imported: z.int(), removed: z.int(), faults: z.array(z.object({ line: z.int(), what: z.enum(CSV_FAULTS) })) }),
        refused,
      ]),
    ),
  /** Of articles that are to be sent, those with which something would go wrong. */
  check: oc
    .input(z.object({ catalogId: z.string().max(64), retailerIds: z.array(z.string().max(300)).max(100) }))
    .output(z.array(z.object({ retailerId: z.string(), trouble: z.enum(PRODUCT_TROUBLES) }))),
  /** A text that answers a question about an article with its price and availability, in the chat's language; null where nothing is known of it. */
  answerText: oc.input(z.object({ conversationId: id, catalogId: z.string().max(64), retailerId: z.string().max(300) })).output(z.string().nullable()),
};
