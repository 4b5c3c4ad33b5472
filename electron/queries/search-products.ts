import type { ProductBrief } from '../../shared/contract/common.ts';
import { foldName } from '../../shared/domain/fold-name.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { NamedProduct } from '../store/catalogues.ts';
import type { Store } from '../store/open-store.ts';
import { listedPrice, paidPrice } from './price-of.ts';
import { viewProduct } from './view-product.ts';

const AT_MOST = 50;

/**
 * Articles whose name or number holds every word of a text, in any script, whatever its case or its accents; those that begin with it first,
 * then by name. An empty text gives all of them.
 */
export function findProducts(rows: readonly NamedProduct[], text: string): NamedProduct[] {
  const words = foldName(text).split(/\s+/u).filter(Boolean);
  const found: { row: NamedProduct; words: string; rank: number }[] = [];
  for (const row of rows) {
    const folded = foldName(`${row.name ?? ''} ${row.retailer_id}`).trimStart();
    if (words.every((word) => folded.includes(word))) found.push({ row, words: folded, rank: words[0] !== undefined && folded.startsWith(words[0]) ? 0 : 1 });
  }
  found.sort((a, b) => a.rank - b.rank || (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
  return found.map(({ row }) => row);
}

/** Articles for an order made by hand: the price is what the newest cart paid, else the catalogue's where its text can mean one thing only. */
export function searchProducts(
  store: Pick<Store, 'products' | 'catalogues'>,
  text: string,
): { products: { product: ProductBrief; price: Money | null }[]; more: boolean } {
  const found = findProducts(store.catalogues.names(), text);
  const products = found.slice(0, AT_MOST).map(({ catalog_id: catalogId, retailer_id: retailerId }) => ({
    product: viewProduct(store, catalogId, retailerId),
    price: paidPrice(store, catalogId, retailerId) ?? listedPrice(store.products.get(catalogId, retailerId)),
  }));
  return { products, more: found.length > AT_MOST };
}
