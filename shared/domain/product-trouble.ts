/** What would go wrong with an article in a message. */
export type ProductTrouble = 'unknown' | 'removed' | 'unavailable' | 'hidden';

/** Meta's words for what cannot be bought now. */
const UNAVAILABLE: ReadonlySet<string> = new Set(['out of stock', 'discontinued', 'mark_as_sold', 'pending']);
const HIDDEN: ReadonlySet<string> = new Set(['staging', 'hidden', 'whitelist_only']);

/** False for what is sold out, discontinued or not yet for sale; true where nothing is known against it. Meta's feeds write underscores too. */
export function isAvailable(availability: string | null): boolean {
  if (availability === null) return true;
  const word = availability.toLowerCase();
  return !UNAVAILABLE.has(word) && !UNAVAILABLE.has(word.replaceAll('_', ' '));
}

/** What is known of an article when it is to be sent; `catalogueRead`: whether its catalogue was ever read as a whole. */
export type KnownProduct = { name: string | null; availability: string | null; visibility: string | null; review: string | null; removed: boolean };

/**
 * The worst that would go wrong; null: nothing that is known. One that only an order named, in a catalogue that was never read, is there as far as
 * anybody knows.
 */
export function productTrouble(product: KnownProduct | null, catalogueRead: boolean): ProductTrouble | null {
  if (product === null) return 'unknown';
  if (product.removed) return 'removed';
  if (product.name === null && catalogueRead) return 'unknown';
  if (HIDDEN.has(product.visibility?.toLowerCase() ?? '') || product.review?.toLowerCase() === 'rejected') return 'hidden';
  return isAvailable(product.availability) ? null : 'unavailable';
}
