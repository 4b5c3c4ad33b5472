import type { News } from '../../shared/contract/live.ts';
import type { createFeed } from '../feed.ts';
import { fetchCatalogFacts, fetchCatalogs } from '../graph/fetch-catalogs.ts';
import { fetchPicture } from '../graph/fetch-picture.ts';
import { fetchCataloguePage } from '../graph/fetch-products.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import type { Store } from '../store/open-store.ts';
import { startCatalogueFetch } from '../upkeep/fetch-catalogues.ts';
import { startPictureFetch } from '../upkeep/fetch-pictures.ts';
import { startFindingCatalogues } from '../upkeep/find-catalogues.ts';

export type FetchingOptions = {
  store: Store;
  feed: Pick<ReturnType<typeof createFeed>, 'publish' | 'subscribe'>;
  /** Empty texts while something that a call needs is not set; nothing is called then. */
  access: () => GraphAccess;
  configured: () => boolean;
  /** The WhatsApp Business account; null while it is not known. */
  wabaId: () => string | null;
  now: () => number;
  log: (line: string) => void;
};

/** Finds the connected catalogue, reads all that are known, and fetches their pictures. `allowed` says which addresses of pictures may be asked. */
export function startCatalogue({ store, feed, access, configured, wabaId, now, log }: FetchingOptions, allowed: (url: URL) => boolean) {
  const common = { store, configured, publish: feed.publish, now, log };
  const whole = startCatalogueFetch({
    ...common,
    page: (catalogId, after) => fetchCataloguePage(access(), catalogId, after),
    facts: (catalogId) => fetchCatalogFacts(access(), catalogId),
  });
  const pictures = startPictureFetch({ ...common, picture: (url, atMost) => fetchPicture(url, allowed, atMost) });
  const finding = startFindingCatalogues({ ...common, wabaId, connected: (id) => fetchCatalogs(access(), id), onFound: whole.wake });
  let given = JSON.stringify(access());
  const refresh = async (): Promise<boolean> => {
    const asked = await finding.refresh();
    return whole.refresh() || asked;
  };
  return {
    searched: whole.searched,
    reading: whole.reading,
    /** Why the connected catalogue is not known; null where it is. */
    problem: finding.problem,
    /** Asks Meta for the connected catalogue and reads all anew; false where that cannot be, or is being done. */
    refresh,
    /** The account may have become known, or articles were listed whose pictures are not here yet. */
    heard(news: readonly News[]): void {
      if (!news.some((entry) => entry.kind === 'catalogue')) return;
      finding.wake();
      pictures.wake();
    },
    wake(): void {
      const before = given;
      given = JSON.stringify(access());
      // What the token before was refused may be given to this one.
      if (before === given) finding.wake();
      else void refresh();
      whole.wake();
      pictures.wake();
    },
    stop(): void {
      whole.stop();
      pictures.stop();
      finding.stop();
    },
  };
}
