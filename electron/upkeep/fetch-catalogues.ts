import type { News } from '../../shared/contract/live.ts';
import type { CatalogueItem } from '../graph/fetch-products.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import { diskReason } from '../store/disk-error.ts';
import type { Store } from '../store/open-store.ts';

export type CatalogueFetchOptions = {
  store: Store;
  /** False while there is no access token. */
  configured: () => boolean;
  page: (catalogId: string, after: string | null) => Promise<{ ok: true; items: CatalogueItem[]; next: string | null } | GraphFailure>;
  publish: (news: readonly News[]) => void;
  now: () => number;
  log: (line: string) => void;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How old a catalogue may be before it is read again by itself, and when somebody looks for an article in it. */
const STALE_MS = 6 * HOUR;
const STALE_FOR_SEARCH_MS = HOUR;
/** One that could not be read rests for so long: Meta counts every call against the account. */
const REST_MS = 15 * MINUTE;
const LOOK_EVERY_MS = 10 * MINUTE;
/** 20 000 articles. What lies beyond is learned when an order names it. */
const PAGES = 200;

/** Reads the whole of every catalogue that an order or a question named, page by page; what fails leaves what is known. */
export function startCatalogueFetch(options: CatalogueFetchOptions) {
  const { store, now } = options;
  let busy = false;
  let stopped = false;

  async function run(staleMs: number): Promise<void> {
    if (busy || stopped || !options.configured()) return;
    busy = true;
    try {
      for (const catalogId of store.catalogues.known()) if (!stopped && isDue(catalogId, staleMs)) await read(catalogId);
    } catch (error) {
      const reason = diskReason(error);
      if (reason === null) throw error;
      options.log(`the catalogue could not be kept: ${reason}`);
    } finally {
      busy = false;
    }
  }

  function isDue(catalogId: string, staleMs: number): boolean {
    const known = store.catalogues.get(catalogId);
    if (!known) return true;
    const failed = known.read_at === null || known.asked_at > known.read_at;
    return failed ? now() - known.asked_at >= REST_MS : now() - (known.read_at ?? 0) >= staleMs;
  }

  async function read(catalogId: string): Promise<void> {
    store.catalogues.asked(catalogId, now());
    const seen = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < PAGES; page += 1) {
      const answer = await options.page(catalogId, after);
      if (stopped) return;
      if (!answer.ok) return options.log(`catalogue ${catalogId}: ${answer.kind === 'refused' ? `code ${String(answer.code)}` : answer.cause}`);
      keep(catalogId, answer.items, seen);
      // A cursor that leads back to where it came from would never end.
      if (answer.next === null || answer.next === after) return finish(catalogId, seen);
      after = answer.next;
    }
    options.log(`catalogue ${catalogId} has more than ${seen.size} articles; the others are learned when they are ordered`);
    store.catalogues.read(catalogId, null, now());
  }

  function keep(catalogId: string, items: readonly CatalogueItem[], seen: Set<string>): void {
    const changed = store.transaction(() =>
      items.filter(({ imageUrl: _picture, ...item }) => {
        // This edge has been seen to name an article twice.
        if (seen.has(item.retailerId)) return false;
        seen.add(item.retailerId);
        return store.catalogues.list({ ...item, catalogId });
      }),
    );
    tell(
      catalogId,
      changed.map((item) => item.retailerId),
    );
  }

  function finish(catalogId: string, seen: ReadonlySet<string>): void {
    // An empty list is also what a token without the right to a catalogue is shown.
    const gone = store.transaction(() => store.catalogues.read(catalogId, seen.size === 0 ? null : seen, now()));
    tell(catalogId, gone);
  }

  /** Pages ask for all that they show of articles anew, whichever is named: one is enough. */
  function tell(catalogId: string, [retailerId]: readonly string[]): void {
    if (retailerId !== undefined) options.publish([{ kind: 'product', catalogId, retailerId }]);
  }

  const look = () => void run(STALE_MS);
  const timer = setInterval(look, LOOK_EVERY_MS);
  look();
  return {
    /** Something that calls need was set. */
    wake: look,
    /** Somebody looks for an article. */
    searched: () => void run(STALE_FOR_SEARCH_MS),
    stop(): void {
      stopped = true;
      clearInterval(timer);
    },
  };
}
