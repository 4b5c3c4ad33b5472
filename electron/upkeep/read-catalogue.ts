import type { Reason } from '../../shared/domain/reason.ts';
import type { CatalogueItem } from '../graph/fetch-products.ts';
import type { GraphFailure } from '../graph/graph-call.ts';
import type { Store } from '../store/open-store.ts';

export type CatalogueCalls = {
  page: (catalogId: string, after: string | null) => Promise<{ ok: true; items: CatalogueItem[]; next: string | null } | GraphFailure>;
  facts: (catalogId: string) => Promise<{ ok: true; name: string | null; products: number | null } | GraphFailure>;
};
/** How a reading ended; `more`: the catalogue goes on beyond what is read of it. */
export type CatalogueRead = { ok: true; articles: number; more: boolean } | { ok: false; reason: Reason; detail: string };

/** 20 000 articles. What lies beyond is learned when an order names it. */
const PAGES = 200;

type Reading = { store: Store; calls: CatalogueCalls; now: () => number; stopped: () => boolean; tell: (retailerId: string | undefined) => void };

/** Reads the whole of a catalogue, page by page, each kept at once; what fails leaves what is known. Null where it was stopped. */
export async function readCatalogue({ store, calls, now, stopped, tell }: Reading, catalogId: string): Promise<CatalogueRead | null> {
  store.catalogues.asked(catalogId, now());
  const facts = await calls.facts(catalogId);
  if (stopped()) return null;
  // Who must wait must not ask on; any other fault may be of this call alone.
  if (!facts.ok && reasonOf(facts) === 'rate-limited') return failed(facts);
  if (facts.ok) store.catalogues.describe(catalogId, facts.name);
  const counted = facts.ok ? facts.products : null;
  const seen = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await calls.page(catalogId, after);
    if (stopped()) return null;
    if (!answer.ok) return failed(answer);
    keep(answer.items);
    // A cursor that leads back to where it came from would never end.
    if (answer.next === null || answer.next === after) return finish();
    after = answer.next;
  }
  store.transaction(() => {
    store.catalogues.read(catalogId, null, now());
    store.catalogues.cameFrom(catalogId, 'meta');
  });
  return { ok: true, articles: seen.size, more: true };

  function keep(items: readonly CatalogueItem[]): void {
    const changed = store.transaction(() =>
      items.filter((item) => {
        // This edge has been seen to name an article twice.
        if (seen.has(item.retailerId)) return false;
        seen.add(item.retailerId);
        return store.catalogues.list({ ...item, catalogId });
      }),
    );
    tell(changed[0]?.retailerId);
  }

  function finish(): CatalogueRead {
    // An empty list is also what a token without the right to a catalogue is shown; it is believed where Meta counts none either.
    const believed = seen.size > 0 || counted === 0;
    if (!believed && counted !== null) return { ok: false, reason: 'permission-missing', detail: `none of ${counted} articles is shown` };
    const gone = store.transaction(() => {
      if (seen.size > 0) store.catalogues.cameFrom(catalogId, 'meta');
      return store.catalogues.read(catalogId, believed ? seen : null, now());
    });
    tell(gone[0]);
    return { ok: true, articles: seen.size, more: false };
  }
}

/** What a failed call is called in our words. */
export function reasonOf(failure: GraphFailure): Reason {
  return failure.kind === 'refused' ? failure.reason : 'unreachable';
}

function failed(failure: GraphFailure): CatalogueRead {
  return { ok: false, reason: reasonOf(failure), detail: failure.kind === 'refused' ? `code ${String(failure.code)}` : failure.cause };
}
