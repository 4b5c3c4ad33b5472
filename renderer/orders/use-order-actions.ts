import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderView } from '../../shared/contract/orders.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { UNDO_MS } from '../../shared/domain/order.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { useApi, useAppView, useOffline } from '../cable/ConnectionProvider.tsx';
import { queryKeys } from '../feed/query-keys.ts';
import { createDoubleClickGuard } from './guard-double-click.ts';
import { keepCorrection, setLastStep } from './last-step.ts';

type Answer = { ok: true; order: OrderView } | { ok: false; reason: Reason };
export type StepInput = { orderId: number; action: OrderAction; reason?: string; promisedAt?: number | null; tell?: boolean | string };

/** How long the bar says that a step was undone. */
const SAID_MS = 8000;

/** One for the whole page: the button that moves under the pointer is another card's. */
const mayStep = createDoubleClickGuard(() => performance.now());

/** Steps, their undoing, and the promised time; the answer is shown at once, and asked for anew where it was refused. */
export function useOrderActions() {
  const api = useApi();
  const queries = useQueryClient();
  const offline = useOffline();
  const shop = useAppView()?.shop ?? '';
  const settle = (answer: Answer, orderId: number) => {
    if (answer.ok) queries.setQueryData(queryKeys.order(orderId), answer.order);
    else void queries.invalidateQueries({ queryKey: queryKeys.order(orderId) });
    void queries.invalidateQueries({ queryKey: queryKeys.orderList });
    return queries.invalidateQueries({ queryKey: queryKeys.board });
  };
  const step = useMutation({
    mutationFn: (input: StepInput) => api.orders.step(input),
    onSuccess: (answer, { orderId }) => {
      if (answer.ok && answer.order.undo) setLastStep({ kind: 'done', shop, orderId, eventId: answer.order.undo.eventId, until: Date.now() + UNDO_MS });
      return settle(answer, orderId);
    },
  });
  const undo = useMutation({
    mutationFn: (input: { orderId: number; eventId: number }) => api.orders.undo(input),
    onSuccess: (answer, { orderId }) => {
      if (answer.ok) {
        if (answer.told && answer.correction !== null) keepCorrection(`${shop} ${orderId}`, answer.correction);
        setLastStep({ kind: 'undone', shop, orderId, told: answer.told, correction: answer.correction, until: Date.now() + SAID_MS });
      }
      return settle(answer, orderId);
    },
  });
  const promise = useMutation({
    mutationFn: (input: { orderId: number; at: number | null }) => api.orders.promise(input),
    onSuccess: (answer, { orderId }) => settle(answer, orderId),
  });
  return {
    step,
    undo,
    promise,
    /** A step by button or key; false where it is held back, as the second half of a double click or while the last one is under way. */
    forward: (input: StepInput): boolean => {
      if (offline || step.isPending || !mayStep()) return false;
      step.mutate(input);
      return true;
    },
    takeBack: (order: Pick<OrderView, 'id' | 'undo'>) => {
      if (!offline && order.undo && !undo.isPending) undo.mutate({ orderId: order.id, eventId: order.undo.eventId });
    },
  };
}

export type OrderActions = ReturnType<typeof useOrderActions>;
