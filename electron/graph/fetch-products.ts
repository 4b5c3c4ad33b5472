import { type Fields, fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

export type CatalogueItem = {
  retailerId: string;
  name: string | null;
  priceText: string | null;
  currency: string | null;
  /** What it costs while it is on sale, as Meta writes it; null where it is not. */
  salePriceText: string | null;
  availability: string | null;
  inventory: number | null;
  imageUrl: string | null;
  /** Meta's own id of it. */
  productId: string | null;
  description: string | null;
  /** Meta's `category`. */
  section: string | null;
  url: string | null;
  /** `published`, or `staging` and older words for hidden. */
  visibility: string | null;
  /** `approved`, `pending`, `rejected`, `outdated`; null where Meta says nothing. */
  review: string | null;
};

const FIELDS = 'id,retailer_id,name,description,price,currency,sale_price,availability,inventory,image_url,url,category,visibility,review_status';
/** Larger pages time out, or are refused as too much data. */
const PER_PAGE = '100';

/**
 * `GET /{catalog}/products` for some articles (at most 50). Articles that the catalogue does not have are missing from the
 * answer; of one that it names twice (this edge has been seen to) the first is taken.
 */
export async function fetchProducts(
  access: GraphAccess,
  catalogId: string,
  retailerIds: readonly string[],
): Promise<{ ok: true; items: CatalogueItem[] } | GraphFailure> {
  const query = new URLSearchParams({ fields: FIELDS, limit: PER_PAGE, filter: JSON.stringify({ retailer_id: { is_any: retailerIds } }) });
  const answer = await callGraph({ access, path: `${encodeURIComponent(catalogId)}/products?${query.toString()}`, timeoutMs: 20_000 });
  return answer.ok ? { ok: true, items: readItems(answer.body) } : answer;
}

/**
 * `GET /{catalog}/products`: a page of everything, from the cursor that the page before gave (null: from the beginning). `next` is null on the
 * last page. The link that Meta gives for it is not followed, for it may lead elsewhere and carries the token; its cursor is taken.
 */
export async function fetchCataloguePage(
  access: GraphAccess,
  catalogId: string,
  after: string | null,
): Promise<{ ok: true; items: CatalogueItem[]; next: string | null } | GraphFailure> {
  const query = new URLSearchParams({ fields: FIELDS, limit: PER_PAGE, ...(after === null ? {} : { after }) });
  const answer = await callGraph({ access, path: `${encodeURIComponent(catalogId)}/products?${query.toString()}`, timeoutMs: 30_000 });
  if (!answer.ok) return answer;
  const paging = fieldsOf(fieldsOf(answer.body)?.['paging']);
  const next = paging?.['next'] === undefined ? null : textOf(fieldsOf(paging['cursors'])?.['after']);
  return { ok: true, items: readItems(answer.body), next };
}

function readItems(body: unknown): CatalogueItem[] {
  const items = new Map<string, CatalogueItem>();
  for (const item of objectsOf(fieldsOf(body)?.['data'])) {
    const read = readItem(item);
    if (read && !items.has(read.retailerId)) items.set(read.retailerId, read);
  }
  return [...items.values()];
}

function readItem(item: Fields): CatalogueItem | null {
  const retailerId = textOf(item['retailer_id']);
  if (retailerId === null) return null;
  return {
    retailerId,
    name: textOf(item['name']),
    priceText: textOf(item['price']),
    currency: textOf(item['currency']),
    salePriceText: textOf(item['sale_price']),
    availability: textOf(item['availability']),
    inventory: wholeOf(item['inventory']),
    imageUrl: textOf(item['image_url']),
    productId: textOf(item['id']),
    description: textOf(item['description']),
    section: textOf(item['category']),
    url: textOf(item['url']),
    visibility: textOf(item['visibility']),
    review: textOf(item['review_status']),
  };
}
