import type { News } from '../../shared/contract/live.ts';
import { isClosed } from '../../shared/domain/order.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { EditDeps } from './edit-order.ts';
import { closeProposal } from './close-proposal.ts';

export type SettleInput = { orderId: number; revisionId: number; how: 'apply' | 'withdraw' };

/** Ends an open proposal without the customer's answer. What is decided so already is answered with ok; an end that it had otherwise stays. */
export function settleRevision({ store, now, publish }: EditDeps, { orderId, revisionId, how }: SettleInput): { ok: true } | Refused {
  const settled = store.transaction((): { ok: true; news: News[] } | Refused => {
    const order = store.orders.get(orderId);
    const revision = store.orderRevisions.get(revisionId);
    if (!order || revision?.order_id !== orderId) return { ok: false, reason: 'not-found' };
    const to = how === 'apply' ? 'applied' : 'withdrawn';
    if (revision.state === to) return { ok: true, news: [] };
    if (revision.state !== 'proposed' || (how === 'apply' && isClosed(order.state))) return { ok: false, reason: 'wrong-state' };
    const news = closeProposal(store, order, to, now());
    if (how === 'apply') for (const { position, after } of store.orderRevisions.lines(revisionId)) store.orders.setQuantity(orderId, position, after);
    return { ok: true, news: [...news, { kind: 'order', orderId }] };
  });
  if (!settled.ok) return settled;
  if (settled.news.length > 0) publish(settled.news);
  return { ok: true };
}
