import type { News } from '../../shared/contract/live.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { ListedProduct } from '../store/catalogues.ts';
import type { Store } from '../store/open-store.ts';

export type ImportDeps = { store: Store; publish: (news: readonly News[]) => void; now: number };
export type ImportedTable<Fault> = { articles: readonly Omit<ListedProduct, 'catalogId'>[]; faults: readonly Fault[] } | null;

/** Written at once: arrivals wait no longer than this takes. */
const AT_ONCE = 500;

/**
 * Takes a table's articles as a catalogue, in place of what was known of it; what the table lacks is in it no more.
 * @param replaceMeta true: also where the catalogue was read from Meta. Refused with `wrong-state` otherwise.
 * @returns refused with `bad-file` where there is no article in it: nothing is changed then
 */
export async function importCatalogue<Fault>(
  { store, publish, now }: ImportDeps,
  catalogId: string,
  table: ImportedTable<Fault>,
  replaceMeta: boolean,
): Promise<{ ok: true; imported: number; removed: number; faults: Fault[] } | Refused> {
  if (table === null || table.articles.length === 0) return { ok: false, reason: 'bad-file' };
  const known = store.catalogues.get(catalogId);
  if (known?.source === 'meta' && known.read_at !== null && !replaceMeta) return { ok: false, reason: 'wrong-state' };
  const { articles } = table;
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    store.transaction(() => {
      for (const article of articles.slice(from, from + AT_ONCE)) store.catalogues.list({ ...article, catalogId });
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const gone = store.transaction(() => {
    store.catalogues.asked(catalogId, now);
    store.catalogues.cameFrom(catalogId, 'csv');
    return store.catalogues.read(catalogId, new Set(articles.map(({ retailerId }) => retailerId)), now);
  });
  publish([{ kind: 'product', catalogId, retailerId: articles[0]?.retailerId ?? '' }, { kind: 'catalogue' }]);
  return { ok: true, imported: articles.length, removed: gone.length, faults: [...table.faults] };
}
