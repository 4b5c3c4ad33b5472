import type { OrderEventView, OrderTellView, OrderView } from '../../shared/contract/orders.ts';
import { UNDO_MS } from '../../shared/domain/order.ts';
import type { Store } from '../store/open-store.ts';
import { lastStepOf, type OrderEventRow } from '../store/order-history.ts';
import type { OrderRow } from '../store/orders.ts';
import { tellState } from '../store/tell-state.ts';

/** Who or what did what, oldest first. */
export function viewEvents(events: readonly OrderEventRow[]): OrderEventView[] {
  return events.map((event) => ({
    id: event.id,
    at: event.at,
    who: event.who,
    what: event.what,
    from: event.from_state,
    to: event.to_state,
    reason: event.reason,
    detail: event.detail === null ? {} : (JSON.parse(event.detail) as OrderEventView['detail']),
  }));
}

/** What the customer was told, and what waits to be told. */
export function viewTells(store: Store, orderId: number, now: number): OrderTellView[] {
  return store.orderTells.of(orderId).map((tell) => {
    const told = tellState(store, tell, now);
    return {
      step: tell.step,
      at: tell.at,
      messageId: tell.message_id,
      status: tell.message_id === null ? null : (store.messages.get(tell.message_id)?.status ?? null),
      state: told.state,
      takeBackUntil: told.state === 'waiting' ? told.until : null,
      reason: told.state === 'not-told' ? told.reason : null,
    };
  });
}

/** The last step and what undoing it means to the customer. */
export function viewUndo(store: Store, row: OrderRow, events: readonly OrderEventRow[], tells: readonly OrderTellView[]): OrderView['undo'] {
  const step = row.merged_into === null ? lastStepOf(events) : null;
  if (!step || step.from_state === null || step.to_state !== row.state) return null;
  const tell = tells.find((one) => one.step === step.to_state);
  // An outbox that is held up sends nothing after the ten seconds either: undoing takes it out all the same.
  const waits = tell && tell.messageId !== null && store.outbox.of(tell.messageId)?.state === 'queued';
  const told = waits ? 'waiting' : tell?.state === 'told' ? 'yes' : 'no';
  return { eventId: step.id, from: step.from_state, to: step.to_state, freeUntil: step.at + UNDO_MS, told };
}
