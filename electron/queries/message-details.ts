import type { MessageDetails } from '../../shared/contract/chats.ts';
import type { Store } from '../store/open-store.ts';
import type { Arrival, ArrivalsQuestion } from './message-arrivals.ts';
import { viewMessage } from './view-message.ts';

/** Everything known of a message; null where there is none of this id. @param ask looks through what arrived, beside the thread that receives */
export async function messageDetails(store: Store, messageId: number, ask: (question: ArrivalsQuestion) => Promise<Arrival[]>): Promise<MessageDetails | null> {
  const row = store.messages.get(messageId);
  if (!row) return null;
  const { wamid, callback_id: callbackId, log_id: logId } = row;
  const arrivals = await ask({ wamid, callbackId, logId, at: row.received_at ?? row.sent_at });
  const message = viewMessage(store, row);
  return { message, wamid, callbackId, pricing: message.pricing, arrivals };
}
