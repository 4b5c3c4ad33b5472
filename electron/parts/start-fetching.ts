import { fetchPicture } from '../graph/fetch-picture.ts';
import { fetchProducts } from '../graph/fetch-products.ts';
import { fetchTemplatePage } from '../graph/fetch-templates.ts';
import { type FetchingOptions, startCatalogue } from './start-catalogue.ts';
import { startTemplateFetch } from '../upkeep/fetch-templates.ts';
import { startProductFetch } from '../upkeep/fetch-wanted-products.ts';

/** What a line fetches from Meta by itself: the articles that are named, with their pictures, and whole catalogues. */
export function startFetching(options: FetchingOptions) {
  const { store, feed, access, configured, wabaId, now, log } = options;
  const common = { store, configured, publish: feed.publish, now, log };
  const mayAsk = (address: URL) => address.protocol === 'https:' || address.origin === new URL(access().baseUrl).origin;
  const products = startProductFetch({
    ...common,
    products: (catalogId, retailerIds) => fetchProducts(access(), catalogId, retailerIds),
    picture: (url) => fetchPicture(url, mayAsk),
  });
  const catalogues = startCatalogue(options, mayAsk);
  const templates = startTemplateFetch({ ...common, wabaId, page: (id, after) => fetchTemplatePage(access(), id, after) });
  let account = wabaId();
  const unsubscribe = feed.subscribe((news) => {
    if (news.some((entry) => entry.kind === 'arrived')) products.wake();
    catalogues.heard(news);
    if (news.some((entry) => entry.kind === 'catalogue') && account !== wabaId()) {
      account = wabaId();
      templates.wake();
    }
  });
  return {
    catalogues,
    /** Somebody looks at an article that is to be fetched. */
    looked: products.wake,
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
