import { fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

export type CatalogueItem = {
  retailerId: string;
  name: string | null;
  priceText: string | null;
  currency: string | null;
  availability: string | null;
  inventory: number | null;
  imageUrl: string | null;
};

const FIELDS = 'id,retailer_id,name,price,currency,availability,inventory,image_url';

/**
 * `GET /{catalog}/products` for some articles (at most 50). Articles that the catalogue does not have are missing from the
 * answer; of one that it names twice (this edge has been seen to) the first is taken.
 */
export async function fetchProducts(
  access: GraphAccess,
  catalogId: string,
  retailerIds: readonly string[],
): Promise<{ ok: true; items: CatalogueItem[] } | GraphFailure> {
  const query = new URLSearchParams({ fields: FIELDS, limit: '100', filter: JSON.stringify({ retailer_id: { is_any: retailerIds } }) });
  const answer = await callGraph({ access, path: `${encodeURIComponent(catalogId)}/products?${query.toString()}`, timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const items = new Map<string, CatalogueItem>();
  for (const item of objectsOf(fieldsOf(answer.body)?.['data'])) {
    const retailerId = textOf(item['retailer_id']);
    if (retailerId === null || items.has(retailerId)) continue;
    items.set(retailerId, {
      retailerId,
      name: textOf(item['name']),
      priceText: textOf(item['price']),
      currency: textOf(item['currency']),
      availability: textOf(item['availability']),
      inventory: wholeOf(item['inventory']),
      imageUrl: textOf(item['image_url']),
    });
  }
  return { ok: true, items: [...items.values()] };
}
