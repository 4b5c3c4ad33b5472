import type { News } from '../../shared/contract/live.ts';
import type { CatalogueItem } from '../graph/fetch-products.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';
import { pictureAddress, type WantedProduct } from '../store/products.ts';

export type ProductFetchOptions = {
  store: Store;
  /** False while there is no access token. */
  configured: () => boolean;
  products: (catalogId: string, retailerIds: readonly string[]) => Promise<{ ok: true; items: CatalogueItem[] } | GraphFailure>;
  picture: (url: string) => Promise<{ bytes: Buffer; type: string } | null>;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

const MINUTE = 60_000;
/** A disk that refuses is asked again after this. */
const DISK_PAUSE_MS = MINUTE;
/** After these pauses an article that could not be fetched rests until somebody names it anew. */
const PAUSES = [1, 5, 30, 120].map((minutes) => minutes * MINUTE);

/** Learns names, prices and pictures of the articles that orders and questions name: reads the rows that want it. */
export function startProductFetch(options: ProductFetchOptions) {
  const { store, now } = options;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let stopped = false;

  async function run(): Promise<void> {
    if (busy || stopped || !options.configured()) return;
    busy = true;
    try {
      while (!stopped) {
        const rows = store.products.wanted(now(), 50);
        if (rows.length === 0) break;
        const catalogId = rows[0]?.catalog_id ?? '';
        await fetchSome(
          catalogId,
          rows.filter((row) => row.catalog_id === catalogId),
        );
      }
      schedule();
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`what the catalogue told could not be kept: ${reason}`);
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(wake, DISK_PAUSE_MS);
    } finally {
      busy = false;
    }
  }

  async function fetchSome(catalogId: string, rows: WantedProduct[]): Promise<void> {
    const ids = rows.map((row) => row.retailer_id).filter((id) => id !== '');
    const answer: { ok: true; items: CatalogueItem[] } | GraphFailure =
      catalogId === '' || ids.length === 0 ? { ok: true, items: [] } : await options.products(catalogId, ids);
    if (stopped) return;
    const items = new Map(answer.ok ? answer.items.map((item) => [item.retailerId, item]) : []);
    for (const row of rows) {
      const item = items.get(row.retailer_id);
      const image = item?.imageUrl && isOther(catalogId, row.retailer_id, item.imageUrl) ? await options.picture(item.imageUrl) : null;
      if (stopped) return;
      if (item) {
        store.products.save({ ...item, catalogId, image }, now());
        options.publish([{ kind: 'product', catalogId, retailerId: row.retailer_id }]);
      } else {
        const pause = PAUSES[row.tries];
        store.products.postpone(catalogId, row.retailer_id, pause === undefined ? null : now() + pause);
      }
    }
  }

  /** False where this very picture is here: the same one is not fetched at every question. */
  function isOther(catalogId: string, retailerId: string, imageUrl: string): boolean {
    const known = store.products.get(catalogId, retailerId);
    return known?.has_image !== 1 || known.image_from !== pictureAddress(imageUrl);
  }

  function schedule(): void {
    clearTimeout(timer);
    const next = stopped ? null : store.products.nextAt();
    if (next !== null) timer = setTimeout(wake, Math.min(Math.max(next - now(), 1_000), 10 * MINUTE));
  }

  function wake(): void {
    void run();
  }

  wake();
  return {
    wake,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
