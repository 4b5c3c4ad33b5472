import { queryOptions } from '@tanstack/react-query';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';

/** What waits for the printer or failed at it, and which printers there are. */
export function usePrintingOptions() {
  const api = useApi();
  return queryOptions({ queryKey: queryKeys.printing, queryFn: () => api.printing.get() });
}

/** An order's ticket as it would be printed now; null where there is no such order. Asked for anew whenever the order changes. */
export function useTicketOptions(orderId: number) {
  const api = useApi();
  return queryOptions({ queryKey: [...queryKeys.order(orderId), 'ticket'], queryFn: () => api.printing.preview({ orderId }) });
}

/** The test page as it would be printed with the settings in force. */
export function useTestTicketOptions() {
  const api = useApi();
  return queryOptions({ queryKey: [...queryKeys.printing, 'test'], queryFn: () => api.printing.preview({ test: true }) });
}
