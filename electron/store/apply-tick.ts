import type { Pricing } from '../../shared/contract/messages.ts';
import type { News } from '../../shared/contract/live.ts';
import { isInOutbox, nextStatus, type StatusEvent } from '../../shared/domain/message-status.ts';
import { foldWaiting } from './fold-message.ts';
import type { Failure, MessageRow } from './messages.ts';
import type { Store } from './open-store.ts';
import type { ParkedTick } from './tick-parking.ts';

/**
 * Applies a tick to the message it belongs to: found by wamid, or by the id of ours that it carries (then the wamid is learned
 * by it, before or instead of the send call's answer). A tick of a message that is not known waits in the parking.
 */
export function applyTick(store: Store, tick: ParkedTick): News[] {
  const message = findMessage(store, tick);
  if (!message) {
    store.tickParking.park(tick);
    return [{ kind: 'connection' }];
  }
  if (message.direction === 'in') return [];
  const learned = message.wamid === null && store.messages.setWamid(message.id, tick.wamid);
  store.messages.setTick(message.id, tick.status, tick.at);
  if (tick.pricing) setPricing(store, message, tick.pricing);
  if (!explainsLater(message, tick)) applyStatus(store, message, { by: 'webhook', status: tick.status }, tick.failure);
  // Meta reports on it, so Meta has it: whatever the send call said, nothing is to be sent any more.
  if (message.status !== null && isInOutbox(message.status)) store.outbox.settle(message.id, 'accepted');
  return [changed(message), ...(learned ? settleParked(store, tick.wamid) : [])];
}

/** Applies what waited for a wamid that has just become known: ticks, and reactions that overtook the answer of the send call. */
export function settleParked(store: Store, wamid: string): News[] {
  foldWaiting(store, wamid);
  return store.tickParking.take(wamid).flatMap((tick) => applyTick(store, tick));
}

/**
 * Moves a message's status through the one rule for it.
 * @param failure why, where the event is a failure or a delay; kept only while it explains the status
 * @returns false where the event is older than what is known
 */
export function applyStatus(store: Store, message: Pick<MessageRow, 'id'>, event: StatusEvent, failure: Failure | null): boolean {
  const known = store.messages.get(message.id);
  const current = known?.status;
  if (!known || current === undefined || current === null) return false;
  const next = nextStatus(current, event);
  if (next === current && failure === null) return false;
  if (next !== event.status) return false;
  store.messages.setStatus(message.id, next, failure);
  // What stands at the message that was reacted to is what reached it.
  if (known.type === 'reaction' && (next === 'failed' || current === 'failed')) store.ownReactions.settle(known);
  return true;
}

function findMessage(store: Store, tick: ParkedTick): MessageRow | null {
  const byWamid = store.messages.byWamid(tick.wamid);
  if (byWamid || tick.callbackId === null) return byWamid;
  const byCallback = store.messages.byCallbackId(tick.callbackId);
  // The id of ours on another wamid than the one known: not this message's tick.
  return byCallback !== null && byCallback.wamid === null ? byCallback : null;
}

/** Of two failures of one message the earlier explains it, whichever came first. */
function explainsLater(message: MessageRow, tick: ParkedTick): boolean {
  if (tick.status !== 'failed' || message.status !== 'failed' || message.tick_failed_at === null) return false;
  if (tick.at !== message.tick_failed_at) return tick.at > message.tick_failed_at;
  return JSON.stringify(tick.failure) >= String(message.failure);
}

/** It comes with several ticks of a message, nearly always the same; of two that differ the greater text stays, whichever came first. */
function setPricing(store: Store, message: MessageRow, pricing: Pricing): void {
  const text = JSON.stringify(pricing);
  if (message.pricing === null || text > message.pricing) store.messages.setPricing(message.id, pricing);
}

function changed(message: MessageRow): News {
  return { kind: 'message', conversationId: message.conversation_id, messageId: message.id };
}
