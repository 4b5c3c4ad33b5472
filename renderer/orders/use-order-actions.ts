import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { createDoubleClickGuard } from './guard-double-click.ts';

type Answer = { ok: true; order: OrderView } | { ok: false; reason: Reason };

/** One for the whole page: the button that moves under the pointer is another card's. */
const mayTake = createDoubleClickGuard(() => performance.now());

/** Accepts and declines; the answer is shown at once, and asked for anew where it was refused. */
export function useOrderActions() {
  const api = useApi();
  const queries = useQueryClient();
  const settle = (answer: Answer, orderId: number) => {
    if (answer.ok) queries.setQueryData(queryKeys.order(orderId), answer.order);
    else void queries.invalidateQueries({ queryKey: queryKeys.order(orderId) });
    return queries.invalidateQueries({ queryKey: queryKeys.board });
  };
  const accept = useMutation({
    mutationFn: (orderId: number) => api.orders.step({ orderId, action: 'accept' }),
    onSuccess: (answer, orderId) => settle(answer, orderId),
  });
  const decline = useMutation({
    mutationFn: (input: { orderId: number; reason: string }) =>
      api.orders.step({ orderId: input.orderId, action: 'decline', ...(input.reason === '' ? {} : { reason: input.reason }) }),
    onSuccess: (answer, { orderId }) => settle(answer, orderId),
  });
  const take = (orderId: number) => {
    if (mayTake(orderId)) accept.mutate(orderId);
  };
  return { accept, take, decline };
}
