import { Buffer } from 'node:buffer';
import { formatMoney, parseMinorUnits } from '../../shared/domain/money.ts';
import type { ProductItem } from '../wire/send-types.ts';
import { BAKERY, BAKERY_CURRENCY, type BakeryProduct } from './bakery.ts';
import type { Refusal } from './graph-answer.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';

/** A page: `id` and the fields that were asked for. */
export type ProductPage = { data: Partial<ProductItem>[]; paging?: { cursors: { before: string; after: string }; next?: string } };
/** `GET /{catalog}/products`, answered or refused. */
export type Listing = { kind: 'listed'; answer: ProductPage } | { kind: 'refused'; refusal: Refusal };

type WholeProduct = Required<Omit<ProductItem, 'inventory'>> & { inventory?: number; [field: string]: unknown };

/** Fields of Meta's ProductItem that exist, and are empty here. */
const EMPTY_FIELDS = ['sale_price', 'retailer_product_group_id', 'product_group', 'additional_image_urls'];

/** As Meta shows a price: formatted, never to be computed with. */
function priceText(price: number): string {
  return formatMoney({ minor: BigInt(parseMinorUnits(String(price), BAKERY_CURRENCY) ?? 0), currency: BAKERY_CURRENCY }, 'en-US');
}

function whole(product: BakeryProduct, index: number, graphUrl: string): WholeProduct {
  return {
    id: `71${String(4_000_000_000_000 + index * 7_919)}`,
    retailer_id: product.retailerId,
    name: product.name,
    description: product.description,
    price: priceText(product.price),
    currency: BAKERY_CURRENCY,
    availability: product.availability,
    ...(product.inventory === undefined ? {} : { inventory: product.inventory }),
    image_url: `${graphUrl}/pictures/${product.retailerId}.svg`,
    url: `https://bakery.example/${product.retailerId}`,
    category: product.section,
    ...(product.salePrice === undefined ? {} : { sale_price: priceText(product.salePrice) }),
    visibility: product.hidden === true ? 'staging' : 'published',
    review_status: 'approved',
    brand: PRACTICE_ACCOUNT.verifiedName,
  };
}

function refused(details: string): { kind: 'refused'; refusal: Refusal } {
  return { kind: 'refused', refusal: { code: 100, details } };
}

/** Names at the top of a field list; what stands in braces belongs to the name before it. */
function fieldNames(fields: string): string[] {
  let rest = fields;
  while (/\{[^{}]*\}/.test(rest)) rest = rest.replaceAll(/\{[^{}]*\}/g, '');
  return rest.split(',').map((name) => name.trim());
}

function wantedIds(filter: string | null): { kind: 'all' } | { kind: 'some'; ids: unknown[] } | { kind: 'unreadable' } {
  if (filter === null) return { kind: 'all' };
  try {
    const parsed = JSON.parse(filter) as { retailer_id?: { is_any?: unknown; eq?: unknown } } | null;
    const rule = parsed?.retailer_id;
    if (Array.isArray(rule?.is_any)) return { kind: 'some', ids: rule.is_any };
    return typeof rule?.eq === 'string' ? { kind: 'some', ids: [rule.eq] } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Large pages are cut short, as Graph pages may be; asked for by their numbers, articles come on one. */
const LARGEST_PAGE = 8;

function cursor(index: number): string {
  return Buffer.from(`product:${index}`).toString('base64url');
}

/**
 * A page of the bakery's catalogue. From the second on a page begins with the last article of the one before: this edge has been seen to repeat some.
 * @param url the request's own, for the parameters and the link to the next page
 * @param graphUrl base of the pictures
 */
export function listProducts(url: URL, graphUrl: string): Listing {
  const wanted = wantedIds(url.searchParams.get('filter'));
  if (wanted.kind === 'unreadable') return refused('Param filter must be a JSON object of the form {"retailer_id":{"is_any":[...]}}.');
  const all = BAKERY.map((product, index) => whole(product, index, graphUrl));
  const names = fieldNames(url.searchParams.get('fields') ?? 'id,name,retailer_id');
  const known = new Set([...all.flatMap((product) => Object.keys(product)), ...EMPTY_FIELDS]);
  const foreign = names.find((name) => !known.has(name));
  if (foreign !== undefined) return refused(`Tried accessing nonexisting field (${foreign}) on node type (ProductItem)`);
  const limit = Number(url.searchParams.get('limit') ?? '25');
  if (!Number.isInteger(limit) || limit < 1) return refused('Param limit must be a whole number above 0.');
  const after = url.searchParams.get('after');
  const found = wanted.kind === 'all' ? all : all.filter((product) => wanted.ids.includes(product.retailer_id));
  const start = after === null ? 0 : found.findIndex((_, index) => cursor(index) === after) + 1;
  if (after !== null && start === 0) return refused('Invalid cursors values');
  const size = wanted.kind === 'all' ? Math.min(limit, LARGEST_PAGE) : limit;
  const repeated = start > 0 && size > 1 ? 1 : 0;
  const page = found.slice(start - repeated, start - repeated + size);
  const data = page.map((product): Partial<ProductItem> =>
    Object.fromEntries(Object.entries(product).filter(([name]) => names.includes(name) || name === 'id')),
  );
  if (page.length === 0) return { kind: 'listed', answer: { data } };
  const last = start - repeated + page.length - 1;
  const cursors = { before: cursor(start - repeated), after: cursor(last) };
  if (last + 1 >= found.length) return { kind: 'listed', answer: { data, paging: { cursors } } };
  const next = new URL(url);
  next.searchParams.set('after', cursors.after);
  return { kind: 'listed', answer: { data, paging: { cursors, next: next.href } } };
}
