import { nextOrderState, type OrderAction, stateAfter } from '../../shared/domain/order.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { isTold } from '../store/tell-state.ts';
import { planTell, type TellDeps } from './plan-tell.ts';

export type StepPreview = { how: 'text' | 'template' | null; on: boolean; text: string; language: string; reason: Reason | null; alreadyTold: boolean };

/**
 * What an order's customer would be told by a step, before it is done. Null where the step is not possible, and where there is nobody to be
 * told: a rehearsal, or an order without a chat.
 */
export function previewStep(
  deps: Pick<TellDeps, 'store' | 'now' | 'canSendFrom' | 'telling'>,
  { orderId, action, reason, promisedAt }: { orderId: number; action: OrderAction; reason: string | null; promisedAt?: number | null | undefined },
): StepPreview | null {
  const order = deps.store.orders.get(orderId);
  const step = stateAfter(action);
  if (!order || (order.state !== step && nextOrderState(order.state, action) === null)) return null;
  const promised = promisedAt === undefined ? order.promised_at : promisedAt;
  const plan = planTell(deps, order, step, { reason: reason?.trim() || null, promisedAt: promised, edited: null });
  if (!plan) return null;
  const alreadyTold = isTold(deps.store, deps.store.orderTells.get(orderId, step), deps.now());
  const { text, language, send } = plan;
  return {
    how: alreadyTold || !send.ok ? null : send.type,
    on: deps.telling().tells[step].on,
    text,
    language,
    reason: alreadyTold || send.ok ? null : send.reason,
    alreadyTold,
  };
}
