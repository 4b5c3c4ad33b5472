import type { InboundMessage, OrderItem } from '../wire/webhook-types.ts';
import { BAKERY, BAKERY_CURRENCY } from './bakery.ts';
import { addressOf, type Customer } from './keep-customers.ts';
import { productInquiryId } from './make-ids.ts';
import { PHRASES } from './phrases.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import { type Random, shuffled } from './seeded-random.ts';

/** What a customer writes, without sender, id and time. */
export type Written = { type: string; context?: NonNullable<InboundMessage['context']>; [part: string]: unknown };

export function writeText(body: string): Written {
  return { type: 'text', text: { body } };
}

export function writeAnyText(customer: Customer, random: Random): Written {
  return writeText(random.pick(PHRASES[customer.speaks].text));
}

export function writeThanks(customer: Customer, random: Random): Written {
  return writeText(random.pick(PHRASES[customer.speaks].thanks));
}

/** A question from the product's page ("Message business"): a text that pins the product and quotes a message that never was. */
export function writeQuestion(customer: Customer, random: Random, about?: string): Written {
  const retailerId = about ?? random.pick(BAKERY).retailerId;
  return {
    ...writeText(random.pick(PHRASES[customer.speaks].question)),
    context: {
      from: PRACTICE_ACCOUNT.displayPhoneNumber,
      id: productInquiryId(addressOf(customer)),
      referred_product: { catalog_id: PRACTICE_ACCOUNT.catalogId, product_retailer_id: retailerId },
    },
  };
}

/** A cart of one to four products. The note comes in all three forms that were seen: words, an empty string, no key at all. */
export function writeOrder(customer: Customer, random: Random, among?: readonly string[]): Written {
  const sold = shuffled(
    BAKERY.filter((product) => among?.includes(product.retailerId) ?? product.availability !== 'out of stock'),
    random,
  );
  const items = sold.slice(0, random.int(1, 4)).map((product): OrderItem => {
    const quantity = product.price > 20 ? 1 : random.pick([1, 1, 1, 2, 2, 3, 4, 6]);
    return { product_retailer_id: product.retailerId, quantity, item_price: product.salePrice ?? product.price, currency: BAKERY_CURRENCY };
  });
  const words = random.pick(PHRASES[customer.speaks].note);
  const note = random.pick([{ text: words }, { text: words }, { text: '' }, {}]);
  return { type: 'order', order: { catalog_id: PRACTICE_ACCOUNT.catalogId, ...note, product_items: items } };
}
