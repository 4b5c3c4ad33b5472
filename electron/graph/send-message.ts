import type { Sendable } from '../../shared/domain/send-limits.ts';
import { fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { SendKind, SendRequest } from '../wire/send-types.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

/** How a customer is addressed: a phone number (digits) where there is one, else the business-scoped id. */
export type Recipient = { phone: string } | { userId: string };

export type OutgoingMessage = { phoneNumberId: string; recipient: Recipient; content: Sendable; quoteWamid: string | null; callbackId: string };

/** Meta lets a send wait this long in bad hours; after it the answer counts as lost. */
const SEND_TIMEOUT_MS = 30_000;

/**
 * `POST /{phone}/messages` with a text, reply buttons, a location request or a template. `ok` means that Meta accepted it, not that it
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
    ...writeKind(message.content),
    ...(message.quoteWamid === null ? {} : { context: { message_id: message.quoteWamid } }),
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

function writeKind(content: Sendable): SendKind {
  switch (content.kind) {
    case 'text':
      return { type: 'text', text: { body: content.body, preview_url: true } };
    case 'buttons': {
      const buttons = content.buttons.map(({ id, title }) => ({ type: 'reply' as const, reply: { id, title } }));
      return { type: 'interactive', interactive: { type: 'button', body: { text: content.body }, action: { buttons } } };
    }
    case 'media':
    case 'reaction':
    case 'location':
    case 'contact-request':
    case 'products':
      throw new Error(`Nothing is written for ${content.kind}`);
    case 'location-request':
      return { type: 'interactive', interactive: { type: 'location_request_message', body: { text: content.body }, action: { name: 'send_location' } } };
    case 'template': {
      // Meta refuses line breaks, tabs and long gaps in a field.
      const parameters = content.fields.map((field) => ({ type: 'text' as const, text: field.trim().replaceAll(/\s+/g, ' ') }));
      const components = parameters.length > 0 ? { components: [{ type: 'body' as const, parameters }] } : {};
      return { type: 'template', template: { name: content.name, language: { code: content.language }, ...components } };
    }
  }
}
