import type { Reason } from '../../shared/domain/reason.ts';
import type { Failure } from './messages.ts';
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
  let message = store.messages.get(tell.message_id);
  while (message?.status === 'failed' && message.sent_again_as !== null) message = store.messages.get(message.sent_again_as);
  if (message?.status !== 'failed') return { state: 'told' };
  return { state: 'not-told', reason: message.failure === null ? null : (JSON.parse(message.failure) as Failure).reason };
}
