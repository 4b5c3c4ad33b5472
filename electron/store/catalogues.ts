import type { Database } from 'better-sqlite3';
import type { Reason } from '../../shared/domain/reason.ts';
import { type FetchedProduct, NO_DETAILS, pictureAddress } from './products.ts';

export type ListedProduct = Omit<FetchedProduct, 'image'>;
export type NamedProduct = {
  catalog_id: string;
  retailer_id: string;
  name: string | null;
  section: string | null;
  availability: string | null;
  visibility: string | null;
};
export type CatalogueSource = 'meta' | 'csv' | 'orders';
export type CatalogueRow = {
  catalog_id: string;
  name: string | null;
  connected: number;
  source: CatalogueSource;
  read_at: number | null;
  asked_at: number;
  problem: Reason | null;
};

const SAME = `name IS @name AND price_text IS @priceText AND currency IS @currency AND availability IS @availability AND inventory IS @inventory
  AND product_id IS @productId AND description IS @description AND section IS @section AND url IS @url AND visibility IS @visibility AND review IS @review
  AND sale_price_text IS @salePriceText AND removed_at IS NULL`;

/** Whole catalogues, as far as they are known; the articles themselves stand in `products`. */
export function openCatalogues(db: Database) {
  // A jump from catalogue to catalogue: there are few of them, and many articles.
  const named = db.prepare<[string], string>('SELECT min(catalog_id) FROM products WHERE catalog_id > ?').pluck();
  const stored = db.prepare<[], string>("SELECT catalog_id FROM catalogues WHERE catalog_id <> ''").pluck();
  const select = db.prepare<[string], CatalogueRow>(
    'SELECT catalog_id, name, connected, source, read_at, asked_at, problem FROM catalogues WHERE catalog_id = ?',
  );
  const asked = db.prepare('INSERT INTO catalogues (catalog_id, asked_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET asked_at = excluded.asked_at');
  const read = db.prepare('UPDATE catalogues SET read_at = ?, problem = NULL WHERE catalog_id = ?');
  const describe = db.prepare('UPDATE catalogues SET name = coalesce(?, name) WHERE catalog_id = ?');
  const source = db.prepare('UPDATE catalogues SET source = ? WHERE catalog_id = ?');
  const problem = db.prepare('UPDATE catalogues SET problem = ? WHERE catalog_id = ?');
  const disconnect = db.prepare('UPDATE catalogues SET connected = 0');
  const connect = db.prepare(
    `INSERT INTO catalogues (catalog_id, asked_at, name, connected) VALUES (?, 0, ?, 1)
     ON CONFLICT DO UPDATE SET connected = 1, name = coalesce(excluded.name, name)`,
  );
  const same = db
    .prepare<[object], string | null>(`SELECT image_url FROM products WHERE catalog_id = @catalogId AND retailer_id = @retailerId AND ${SAME}`)
    .pluck();
  // When it was fetched by itself is another matter: that stays, so that an order still fetches it.
  const list = db.prepare(
    `INSERT INTO products (catalog_id, retailer_id, name, price_text, currency, availability, inventory, product_id, description, section, url, image_url,
       visibility, review, sale_price_text, picture_at)
     VALUES (@catalogId, @retailerId, @name, @priceText, @currency, @availability, @inventory, @productId, @description, @section, @url, @imageUrl,
       @visibility, @review, @salePriceText, CASE WHEN @imageFrom IS NOT NULL THEN 0 END)
     ON CONFLICT DO UPDATE SET name = @name, price_text = @priceText, currency = @currency, availability = @availability, inventory = @inventory,
       product_id = @productId, description = @description, section = @section, url = @url, image_url = @imageUrl, visibility = @visibility, review = @review,
       sale_price_text = @salePriceText, removed_at = NULL, picture_at = CASE WHEN @imageFrom IS NOT NULL AND @imageFrom IS NOT image_from THEN coalesce(picture_at, 0) END`,
  );
  const listed = db.prepare<[string], string>('SELECT retailer_id FROM products WHERE catalog_id = ? AND removed_at IS NULL').pluck();
  const remove = db.prepare('UPDATE products SET removed_at = ? WHERE catalog_id = ? AND retailer_id = ?');
  const names = db.prepare<[], NamedProduct>(
    `SELECT catalog_id, retailer_id, name, section, availability, visibility FROM products INDEXED BY products_listed
     WHERE removed_at IS NULL AND retailer_id <> ''`,
  );
  // Not of orders made by hand: their prices are typed, and may be a favour.
  const price = db.prepare<[string, string], { unit_minor: number; currency: string }>(
    `SELECT l.unit_minor, l.currency FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.retailer_id = ? AND coalesce(l.catalog_id, o.catalog_id) = ? AND l.unit_minor IS NOT NULL AND l.currency IS NOT NULL
       AND o.message_wamid IS NOT NULL AND o.rehearsal = 0 ORDER BY l.order_id DESC LIMIT 1`,
  );
  const ordered = db
    .prepare<[string, string], number>(
      `SELECT count(DISTINCT o.id) FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.retailer_id = ? AND coalesce(l.catalog_id, o.catalog_id) = ? AND l.quantity IS NOT 0 AND o.rehearsal = 0 AND o.merged_into IS NULL
       AND o.state NOT IN ('declined', 'cancelled')`,
    )
    .pluck();
  const questions = db
    .prepare<[string, string], number>('SELECT count(*) FROM messages INDEXED BY messages_asked WHERE retailer_id = ? AND catalog_id = ?')
    .pluck();

  return {
    /** Every catalogue that an order or a question named, that is connected, or that was imported. */
    known(): string[] {
      const ids = new Set(stored.all());
      for (let next = named.get(''); next !== null && next !== undefined; next = named.get(next)) ids.add(next);
      return [...ids];
    },
    /** When it was last read to its end, and last asked for; ms. */
    get: (catalogId: string): CatalogueRow | null => select.get(catalogId) ?? null,
    asked: (catalogId: string, at: number): void => void asked.run(catalogId, at),
    /** It was read: what it did not list (null: nobody knows) is in it no more. Returns the articles that are gone. */
    read(catalogId: string, retailerIds: ReadonlySet<string> | null, at: number): string[] {
      const gone = retailerIds === null ? [] : listed.all(catalogId).filter((id) => !retailerIds.has(id));
      for (const id of gone) remove.run(at, catalogId, id);
      read.run(at, catalogId);
      return gone;
    },
    describe: (catalogId: string, name: string | null): void => void describe.run(name, catalogId),
    cameFrom: (catalogId: string, from: CatalogueSource): void => void source.run(from, catalogId),
    /** Why it could not be read; null: nothing is the matter. */
    fail: (catalogId: string, reason: Reason | null): void => void problem.run(reason, catalogId),
    /** These are connected to the shop's account, and no others. */
    connect(catalogues: readonly { id: string; name: string | null }[]): void {
      disconnect.run();
      for (const { id, name } of catalogues) connect.run(id, name);
    },
    /** An article as the catalogue lists it; false where that was known. */
    list(product: ListedProduct): boolean {
      const whole = { ...NO_DETAILS, ...product };
      const before = same.get(whole);
      // A new signature in the picture's address is nothing that anybody sees.
      if (before === undefined || before !== whole.imageUrl) list.run({ ...whole, imageFrom: pictureAddress(whole.imageUrl) });
      return before === undefined;
    },
    /** Every article that may be offered. */
    names: (): NamedProduct[] => names.all(),
    /** What the newest cart paid for one. */
    lastPrice: (catalogId: string, retailerId: string): { unit_minor: number; currency: string } | null => price.get(retailerId, catalogId) ?? null,
    /** Orders that it stands in, without declined and cancelled ones. */
    ordered: (catalogId: string, retailerId: string): number => ordered.get(retailerId, catalogId) ?? 0,
    /** Questions about it. */
    questions: (catalogId: string, retailerId: string): number => questions.get(retailerId, catalogId) ?? 0,
  };
}
