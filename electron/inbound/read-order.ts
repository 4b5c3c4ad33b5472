import { parseMinorUnits } from '../../shared/domain/money.ts';
import { type Fields, objectsOf, rawOf, textOf, wholeOf } from '../wire/tolerant.ts';
import type { InboundOrder, InboundOrderLine } from './inbound-event.ts';

/**
 * Reads a sent cart. Nothing is dropped: a line whose quantity or price cannot be counted keeps what stood there.
 * `product_item` is how the On-Premises page spells the list, `quanitity` how an old sample spells the quantity.
 */
export function readOrder(order: Fields): InboundOrder {
  const items = objectsOf(order['product_items'] ?? order['product_item']);
  return { catalogId: textOf(order['catalog_id']) ?? '', note: textOf(order['text']), lines: items.map(readLine) };
}

function readLine(item: Fields): InboundOrderLine {
  const quantity = item['quantity'] ?? item['quanitity'];
  const price = item['item_price'];
  const code = textOf(item['currency']);
  const currency = code === null ? null : code.trim().toUpperCase();
  return {
    retailerId: textOf(item['product_retailer_id']) ?? '',
    quantity: wholeOf(quantity),
    quantityRaw: rawOf(quantity),
    unitMinor: currency === null ? null : parseMinorUnits(rawOf(price), currency),
    currency,
    unitRaw: rawOf(price),
  };
}
