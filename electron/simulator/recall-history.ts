import type { InboundMessage, Order } from '../wire/webhook-types.ts';
import { BAKERY_CURRENCY, REMOVED_ARTICLE } from './bakery.ts';
import { addressOf, type Customer } from './keep-customers.ts';
import { makeWamid } from './make-ids.ts';
import { PHRASES } from './phrases.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import type { Random } from './seeded-random.ts';
import { wireTime } from './wrap-change.ts';

const COUNT = 30;
const PHOTO_AT = 12;
const ORDER_AT = 3;
const HOUR_MS = 60 * 60 * 1000;

/** Two of what the catalogue had then. */
function oldCart(): Order {
  const { retailerId, price } = REMOVED_ARTICLE;
  return {
    catalog_id: PRACTICE_ACCOUNT.catalogId,
    product_items: [{ product_retailer_id: retailerId, quantity: 2, item_price: price, currency: BAKERY_CURRENCY }],
  };
}

/**
 * Thirty messages of the last days, in and out, as the phone had them; one was a photo, whose file comes by itself, and one a cart with an
 * article that has been taken out since.
 * @param now ms since epoch
 */
export function recallHistory(customer: Customer, random: Random, now: number): { ours: boolean; message: InboundMessage; status: string }[] {
  const { text, question, thanks } = PHRASES[customer.speaks];
  return Array.from({ length: COUNT }, (_, index) => {
    const ours = index % 3 === 1;
    const head = { id: makeWamid(random, addressOf(customer), ours ? 'out' : 'in'), timestamp: wireTime(now - 48 * HOUR_MS - (COUNT - index) * 2 * HOUR_MS) };
    const status = ours ? 'READ' : 'DELIVERED';
    if (index === PHOTO_AT) return { ours, status, message: { ...head, type: 'media_placeholder' } };
    if (index === ORDER_AT) return { ours, status, message: { ...head, type: 'order', order: oldCart() } };
    return { ours, status, message: { ...head, type: 'text', text: { body: random.pick(ours ? thanks : [...text, ...question]) } } };
  });
}
