import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OrderAction, OrderState } from '../../shared/domain/order.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** The board. */
export function useBoardOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.board, queryFn: () => api.orders.board() });
}

/** One order; null where there is none of this id. */
export function useOrderOptions(orderId: number) {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.order(orderId), queryFn: () => api.orders.get({ orderId }) });
}

/** All orders in some states, of one customer or (null) of all, the newest first, a page at a time; no state named: in every one. */
export function useOrderListOptions(states: readonly OrderState[], customerId: number | null) {
  const api = useApi();
  return infiniteQueryOptions({
    queryKey: [...queryKeys.orderList, customerId, ...states],
    queryFn: ({ pageParam }) =>
      api.orders.list({ states: [...states], ...(customerId === null ? {} : { customerId }), ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as { placedAt: number; id: number } | null,
    getNextPageParam: (page) => {
      const end = page.orders.at(-1);
      return page.more && end ? { placedAt: end.placedAt, id: end.id } : undefined;
    },
  });
}

type Previewed = { orderId: number; action: OrderAction; reason?: string; promisedAt?: number | null };

/** What the customer would be told by a step. */
export function usePreviewOptions({ orderId, action, reason, promisedAt }: Previewed) {
  const api = useApi();
  const given = { ...(reason ? { reason } : {}), ...(promisedAt === undefined ? {} : { promisedAt }) };
  return queryOptions({
    queryKey: [...queryKeys.order(orderId), 'preview', action, given],
    queryFn: () => api.orders.preview({ orderId, action, ...given }),
    placeholderData: keepPreviousData,
    // It hangs on settings and on the window's clock as well.
    staleTime: 0,
    gcTime: 60_000,
  });
}
