import { oc } from '@orpc/contract';
import { z } from 'zod';
import { money, productBrief } from './common.ts';

export const productsContract = {
  /**
   * Articles of the catalogue whose name or article number holds a text, at most 50; an empty text lists all. `price` is the unit price
   * as far as it is known exactly, else null.
   */
  search: oc
    .input(z.object({ text: z.string().max(200) }))
    .output(z.object({ products: z.array(z.object({ product: productBrief, price: money.nullable() })), more: z.boolean() })),
  /** A product's picture as a `data:` URL; null when there is none. */
  image: oc.input(z.object({ catalogId: z.string(), retailerId: z.string() })).output(z.string().nullable()),
};
