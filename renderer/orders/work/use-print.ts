import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';
import type { Trouble } from './use-order-change.ts';

/** Prints an order's ticket: once more as a new job, or a failed one again. */
export function usePrint(orderId: number) {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const print = useMutation({
    mutationFn: (failedJobId: number | null) => (failedJobId === null ? api.printing.print({ orderId }) : api.printing.again({ jobId: failedJobId })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: queryKeys.order(orderId) });
      void queries.invalidateQueries({ queryKey: queryKeys.printing });
    },
  });
  const trouble: Trouble = print.isError ? 'failed' : print.data?.ok === false ? print.data.reason : null;
  return { print: print.mutate, isBusy: offline || print.isPending, trouble };
}
