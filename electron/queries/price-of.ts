import type { Money } from '../../shared/domain/money.ts';
import { readPriceText } from '../../shared/domain/read-price-text.ts';
import type { Store } from '../store/open-store.ts';
import type { ProductRow } from '../store/products.ts';

/** An article's unit price as its catalogue tells it, where that text can mean one thing only; null otherwise. */
export function listedPrice(row: Pick<ProductRow, 'price_text' | 'currency'> | null): Money | null {
  return row && clearPrice(row.price_text, row.currency);
}

/** What it costs while it is on sale: Meta's text, and the amount where that text can mean one thing only; null where it is not on sale. */
export function salePrice(row: Pick<ProductRow, 'sale_price_text' | 'currency'> | null): { text: string; price: Money | null } | null {
  if (!row || row.sale_price_text === null) return null;
  return { text: row.sale_price_text, price: clearPrice(row.sale_price_text, row.currency) };
}

function clearPrice(text: string | null, currency: string | null): Money | null {
  if (text === null || currency === null) return null;
  const minor = readPriceText(text, currency);
  return minor === null ? null : { minor: BigInt(minor), currency };
}

/** What the newest cart paid for one; null where none did. */
export function paidPrice(store: Pick<Store, 'catalogues'>, catalogId: string, retailerId: string): Money | null {
  const paid = store.catalogues.lastPrice(catalogId, retailerId);
  return paid && { minor: BigInt(paid.unit_minor), currency: paid.currency };
}
