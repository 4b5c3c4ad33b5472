import { queryOptions } from '@tanstack/react-query';
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
