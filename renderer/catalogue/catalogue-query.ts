import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

export type Availability = 'all' | 'available' | 'unavailable';
export type CatalogueFilter = { text: string; section: string | null; availability: Availability };

/** Which catalogues and sections there are, and how far they are read. */
export function useOverviewOptions() {
  const api = useApi();
  return queryOptions({ queryKey: [...queryKeys.catalogue, 'overview'], queryFn: () => api.catalogue.overview() });
}

/** Articles, by name, 60 a page. */
export function useArticlesOptions(filter: CatalogueFilter) {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: [...queryKeys.catalogue, 'list', filter],
    queryFn: ({ pageParam }) => api.catalogue.list({ ...filter, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const had = pages.reduce((sum, { products }) => sum + products.length, 0);
      return page.products.length > 0 && had < page.total ? had : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

/** One article with how often it was asked about and ordered; null where nothing is known of it. */
export function useArticleOptions(catalogId: string, retailerId: string) {
  const api = useApi();
  return queryOptions({
    queryKey: [...queryKeys.catalogue, 'article', catalogId, retailerId],
    queryFn: () => api.catalogue.get({ catalogId, retailerId }),
  });
}

/** Articles of some that had better not be sent, and why. */
export function useCheckOptions(catalogId: string, retailerIds: readonly string[]) {
  const api = useApi();
  return queryOptions({
    queryKey: [...queryKeys.catalogue, 'check', catalogId, retailerIds],
    queryFn: () => api.catalogue.check({ catalogId, retailerIds: [...retailerIds] }),
    enabled: retailerIds.length > 0,
    placeholderData: keepPreviousData,
  });
}
