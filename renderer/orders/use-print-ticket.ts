import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** Sends an order's ticket to the printer. */
export function usePrintTicket() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (orderId: number) => api.printing.print({ orderId }),
    onSuccess: (_, orderId) => queries.invalidateQueries({ queryKey: queryKeys.order(orderId) }),
  });
}
