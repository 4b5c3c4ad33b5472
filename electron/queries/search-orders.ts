import type { OrderHit } from '../../shared/contract/day-book.ts';
import { displayName } from '../../shared/domain/customer-identity.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import type { Reader } from '../store/open-reader.ts';
import type { OrderSearchStore, TextPlace } from '../store/order-search.ts';
import { cutAround } from './cut-around.ts';
import { digitsOf } from './digits-of.ts';
import { viewCustomer } from './view-customer.ts';
import { sumOrder } from './view-order.ts';

type Place = { where: OrderHit['where']; text: string };
type Found = Map<number, Place>;

const LIMIT = 50;
/** Orders of that number, among the newest ones of which the one meant mostly is; the rest is left to what else has these digits in it. */
const NUMBERS = 20;
/** Above that many articles it is quicker to walk backwards through the orders than to ask for each one's. */
const FEW_ARTICLES = 200;

/**
 * Finds a text in orders: as a number, in the customer's names and phone number, in articles, notes, addresses, extras, and reasons for
 * declining or cancelling; without regard to case and marks. The orders of that number first, then the newest.
 */
export function searchOrders(reader: Reader, typed: string): { hits: OrderHit[]; more: boolean } {
  const text = typed.trim().normalize('NFC');
  const wanted = foldText(text);
  const numbered = /^#? ?(\d{1,9})$/.exec(text)?.[1];
  if (wanted === '') return { hits: [], more: false };
  return reader.atOnce(() => {
    const found: Found = new Map();
    const store = reader.orderSearch;
    if (numbered !== undefined) for (const id of store.ofNumber(Number(numbered), NUMBERS)) keep(found, id, 'number', `#${Number(numbered)}`);
    const first = [...found.keys()];
    if (!text.startsWith('#') || numbered === undefined) {
      const match = [...wanted].length < 3 ? null : matchOf(typed);
      findCustomers(reader, found, text, match);
      findArticles(store, found, text);
      for (const place of ['note', 'address', 'extra', 'reason'] as const) findTexts(store, found, place, text, match);
    }
    const rest = [...found.keys()].filter((id) => !first.includes(id)).toSorted((a, b) => b - a);
    const ids = [...first, ...rest];
    return { hits: ids.slice(0, LIMIT).flatMap((id) => viewHit(reader, id, found.get(id), text)), more: ids.length > LIMIT };
  });
}

/** As typed, composed and decomposed: names come both ways. Quoted, so that nothing in it is FTS5's language. */
function matchOf(typed: string): string {
  const text = typed.trim();
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')]);
  return [...forms].map((form) => `"${form.replaceAll('"', '""').replaceAll('\0', '')}"`).join(' OR ');
}

function keep(found: Found, id: number, where: OrderHit['where'], text: string): void {
  if (!found.has(id)) found.set(id, { where, text });
}

function findCustomers(reader: Reader, found: Found, text: string, match: string | null): void {
  const store = reader.orderSearch;
  const ids = new Set<number>();
  for (const { id, name, username } of store.customers(match)) {
    if (match !== null || has(name, text) || has(username, text.replace(/^@/, ''))) ids.add(id);
  }
  if (text.startsWith('@') && match !== null)
    for (const { id, username } of store.customers(matchOf(text.slice(1)))) if (has(username, text.slice(1))) ids.add(id);
  for (const digits of digitsOf(text)) for (const id of store.customersByDigits(digits)) ids.add(id);
  if (ids.size === 0) return;
  for (const id of store.ofCustomers([...ids], LIMIT + 1)) keep(found, id, 'customer', '');
}

function findArticles(store: OrderSearchStore, found: Found, text: string): void {
  const names = new Map<string, { catalogId: string; retailerId: string; name: string }>();
  for (const { catalog_id: catalogId, retailer_id: retailerId, name } of store.articleNames()) {
    if (has(name, text)) names.set(JSON.stringify([catalogId, retailerId]), { catalogId, retailerId, name });
  }
  const numbers = new Set(store.articleNumbers().filter((number) => has(number, text)));
  if (names.size + numbers.size > FEW_ARTICLES) {
    const before = found.size;
    for (const { id, catalog_id, retailer_id } of store.articlesBackwards()) {
      const name = names.get(JSON.stringify([catalog_id, retailer_id]))?.name;
      if (name !== undefined || numbers.has(retailer_id)) keep(found, id, 'article', name ?? retailer_id);
      if (found.size - before > LIMIT) break;
    }
    return;
  }
  for (const { catalogId, retailerId, name } of names.values()) {
    for (const id of store.withArticle(catalogId, retailerId, LIMIT + 1)) keep(found, id, 'article', name);
  }
  for (const retailerId of numbers) for (const id of store.withArticle(null, retailerId, LIMIT + 1)) keep(found, id, 'article', retailerId);
}

function findTexts(store: OrderSearchStore, found: Found, place: TextPlace, text: string, match: string | null): void {
  const ids = new Set<number>();
  for (const row of store.texts(place, match)) {
    if (match === null && !has(row.text, text)) continue;
    keep(found, row.order_id, place, row.text);
    ids.add(row.order_id);
    if (ids.size > LIMIT) break;
  }
}

function has(text: string | null, wanted: string): boolean {
  return text !== null && foldText(text).includes(foldText(wanted));
}

function viewHit(reader: Reader, id: number, place: Place | undefined, text: string): OrderHit[] {
  const row = reader.orders.get(id);
  if (!row || !place) return [];
  return [
    {
      orderId: id,
      number: row.number,
      businessDay: row.business_day,
      state: row.state,
      placedAt: row.placed_at,
      rehearsal: row.rehearsal === 1,
      customer: viewCustomer(reader, row.customer_id),
      totals: sumOrder(reader, id).totals,
      where: place.where,
      ...(place.where === 'customer' ? cutCustomer(reader, row.customer_id, text) : cutAround(place.text, text)),
    },
  ];
}

function cutCustomer(reader: Reader, customerId: number, text: string) {
  const customer = reader.customers.get(customerId);
  const phone = customer?.phone == null ? null : `+${customer.phone}`;
  for (const name of [customer?.name, customer?.username && `@${customer.username}`]) if (name && has(name, text)) return cutAround(name, text);
  for (const digits of digitsOf(text)) if (phone && has(phone, digits)) return cutAround(phone, digits);
  return cutAround((customer && displayName(customer)) ?? '', text);
}
