import type { HandlerDeps } from './acting.ts';
import { importCatalogue } from '../commands/import-catalogue.ts';
import { searchProducts } from '../queries/search-products.ts';
import { answerAbout, checkArticles, viewArticle } from '../queries/view-article.ts';
import { productImage } from '../queries/view-product.ts';
import { server } from './server.ts';

/** How old what is known of an article may be that somebody opens and that has no picture yet. */
const STALE_MS = 60 * 60 * 1000;

/** The catalogue's and its articles' part of the contract; what reads all articles is answered by the thread that reads. */
export function catalogueHandlers({ line: lineOf, acting, now }: HandlerDeps) {
  const { catalogue: os, products } = server;
  return {
    catalogue: {
      overview: os.overview.handler(({ context }) => {
        const { reader, fetching } = lineOf(context.shop);
        return reader.ask('catalogues', { reading: fetching.catalogues.reading(), problem: fetching.catalogues.problem() });
      }),
      list: os.list.handler(({ context, input }) => {
        const { reader, fetching } = lineOf(context.shop);
        fetching.catalogues.searched();
        return reader.ask('catalogue', input);
      }),
      get: os.get.handler(({ context, input: { catalogId, retailerId } }) => {
        const { store, fetching } = lineOf(context.shop);
        const article = viewArticle(store, catalogId, retailerId);
        // Pictures are fetched unasked up to a limit; who opens an article asks for its own.
        if (article && !article.product.product.hasImage) {
          store.products.want(catalogId, retailerId, now(), now() - STALE_MS);
          fetching.looked();
        }
        return article;
      }),
      refresh: os.refresh.handler(async ({ context }) => ({ started: await lineOf(context.shop).fetching.catalogues.refresh() })),
      importCsv: os.importCsv.handler(({ context, input }) =>
        acting(context, async (line) => {
          const table = await line.reader.ask('catalogueCsv', { text: input.text, currency: line.values().currency });
          return importCatalogue({ store: line.store, publish: line.feed.publish, now: now() }, input.catalogId, table, input.replaceMeta ?? false);
        }),
      ),
      check: os.check.handler(({ context, input }) => checkArticles(lineOf(context.shop).store, input.catalogId, input.retailerIds)),
      answerText: os.answerText.handler(({ context, input }) => {
        const line = lineOf(context.shop);
        return answerAbout(line.store, input, line.shopLanguage());
      }),
    },
    products: {
      search: products.search.handler(({ context, input }) => {
        const { store, fetching } = lineOf(context.shop);
        fetching.catalogues.searched();
        return searchProducts(store, input.text);
      }),
      image: products.image.handler(({ context, input }) => productImage(lineOf(context.shop).store, input.catalogId, input.retailerId)),
    },
  };
}
