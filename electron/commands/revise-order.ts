import type { News } from '../../shared/contract/live.ts';
import { proposalQuestion } from '../../shared/domain/ask-text.ts';
import { writeButtonId } from '../../shared/domain/ask-token.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { RevisionLineRow } from '../store/order-revisions.ts';
import type { OrderRow } from '../store/orders.ts';
import { sumLines } from '../store/sum-lines.ts';
import { type AskDeps, languageOf, newsOfQuestion, queueQuestion } from './ask-customer.ts';
import { closeProposal } from './close-proposal.ts';
import { findOrderToChange } from './find-order-to-change.ts';
import { readChanges } from './read-changes.ts';

export type ReviseInput = {
  orderId: number;
  /** 0 strikes a line. */
  lines: readonly { position: number; quantity: number }[];
  how: 'ask' | 'apply';
  requestId: string;
};
type Done = { ok: true; news: News[] };

/**
 * Changes quantities: proposes it to the customer by reply buttons, or does it at once. A proposal that is still open is withdrawn by
 * either. The same `requestId` again changes nothing more; applying what is so already is answered with ok.
 */
export function reviseOrder(deps: AskDeps, input: ReviseInput): { ok: true } | Refused {
  const { store } = deps;
  const revised = store.transaction((): Done | Refused => {
    const known = store.orderRevisions.byRequestId(input.requestId);
    if (known) return known.order_id === input.orderId ? { ok: true, news: [] } : { ok: false, reason: 'wrong-state' };
    const found = findOrderToChange(store, input.orderId);
    if (!found.ok) return found;
    const read = readChanges(store, input.orderId, input.lines);
    if (!read.ok) return read;
    const { order } = found;
    return input.how === 'ask' ? propose(deps, order, read.changes, input.requestId) : apply(deps, order, read.changes, input.requestId);
  });
  if (!revised.ok) return revised;
  if (revised.news.length > 0) deps.publish(revised.news);
  if (input.how === 'ask') deps.wakeOutbox();
  return { ok: true };
}

function apply({ store, now }: AskDeps, order: OrderRow, changes: readonly RevisionLineRow[], requestId: string): Done {
  if (changes.length === 0) return { ok: true, news: [] };
  const at = now();
  const news = closeProposal(store, order, 'withdrawn', at);
  const revision = { order_id: order.id, state: 'applied', made_at: at, decided_at: at, message_id: null, request_id: requestId } as const;
  const revisionId = store.orderRevisions.add(revision, changes);
  for (const { position, after } of changes) store.orders.setQuantity(order.id, position, after);
  store.orderHistory.add(order.id, { at, who: 'operator', what: 'revision-applied', from: order.state, to: order.state, detail: { revisionId } });
  return { ok: true, news: [...news, { kind: 'order', orderId: order.id }] };
}

function propose(deps: AskDeps, order: OrderRow, changes: readonly RevisionLineRow[], requestId: string): Done | Refused {
  if (changes.length === 0) return { ok: false, reason: 'wrong-state' };
  const { store } = deps;
  const token = deps.newId();
  const queued = queueQuestion(deps, order, writeProposal(deps, order, changes, token), requestId);
  if (!queued.ok) return queued;
  const at = deps.now();
  const { messageId } = queued;
  const news = closeProposal(store, order, 'withdrawn', at);
  const revision = { order_id: order.id, state: 'proposed', made_at: at, decided_at: null, message_id: messageId, request_id: requestId } as const;
  const revisionId = store.orderRevisions.add(revision, changes);
  store.orderAsks.add({ order_id: order.id, what: 'revision', token, message_id: messageId, revision_id: revisionId, asked_at: at });
  store.orderHistory.add(order.id, { at, who: 'operator', what: 'revision-proposed', from: order.state, to: order.state, detail: { revisionId } });
  return { ok: true, news: [...news, ...newsOfQuestion(order, messageId)] };
}

function writeProposal(deps: AskDeps, order: OrderRow, changes: readonly RevisionLineRow[], token: string): StoredContent {
  const { store } = deps;
  const lines = store.orders.lines(order.id);
  const after = new Map(changes.map((change) => [change.position, change.after]));
  const changed = lines.map((line) => ({ ...line, quantity: after.get(line.position) ?? line.quantity }));
  const { totals, unclear } = sumLines(changed, store.orderExtras.of(order.id));
  const nameOf = (position: number): string => {
    const line = lines.find((one) => one.position === position);
    return (line && store.products.get(line.catalog_id ?? order.catalog_id, line.retailer_id)?.name) ?? line?.retailer_id ?? '';
  };
  const named = changes.map(({ position, before, after: wanted }) => ({ name: nameOf(position), before, after: wanted }));
  const { body, accept, decline } = proposalQuestion(languageOf(deps, order), { number: order.number, lines: named, totals, unclear });
  const buttons = [
    { id: writeButtonId(token, 'accept'), title: accept },
    { id: writeButtonId(token, 'decline'), title: decline },
  ];
  return { kind: 'buttons', header: null, body, footer: null, buttons };
}
