import type { CustomerBrief } from '../../shared/contract/common.ts';
import type { MessageView } from '../../shared/contract/messages.ts';
import type { Store } from '../store/open-store.ts';
import { viewCustomer } from './view-customer.ts';
import { viewMessage } from './view-message.ts';

const AT_MOST = 200;

/** Messages of ours that failed or are in doubt, and were neither sent again nor put aside; newest first. */
export function listFailed(store: Store): { failed: { conversationId: number; customer: CustomerBrief; message: MessageView }[]; more: boolean } {
  const rows = store.failedMessages.list(AT_MOST + 1);
  const failed = rows.slice(0, AT_MOST).flatMap((row) => {
    const conversation = store.conversations.get(row.conversation_id);
    if (!conversation) return [];
    return { conversationId: conversation.id, customer: viewCustomer(store, conversation.customer_id), message: viewMessage(store, row) };
  });
  return { failed, more: rows.length > AT_MOST };
}
