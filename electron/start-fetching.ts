import type { createFeed } from './feed.ts';
import { fetchPicture } from './graph/fetch-picture.ts';
import { fetchCataloguePage, fetchProducts } from './graph/fetch-products.ts';
import { fetchTemplatePage } from './graph/fetch-templates.ts';
import type { GraphAccess } from './graph/graph-call.ts';
import type { Store } from './store/open-store.ts';
import { startCatalogueFetch } from './upkeep/fetch-catalogues.ts';
import { startTemplateFetch } from './upkeep/fetch-templates.ts';
import { startProductFetch } from './upkeep/fetch-wanted-products.ts';

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

/** What a line fetches from Meta by itself: the articles that are named, with their pictures, and whole catalogues. */
export function startFetching({ store, feed, access, configured, wabaId, now, log }: FetchingOptions) {
  const common = { store, configured, publish: feed.publish, now, log };
  const products = startProductFetch({
    ...common,
    products: (catalogId, retailerIds) => fetchProducts(access(), catalogId, retailerIds),
    picture: (url) => fetchPicture(url, (address) => address.protocol === 'https:' || address.origin === new URL(access().baseUrl).origin),
  });
  const catalogues = startCatalogueFetch({ ...common, page: (catalogId, after) => fetchCataloguePage(access(), catalogId, after) });
  const templates = startTemplateFetch({ ...common, wabaId, page: (id, after) => fetchTemplatePage(access(), id, after) });
  const unsubscribe = feed.subscribe((news) => {
    if (news.some((entry) => entry.kind === 'arrived')) products.wake();
  });
  return {
    catalogues,
    templates,
    /** Something that calls need was set, or rows were written that ask for something. */
    wake(): void {
      products.wake();
      catalogues.wake();
      templates.wake();
    },
    stop(): void {
      unsubscribe();
      products.stop();
      catalogues.stop();
      templates.stop();
    },
  };
}
