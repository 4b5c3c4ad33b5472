import type { Reason } from '../../shared/domain/reason.ts';
import type { Failure, MessageRow } from './messages.ts';
import type { Store } from './open-store.ts';
import type { TellRow } from './order-tells.ts';

/**
 * What became of a tell: `waiting` until the moment given, `told` (it went, or is on its way), or `not-told` with its reason. One that failed
 * told nobody; where a person has sent it again, that message counts.
 */
export type TellState = { state: 'waiting'; until: number } | { state: 'told' } | { state: 'not-told'; reason: Reason | null };

export function tellState(store: Store, tell: TellRow, now: number): TellState {
  if (tell.message_id === null) return { state: 'not-told', reason: tell.reason };
  const waiting = store.outbox.of(tell.message_id);
  const until = waiting?.state === 'queued' ? waiting.takeback_until : null;
  if (until !== null && until > now) return { state: 'waiting', until };
  const message = tellMessage(store, tell.message_id);
  if (message?.status !== 'failed') return { state: 'told' };
  return { state: 'not-told', reason: message.failure === null ? null : (JSON.parse(message.failure) as Failure).reason };
}

/** The message that counts: the tell's own, or the one as which a failed one was sent again. */
export function tellMessage(store: Store, messageId: number): MessageRow | null {
  const message = store.messages.get(messageId);
  return message?.status === 'failed' && message.sent_again_as !== null ? tellMessage(store, message.sent_again_as) : message;
}

/** Whether a step was told, or is about to be: then it is not told once more, also where it was undone and done again. What failed told nobody. */
export function isTold(store: Store, tell: TellRow | null, now: number): boolean {
  return tell !== null && tellState(store, tell, now).state !== 'not-told';
}
