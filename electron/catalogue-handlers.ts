import { ORPCError } from '@orpc/server';
import type { HandlerDeps } from './acting.ts';
import { searchProducts } from './queries/search-products.ts';
import { productImage } from './queries/view-product.ts';
import { server } from './server.ts';

const later = (): never => {
  throw new ORPCError('NOT_IMPLEMENTED');
};

/** The catalogue's and its articles' part of the contract. */
export function catalogueHandlers({ line: lineOf }: HandlerDeps) {
  const { catalogue: os, products } = server;
  return {
    catalogue: {
      overview: os.overview.handler(later),
      list: os.list.handler(later),
      get: os.get.handler(later),
      refresh: os.refresh.handler(later),
      importCsv: os.importCsv.handler(later),
      check: os.check.handler(later),
      answerText: os.answerText.handler(later),
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
