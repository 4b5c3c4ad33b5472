import type { Sendable } from '../../shared/domain/send-limits.ts';
import { fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { SendRequest } from '../wire/send-types.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';
import { type UploadedFile, writeKind } from './write-kind.ts';

/** How a customer is addressed: a phone number (digits) where there is one, else the business-scoped id. */
export type Recipient = { phone: string } | { userId: string };

/** `mediaId` is Meta's id of the file that belongs to it, uploaded; `filename` is what a document is called. Both null where there is none. */
export type OutgoingMessage = UploadedFile & {
  phoneNumberId: string;
  recipient: Recipient;
  content: Sendable;
  quoteWamid: string | null;
  callbackId: string;
};

/** Meta lets a send wait this long in bad hours; after it the answer counts as lost. */
const SEND_TIMEOUT_MS = 30_000;

/**
 * `POST /{phone}/messages` with anything that the shop can send. `ok` means that Meta accepted it, not that it
 * arrived; the wamid is what its ticks will name. There is no idempotency at Meta: an `unknown` outcome must never be sent again by itself.
 */
export async function sendMessage(
  access: GraphAccess,
  message: OutgoingMessage,
  onDate?: (metaTime: number) => void,
): Promise<{ ok: true; wamid: string } | GraphFailure> {
  const request: SendRequest = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // Without "+" Meta would put the shop's own country code in front.
    ...('phone' in message.recipient ? { to: `+${message.recipient.phone}` } : { recipient: message.recipient.userId }),
    ...writeKind(message.content, message),
    // A reaction names its message itself.
    ...(message.quoteWamid === null || message.content.kind === 'reaction' ? {} : { context: { message_id: message.quoteWamid } }),
    biz_opaque_callback_data: message.callbackId,
  };
  const answer = await callGraph({
    access,
    path: `${encodeURIComponent(message.phoneNumberId)}/messages`,
    body: request,
    timeoutMs: SEND_TIMEOUT_MS,
    ...(onDate ? { onDate } : {}),
  });
  if (!answer.ok) return answer;
  const wamid = textOf(objectsOf(fieldsOf(answer.body)?.['messages'])[0]?.['id']);
  return wamid === null ? { ok: false, kind: 'unknown', cause: 'an answer without a message id' } : { ok: true, wamid };
}
