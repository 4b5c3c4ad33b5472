import type { Database } from 'better-sqlite3';

export type ProductRow = {
  catalog_id: string;
  retailer_id: string;
  name: string | null;
  price_text: string | null;
  currency: string | null;
  availability: string | null;
  inventory: number | null;
  has_image: number;
};
export type WantedProduct = { catalog_id: string; retailer_id: string; tries: number };
export type FetchedProduct = {
  catalogId: string;
  retailerId: string;
  name: string | null;
  priceText: string | null;
  currency: string | null;
  availability: string | null;
  inventory: number | null;
  image: { bytes: Buffer; type: string } | null;
};

/** Cache of the catalogue. A row with `next_at` is wanted: an order or a question named the article, and it is fetched from then on. */
export function openProducts(db: Database) {
  const want = db.prepare('INSERT INTO products (catalog_id, retailer_id, next_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const refresh = db.prepare(
    'UPDATE products SET next_at = ?, tries = 0 WHERE catalog_id = ? AND retailer_id = ? AND next_at IS NULL AND coalesce(fetched_at, 0) < ?',
  );
  const select = db.prepare<[string, string], ProductRow>(
    'SELECT catalog_id, retailer_id, name, price_text, currency, availability, inventory, image IS NOT NULL AS has_image FROM products WHERE catalog_id = ? AND retailer_id = ?',
  );
  const wanted = db.prepare<[number, number], WantedProduct>(
    'SELECT catalog_id, retailer_id, tries FROM products WHERE next_at <= ? ORDER BY catalog_id, next_at LIMIT ?',
  );
  const nextAt = db.prepare<[], { at: number | null }>('SELECT min(next_at) AS at FROM products WHERE next_at IS NOT NULL');
  const save = db.prepare(
    `UPDATE products SET name = @name, price_text = @priceText, currency = @currency, availability = @availability, inventory = @inventory,
       image = coalesce(@image, image), image_type = coalesce(@imageType, image_type), fetched_at = @at, tries = 0, next_at = NULL, removed_at = NULL
     WHERE catalog_id = @catalogId AND retailer_id = @retailerId`,
  );
  const postpone = db.prepare('UPDATE products SET tries = tries + 1, next_at = ? WHERE catalog_id = ? AND retailer_id = ?');
  const image = db.prepare<[string, string], { image: Buffer | null; image_type: string | null }>(
    'SELECT image, image_type FROM products WHERE catalog_id = ? AND retailer_id = ?',
  );

  return {
    /** An article was named: it is fetched if unknown, and again if what is known is older than `staleBefore`. */
    want(catalogId: string, retailerId: string, now: number, staleBefore: number): void {
      if (want.run(catalogId, retailerId, now).changes === 0) refresh.run(now, catalogId, retailerId, staleBefore);
    },
    get: (catalogId: string, retailerId: string): ProductRow | null => select.get(catalogId, retailerId) ?? null,
    wanted: (now: number, limit: number): WantedProduct[] => wanted.all(now, limit),
    nextAt: (): number | null => nextAt.get()?.at ?? null,
    save(product: FetchedProduct, at: number): void {
      const { image: picture, ...rest } = product;
      save.run({ ...rest, image: picture?.bytes ?? null, imageType: picture?.type ?? null, at });
    },
    /** Tried in vain: again at `nextAt`, or (null) not before somebody names it anew. */
    postpone: (catalogId: string, retailerId: string, nextAt: number | null): void => void postpone.run(nextAt, catalogId, retailerId),
    image(catalogId: string, retailerId: string): { bytes: Buffer; type: string } | null {
      const row = image.get(catalogId, retailerId);
      return row?.image && row.image_type !== null ? { bytes: row.image, type: row.image_type } : null;
    },
  };
}
