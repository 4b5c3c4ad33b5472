import type { ProductBrief } from '../../shared/contract/common.ts';
import type { Money } from '../../shared/domain/money.ts';
import { readPriceText } from '../../shared/domain/read-price-text.ts';
import type { Store } from '../store/open-store.ts';

import { viewProduct } from './view-product.ts';

const AT_MOST = 50;

/**
 * Articles whose name or number holds every word of a text, in any script, whatever its case or its accents; those that begin with it first.
 * The price is what the newest cart paid, else the catalogue's where its text can mean one thing only.
 */
export function searchProducts(
  store: Pick<Store, 'catalogues' | 'products'>,
  text: string,
): { products: { product: ProductBrief; price: Money | null }[]; more: boolean } {
  const words = folded(text).split(/\s+/u).filter(Boolean);
  const found = store.catalogues
    .names()
    .map((row) => ({ ...row, words: folded(`${row.name ?? ''} ${row.retailer_id}`) }))
    .filter((row) => words.every((word) => row.words.includes(word)));
  const rank = (row: { words: string }) => (words[0] !== undefined && row.words.startsWith(words[0]) ? 0 : 1);
  found.sort((a, b) => rank(a) - rank(b) || (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
  const products = found.slice(0, AT_MOST).map((row) => {
    const product = viewProduct(store, row.catalog_id, row.retailer_id);
    return { product, price: priceOf(store, product) };
  });
  return { products, more: found.length > AT_MOST };
}

function priceOf(store: Pick<Store, 'catalogues' | 'products'>, { catalogId, retailerId, priceText }: ProductBrief): Money | null {
  const paid = store.catalogues.lastPrice(catalogId, retailerId);
  if (paid) return { minor: BigInt(paid.unit_minor), currency: paid.currency };
  const currency = store.products.get(catalogId, retailerId)?.currency ?? null;
  const minor = priceText === null || currency === null ? null : readPriceText(priceText, currency);
  return minor === null || currency === null ? null : { minor: BigInt(minor), currency };
}

/** Full-width letters are letters, "É" is "e", "ẞ" is "ss": what a person types in a hurry. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase();
}
