import type { Money } from '../../shared/domain/money.ts';
import { readPriceText } from '../../shared/domain/read-price-text.ts';
import type { Store } from '../store/open-store.ts';
import type { ProductRow } from '../store/products.ts';

/** An article's unit price as its catalogue tells it, where that text can mean one thing only; null otherwise. */
export function listedPrice(row: Pick<ProductRow, 'price_text' | 'currency'> | null): Money | null {
  if (!row || row.price_text === null || row.currency === null) return null;
  const minor = readPriceText(row.price_text, row.currency);
  return minor === null ? null : { minor: BigInt(minor), currency: row.currency };
}

/** What the newest cart paid for one; null where none did. */
export function paidPrice(store: Pick<Store, 'catalogues'>, catalogId: string, retailerId: string): Money | null {
  const paid = store.catalogues.lastPrice(catalogId, retailerId);
  return paid && { minor: BigInt(paid.unit_minor), currency: paid.currency };
}
