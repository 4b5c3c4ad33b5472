import type { Database } from 'better-sqlite3';
import type { FetchedProduct } from './products.ts';

export type ListedProduct = Omit<FetchedProduct, 'image'>;
export type NamedProduct = { catalog_id: string; retailer_id: string; name: string | null };

/** Whole catalogues, as far as they are known; the articles themselves stand in `products`. */
export function openCatalogues(db: Database) {
  // A jump from catalogue to catalogue: there are few of them, and many articles.
  const known = db.prepare<[string], string>('SELECT min(catalog_id) FROM products WHERE catalog_id > ?').pluck();
  const select = db.prepare<[string], { read_at: number | null; asked_at: number }>('SELECT read_at, asked_at FROM catalogues WHERE catalog_id = ?');
  const asked = db.prepare('INSERT INTO catalogues (catalog_id, asked_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at');
  const read = db.prepare('UPDATE catalogues SET read_at = ? WHERE catalog_id = ?');
  // When it was fetched for its picture is another matter: that stays, so that an order still fetches it.
  const list = db.prepare(
    `INSERT INTO products (catalog_id, retailer_id, name, price_text, currency, availability, inventory)
     VALUES (@catalogId, @retailerId, @name, @priceText, @currency, @availability, @inventory)
     ON CONFLICT DO UPDATE SET name = @name, price_text = @priceText, currency = @currency, availability = @availability, inventory = @inventory, removed_at = NULL
     WHERE name IS NOT @name OR price_text IS NOT @priceText OR currency IS NOT @currency OR availability IS NOT @availability
       OR inventory IS NOT @inventory OR removed_at IS NOT NULL`,
  );
  const listed = db.prepare<[string], string>('SELECT retailer_id FROM products WHERE catalog_id = ? AND removed_at IS NULL').pluck();
  const remove = db.prepare('UPDATE products SET removed_at = ? WHERE catalog_id = ? AND retailer_id = ?');
  const names = db.prepare<[], NamedProduct>(
    "SELECT catalog_id, retailer_id, name FROM products INDEXED BY products_listed WHERE removed_at IS NULL AND retailer_id <> ''",
  );
  // Not of orders made by hand: their prices are typed, and may be a favour.
  const price = db.prepare<[string, string], { unit_minor: number; currency: string }>(
    `SELECT l.unit_minor, l.currency FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.retailer_id = ? AND coalesce(l.catalog_id, o.catalog_id) = ? AND l.unit_minor IS NOT NULL AND l.currency IS NOT NULL
       AND o.message_wamid IS NOT NULL AND o.rehearsal = 0 ORDER BY l.order_id DESC LIMIT 1`,
  );

  return {
    /** Every catalogue that an order or a question named. */
    known(): string[] {
      const ids: string[] = [];
      for (let next = known.get(''); next !== null && next !== undefined; next = known.get(next)) ids.push(next);
      return ids;
    },
    /** When it was last read to its end, and last asked for; ms. */
    get: (catalogId: string): { read_at: number | null; asked_at: number } | null => select.get(catalogId) ?? null,
    asked: (catalogId: string, at: number): void => void asked.run(catalogId, at),
    /** It was read: what it did not list (null: nobody knows) is in it no more. Returns the articles that are gone. */
    read(catalogId: string, retailerIds: ReadonlySet<string> | null, at: number): string[] {
      const gone = retailerIds === null ? [] : listed.all(catalogId).filter((id) => !retailerIds.has(id));
      for (const id of gone) remove.run(at, catalogId, id);
      read.run(at, catalogId);
      return gone;
    },
    /** An article as the catalogue lists it; false where that was known. */
    list: (product: ListedProduct): boolean => list.run(product).changes > 0,
    /** Every article that may be offered. */
    names: (): NamedProduct[] => names.all(),
    /** What the newest cart paid for one. */
    lastPrice: (catalogId: string, retailerId: string): { unit_minor: number; currency: string } | null => price.get(retailerId, catalogId) ?? null,
  };
}
