import type { Reason } from '../../shared/domain/reason.ts';
import { isSendable, refusedBy } from '../../shared/domain/send-limits.ts';
import { serviceWindow } from '../../shared/domain/service-window.ts';
import type { OutgoingMessage, Recipient } from '../graph/send-message.ts';
import type { MediaRow } from '../store/media.ts';
import type { MessageRow } from '../store/messages.ts';
import { readContent } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';
import { uploadedId } from './upload-file.ts';

/**
 * Makes of a stored message what is sent now: whom it goes to may have changed since it was written, and the service window may have
 * closed. Only a template may go outside the window. `upload` is the file that has to be uploaded first; null where none has.
 */
export function prepareMessage(
  store: Store,
  message: MessageRow,
  now: number,
): { ok: true; message: OutgoingMessage; upload: MediaRow | null } | { ok: false; reason: Reason } {
  const conversation = store.conversations.get(message.conversation_id);
  const customer = conversation && store.customers.get(conversation.customer_id);
  if (!conversation || !customer) return { ok: false, reason: 'customer-unknown' };
  const content = readContent(message.content);
  if (content.kind !== 'template' && serviceWindow(conversation.last_inbound_at, now).state !== 'open') return { ok: false, reason: 'window-closed' };
  const recipient: Recipient | null = customer.phone !== null ? { phone: customer.phone } : customer.userId !== null ? { userId: customer.userId } : null;
  if (!recipient) return { ok: false, reason: 'customer-unknown' };
  if (!isSendable(content) || message.callback_id === null) return { ok: false, reason: 'not-supported' };
  const fault = refusedBy(content);
  if (fault !== null) return { ok: false, reason: fault };
  const { phone_number_id: phoneNumberId } = conversation;
  const file = store.media.of(message.id);
  const needsFile = content.kind === 'media' || (content.kind === 'template' && content.headerMedia !== null);
  const mediaId = needsFile ? uploadedId(file, now) : null;
  if (needsFile && mediaId === null && file?.hash == null) return { ok: false, reason: 'upload-lost' };
  const { context_wamid: quoteWamid, callback_id: callbackId } = message;
  return {
    ok: true,
    message: { phoneNumberId, recipient, content, quoteWamid, callbackId, mediaId, filename: file?.filename ?? null },
    upload: needsFile && mediaId === null ? file : null,
  };
}
