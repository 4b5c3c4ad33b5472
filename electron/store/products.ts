import type { Database } from 'better-sqlite3';

/** What a catalogue tells of an article beside what every message shows. */
export type ProductDetails = {
  /** Meta's own id of it. */
  productId: string | null;
  description: string | null;
  section: string | null;
  url: string | null;
  imageUrl: string | null;
  visibility: string | null;
  review: string | null;
  /** Display text, as `priceText`. */
  salePriceText: string | null;
};
export type ProductRow = {
  catalog_id: string;
  retailer_id: string;
  name: string | null;
  price_text: string | null;
  currency: string | null;
  availability: string | null;
  inventory: number | null;
  description: string | null;
  section: string | null;
  url: string | null;
  visibility: string | null;
  review: string | null;
  sale_price_text: string | null;
  image_from: string | null;
  removed_at: number | null;
  has_image: number;
};
export type WantedProduct = { catalog_id: string; retailer_id: string; tries: number };
export type WantedPicture = { catalog_id: string; retailer_id: string; image_url: string };
export type FetchedProduct = {
  catalogId: string;
  retailerId: string;
  name: string | null;
  priceText: string | null;
  currency: string | null;
  availability: string | null;
  inventory: number | null;
  image: { bytes: Buffer; type: string } | null;
} & Partial<ProductDetails>;

export const NO_DETAILS: ProductDetails = {
  productId: null,
  description: null,
  section: null,
  url: null,
  imageUrl: null,
  visibility: null,
  review: null,
  salePriceText: null,
};

/** The address of a picture without its query: that one carries a signature, which Meta makes anew every few days. */
export function pictureAddress(imageUrl: string | null | undefined): string | null {
  return imageUrl ? (imageUrl.split('?')[0] ?? null) : null;
}

/** Cache of the catalogue. A row with `next_at` is wanted: an order or a question named the article, and it is fetched from then on. */
export function openProducts(db: Database) {
  const want = db.prepare('INSERT INTO products (catalog_id, retailer_id, next_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const refresh = db.prepare(
    'UPDATE products SET next_at = ?, tries = 0 WHERE catalog_id = ? AND retailer_id = ? AND next_at IS NULL AND coalesce(fetched_at, 0) < ?',
  );
  const select = db.prepare<[string, string], ProductRow>(
    `SELECT catalog_id, retailer_id, name, price_text, currency, availability, inventory, description, section, url, visibility, review, sale_price_text,
       image_from, removed_at, image IS NOT NULL AS has_image FROM products WHERE catalog_id = ? AND retailer_id = ?`,
  );
  const wanted = db.prepare<[number, number], WantedProduct>(
    'SELECT catalog_id, retailer_id, tries FROM products WHERE next_at <= ? ORDER BY catalog_id, next_at LIMIT ?',
  );
  const nextAt = db.prepare<[], { at: number | null }>('SELECT min(next_at) AS at FROM products WHERE next_at IS NOT NULL');
  const save = db.prepare(
    `UPDATE products SET name = @name, price_text = @priceText, currency = @currency, availability = @availability, inventory = @inventory,
       product_id = @productId, description = @description, section = @section, url = @url, image_url = @imageUrl, visibility = @visibility, review = @review,
       sale_price_text = @salePriceText, image = coalesce(@image, image), image_type = coalesce(@imageType, image_type),
       image_from = CASE WHEN @image IS NULL THEN image_from ELSE @imageFrom END, picture_at = CASE WHEN @image IS NULL THEN picture_at END,
       fetched_at = @at, tries = 0, next_at = NULL, removed_at = NULL
     WHERE catalog_id = @catalogId AND retailer_id = @retailerId`,
  );
  const postpone = db.prepare('UPDATE products SET tries = tries + 1, next_at = ? WHERE catalog_id = ? AND retailer_id = ?');
  const image = db.prepare<[string, string], { image: Buffer | null; image_type: string | null }>(
    'SELECT image, image_type FROM products WHERE catalog_id = ? AND retailer_id = ?',
  );
  const pictures = db.prepare<[number, number], WantedPicture>(
    `SELECT catalog_id, retailer_id, image_url FROM products
     WHERE picture_at <= ? AND image_url IS NOT NULL AND removed_at IS NULL ORDER BY picture_at LIMIT ?`,
  );
  const keepPicture = db.prepare(
    `UPDATE products SET image = @bytes, image_type = @type, image_from = @from, picture_at = NULL
     WHERE catalog_id = @catalogId AND retailer_id = @retailerId AND image_url = @imageUrl`,
  );
  const postponePicture = db.prepare('UPDATE products SET picture_at = ? WHERE catalog_id = ? AND retailer_id = ?');
  const pictureSizes = db.prepare<[], { pictures: number; bytes: number }>(
    'SELECT count(*) AS pictures, coalesce(sum(length(image)), 0) AS bytes FROM products WHERE image IS NOT NULL',
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
      const imageFrom = pictureAddress(product.imageUrl);
      save.run({ ...NO_DETAILS, ...rest, image: picture?.bytes ?? null, imageType: picture?.type ?? null, imageFrom, at });
    },
    /** Tried in vain: again at `nextAt`, or (null) not before somebody names it anew. */
    postpone: (catalogId: string, retailerId: string, nextAt: number | null): void => void postpone.run(nextAt, catalogId, retailerId),
    image(catalogId: string, retailerId: string): { bytes: Buffer; type: string } | null {
      const row = image.get(catalogId, retailerId);
      return row?.image && row.image_type !== null ? { bytes: row.image, type: row.image_type } : null;
    },
    /** Pictures that the catalogue lists and that are not here yet. */
    wantedPictures: (now: number, limit: number): WantedPicture[] => pictures.all(now, limit),
    /** Left alone where the catalogue names another address meanwhile. */
    keepPicture({ catalog_id: catalogId, retailer_id: retailerId, image_url: imageUrl }: WantedPicture, picture: { bytes: Buffer; type: string }): void {
      keepPicture.run({ catalogId, retailerId, imageUrl, ...picture, from: pictureAddress(imageUrl) });
    },
    postponePicture: (catalogId: string, retailerId: string, at: number): void => void postponePicture.run(at, catalogId, retailerId),
    /** How many pictures are kept, and bytes of all of them. */
    pictureSizes: (): { pictures: number; bytes: number } => pictureSizes.get() ?? { pictures: 0, bytes: 0 },
  };
}
