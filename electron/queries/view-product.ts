import type { ProductBrief } from '../../shared/contract/common.ts';
import type { Store } from '../store/open-store.ts';

/** A product as far as it is known; its two ids at least. */
export function viewProduct(store: Pick<Store, 'products'>, catalogId: string, retailerId: string): ProductBrief {
  const row = store.products.get(catalogId, retailerId);
  return {
    catalogId,
    retailerId,
    name: row?.name ?? null,
    priceText: row?.price_text ?? null,
    availability: row?.availability ?? null,
    inventory: row?.inventory ?? null,
    hasImage: row?.has_image === 1,
  };
}

/** A product's picture as a `data:` URL; null when there is none. */
export function productImage(store: Pick<Store, 'products'>, catalogId: string, retailerId: string): string | null {
  const image = store.products.image(catalogId, retailerId);
  return image && `data:${image.type};base64,${image.bytes.toString('base64')}`;
}
