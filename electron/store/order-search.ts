import type { Database } from 'better-sqlite3';

export type NamedCustomer = { id: number; name: string | null; username: string | null };
export type NamedArticle = { catalog_id: string; retailer_id: string; name: string };
/** A text that stands in an order. */
export type OrderText = { order_id: number; text: string };

const TEXTS = {
  note: { table: 'orders', column: 'note', order: 'id', only: '' },
  address: { table: 'orders', column: 'address', order: 'id', only: '' },
  extra: { table: 'order_extras', column: 'label', order: 'order_id', only: 'AND t.removed_at IS NULL' },
  // Reasons of other events are the program's own codes.
  reason: { table: 'order_events', column: 'reason', order: 'order_id', only: "AND t.what = 'state'" },
} as const;
export type TextPlace = keyof typeof TEXTS;

/**
 * What a search in orders asks for. A `match` is FTS5's own language over the trigrams of a column; without one everything is given, for
 * what is too short for three letters. Works on a read-only connection too.
 */
export function openOrderSearch(db: Database) {
  const places = Object.keys(TEXTS) as TextPlace[];
  const matching = new Map(places.map((place) => [place, db.prepare<[string], OrderText>(textsOf(place, true))]));
  const every = new Map(places.map((place) => [place, db.prepare<[], OrderText>(textsOf(place, false))]));
  const matchingCustomers = db.prepare<[string], NamedCustomer>(
    'SELECT c.id, c.name, c.username FROM customers_search s JOIN customers c ON c.id = s.rowid WHERE customers_search MATCH ?',
  );
  const everyCustomer = db.prepare<[], NamedCustomer>('SELECT id, name, username FROM customers WHERE name IS NOT NULL OR username IS NOT NULL');
  const phones = db.prepare<[string], { customer_id: number }>("SELECT customer_id FROM customer_aliases WHERE kind = 'wa_id' AND instr(value, ?) > 0");
  const named = db.prepare<[], NamedArticle>('SELECT catalog_id, retailer_id, name FROM products WHERE name IS NOT NULL');
  // Steps from one article number to the next in the index, instead of over all lines.
  const numbers = db.prepare<[], { retailer_id: string }>(
    `WITH RECURSIVE next (retailer_id) AS (
       SELECT min(retailer_id) FROM order_lines
       UNION ALL SELECT (SELECT min(l.retailer_id) FROM order_lines l WHERE l.retailer_id > next.retailer_id) FROM next WHERE next.retailer_id IS NOT NULL)
     SELECT retailer_id FROM next WHERE retailer_id IS NOT NULL`,
  );
  const byNumber = db.prepare<[number, number], { id: number }>('SELECT id FROM orders WHERE number = ? ORDER BY id DESC LIMIT ?');
  const ofFew = db.prepare<[string, number], { id: number }>(
    'SELECT id FROM orders WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?',
  );
  // Many customers have an order among the newest ones: reading backwards ends soon, gathering all of theirs does not.
  const ofMany = db.prepare<[string, number], { id: number }>(
    'SELECT id FROM orders WHERE +customer_id IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?',
  );
  const withArticle = db.prepare<[{ catalogId: string | null; retailerId: string; limit: number }], { id: number }>(
    `SELECT DISTINCT l.order_id AS id FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.retailer_id = @retailerId AND (@catalogId IS NULL OR coalesce(l.catalog_id, o.catalog_id) = @catalogId) ORDER BY l.order_id DESC LIMIT @limit`,
  );
  const articles = db.prepare<[], { id: number; catalog_id: string; retailer_id: string }>(
    'SELECT o.id, coalesce(l.catalog_id, o.catalog_id) AS catalog_id, l.retailer_id FROM orders o JOIN order_lines l ON l.order_id = o.id ORDER BY o.id DESC',
  );

  return {
    /** Newest first. */
    texts: (place: TextPlace, match: string | null): IterableIterator<OrderText> =>
      (match === null ? every.get(place)?.iterate() : matching.get(place)?.iterate(match)) ?? [].values(),
    customers: (match: string | null): NamedCustomer[] => (match === null ? everyCustomer.all() : matchingCustomers.all(match)),
    /** Whose phone number has these digits in it. */
    customersByDigits: (digits: string): number[] => phones.all(digits).map((row) => row.customer_id),
    articleNames: (): NamedArticle[] => named.all(),
    articleNumbers: (): string[] => numbers.all().map((row) => row.retailer_id),
    /** Orders, newest first. */
    ofNumber: (number: number, limit: number): number[] => byNumber.all(number, limit).map((row) => row.id),
    ofCustomers: (ids: readonly number[], limit: number): number[] => (ids.length > 500 ? ofMany : ofFew).all(JSON.stringify(ids), limit).map((row) => row.id),
    /** `catalogId` null: of any catalogue. */
    withArticle: (catalogId: string | null, retailerId: string, limit: number): number[] =>
      withArticle.all({ catalogId, retailerId, limit }).map((row) => row.id),
    /** Every line's article, those of the newest orders first. */
    articlesBackwards: (): IterableIterator<{ id: number; catalog_id: string; retailer_id: string }> => articles.iterate(),
  };
}
export type OrderSearchStore = ReturnType<typeof openOrderSearch>;

function textsOf(place: TextPlace, matching: boolean): string {
  const { table, column, order, only } = TEXTS[place];
  const from = matching ? `${table}_search s JOIN ${table} t ON t.id = s.rowid` : `${table} t`;
  const which = matching ? `s.${column} MATCH ?` : `t.${column} IS NOT NULL`;
  return `SELECT t.${order} AS order_id, t.${column} AS text FROM ${from} WHERE ${which} ${only} ORDER BY ${matching ? 's.rowid' : `t.${order}`} DESC`;
}
