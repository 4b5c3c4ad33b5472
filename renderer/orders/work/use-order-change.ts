import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Api } from '../../../shared/contract.ts';
import type { OrderView } from '../../../shared/contract/orders.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { useApi, useOffline } from '../../cable/ConnectionProvider.tsx';
import { queryKeys } from '../../feed/query-keys.ts';

export type Changed = { ok: true; order: OrderView } | { ok: false; reason: Reason };
/** Nothing is wrong; it was refused and why; or the call itself failed, and nobody knows. */
export type Trouble = null | Reason | 'failed';

/**
 * Changes one order: the answer is shown at once, and asked for anew where it was refused.
 * @param onDone after it was done, before the page shows it
 */
export function useOrderChange(orderId: number) {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const change = useMutation({
    mutationFn: (call: (orders: Api['orders']) => Promise<Changed>) => call(api.orders),
    onSuccess: (answer) => {
      if (answer.ok) queries.setQueryData(queryKeys.order(answer.order.id), answer.order);
      else void queries.invalidateQueries({ queryKey: queryKeys.order(orderId) });
      void queries.invalidateQueries({ queryKey: queryKeys.board });
    },
  });
  const trouble: Trouble = change.isError ? 'failed' : change.data?.ok === false ? change.data.reason : null;
  return {
    run: (call: (orders: Api['orders']) => Promise<Changed>, after: { onDone?: () => void; onAnswer?: () => void } = {}) => {
      if (offline || change.isPending) return;
      change.mutate(call, {
        onSuccess: (answer) => {
          after.onAnswer?.();
          if (answer.ok) after.onDone?.();
        },
      });
    },
    /** Nothing can be done now: another change is under way, or the cable is down. */
    isBusy: offline || change.isPending,
    trouble,
    reset: change.reset,
  };
}
