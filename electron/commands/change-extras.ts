import type { ExtraKind } from '../../shared/domain/order.ts';
import { readAmount } from '../../shared/domain/read-amount.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { ExtraRow } from '../store/order-extras.ts';
import { sumLines } from '../store/sum-lines.ts';
import { type EditDeps, editOrder } from './edit-order.ts';

export type ExtraInput = { kind: ExtraKind; label: string; amount: string; currency: string };

/** Adds a fee, a discount or a line to an open order. The same `requestId` again adds nothing. */
export function addExtra(deps: EditDeps, input: ExtraInput & { orderId: number; requestId?: string | undefined }): { ok: true } | Refused {
  const { orderId, kind, currency, requestId } = input;
  const { orderExtras } = deps.store;
  const known = requestId === undefined ? null : orderExtras.orderOfRequest(requestId);
  if (known !== null) return known === orderId ? { ok: true } : { ok: false, reason: 'wrong-state' };
  return editOrder(deps, orderId, () => {
    const minor = readAmount(input.amount, currency);
    if (minor === null) return { ok: false, reason: 'bad-amount' };
    const extra = { order_id: orderId, kind, label: input.label.trim(), minor, currency };
    const { totals, unclear } = sumLines(deps.store, orderId, deps.store.orders.lines(orderId));
    if (kind === 'discount' && isTooHigh(minor, totals.find((total) => total.currency === currency)?.minor ?? 0n, unclear)) {
      return { ok: false, reason: 'discount-too-high' };
    }
    orderExtras.add(extra, requestId ?? null);
    return { ok: true, event: { what: 'extra-added', detail: detailOf(extra) } };
  });
}

/** Removes an extra of an open order; one that is removed already is ok. */
export function removeExtra(deps: EditDeps, { orderId, extraId }: { orderId: number; extraId: number }): { ok: true } | Refused {
  return editOrder(deps, orderId, (_, at) => {
    const extra = deps.store.orderExtras.get(extraId);
    if (extra?.order_id !== orderId) return { ok: false, reason: 'not-found' };
    const removed = deps.store.orderExtras.remove(extraId, at);
    return { ok: true, event: removed ? { what: 'extra-removed', detail: detailOf(extra) } : null };
  });
}

/** Nobody is owed money by an order. Where a line is unclear the total is not known, so nothing can be said against the discount. */
function isTooHigh(discountMinor: number, totalMinor: bigint, unclear: number): boolean {
  return unclear === 0 && BigInt(discountMinor) > totalMinor;
}

function detailOf({ kind, label, minor, currency }: Omit<ExtraRow, 'id'>) {
  return { kind, label, minor: String(minor), currency };
}
