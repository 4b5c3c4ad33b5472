import type { News } from '../../shared/contract/live.ts';
import type { Store } from '../store/open-store.ts';
import { takeOut } from './take-back.ts';

/** What an order that has come to its end was still to be asked, and has not gone, is asked no more. Inside the caller's transaction. */
export function takeBackQuestions(store: Store, orderId: number, at: number): News[] {
  const open = store.orderAsks.of(orderId).filter((ask) => ask.answered_at === null);
  return open.flatMap((ask) => takeOut(store, ask.message_id, at) ?? []);
}
