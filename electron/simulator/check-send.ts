import { checkInteractive } from './check-interactive.ts';
import { checkTemplate } from './check-template.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

/** What a customer sees of a message, as far as they can answer it. */
export type Content =
  | { kind: 'text'; body: string }
  | { kind: 'buttons'; body: string; buttons: { id: string; title: string }[] }
  | { kind: 'location-request' }
  | { kind: 'template' };

export type CheckedSend =
  | Fault
  | { kind: 'read receipt' }
  | { kind: 'message'; address: { to?: string | undefined; recipient?: string | undefined }; callbackData: string | undefined; content: Content };

const TOP_LEVEL = ['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'context', 'biz_opaque_callback_data', 'recipient_identity_key_hash'];
const KINDS = ['text', 'interactive', 'template'] as const;
/** Kinds that the real API takes, and the practice shop does not. */
const OTHER_KINDS = ['audio', 'contacts', 'document', 'image', 'location', 'reaction', 'sticker', 'video'];
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const PHONE = /^\+?[\d\s()-]{6,24}$/;

function checkRead(body: Fields): CheckedSend {
  const extra = unexpected(body, ['messaging_product', 'status', 'message_id', 'typing_indicator'], 'the request');
  if (extra !== null) return extra;
  if (body['status'] !== 'read') return invalid('Param status must be one of {READ}.');
  if (body['message_id'] === undefined) return missing('message_id');
  if (typeof body['message_id'] !== 'string' || !body['message_id'].startsWith('wamid.')) return wrong("Param 'message_id' is not a message id.");
  const typing = body['typing_indicator'];
  if (typing !== undefined && !(isObject(typing) && typing['type'] === 'text')) return wrong("Param typing_indicator['type'] must be one of {TEXT}.");
  return { kind: 'read receipt' };
}

function checkAddress({ to, recipient, recipient_type: type }: Fields): Fault | null {
  if (type !== undefined && type !== 'individual') return invalid('Param recipient_type must be one of {INDIVIDUAL}.');
  if (to === undefined && recipient === undefined) return missing('to');
  if (to !== undefined && !(typeof to === 'string' && PHONE.test(to))) return wrong("Param 'to' is not a valid phone number.");
  if (recipient !== undefined && !(typeof recipient === 'string' && USER_ID.test(recipient))) return wrong("Param 'recipient' is not a valid user id.");
  return null;
}

function checkText(text: unknown): Fault | null {
  if (text === undefined) return missing('text');
  if (!isObject(text)) return invalid('Param text must be a JSON object.');
  const fault = unexpected(text, ['body', 'preview_url'], 'param "text"') ?? checkWords(text['body'], "text['body']", 4096);
  if (fault !== null) return fault;
  if (text['preview_url'] !== undefined && typeof text['preview_url'] !== 'boolean') return invalid("Param text['preview_url'] must be a boolean.");
  return null;
}

function checkExtras({ context, biz_opaque_callback_data: echo }: Fields): Fault | null {
  if (context !== undefined) {
    if (!isObject(context)) return invalid('Param context must be a JSON object.');
    const extra = unexpected(context, ['message_id'], 'param "context"');
    if (extra !== null) return extra;
    if (context['message_id'] === undefined) return missing("context['message_id']");
    if (typeof context['message_id'] !== 'string' || context['message_id'] === '') return wrong("Param context['message_id'] is not a message id.");
  }
  if (echo !== undefined && typeof echo !== 'string') return invalid('Param biz_opaque_callback_data must be a string.');
  if (echo !== undefined && echo.length > 512) return wrong('Param biz_opaque_callback_data must be at most 512 characters long.');
  return null;
}

function kindOf(type: unknown): (typeof KINDS)[number] | Fault {
  if (type === undefined) return 'text';
  const known = KINDS.find((kind) => kind === type);
  if (known !== undefined) return known;
  if (typeof type === 'string' && OTHER_KINDS.includes(type)) {
    return { kind: 'refused', refusal: { code: 131051, details: `The practice shop takes text, interactive and template only, not ${type}.` } };
  }
  return invalid(`Param type must be one of {${[...KINDS, ...OTHER_KINDS].join(', ').toUpperCase()}}.`);
}

const CHECKS = { text: checkText, interactive: checkInteractive, template: checkTemplate };

/** Reads the body of `POST /{phone}/messages` as strictly as Meta: 131008 for what is missing, 131009 for a bad value, 100 for a wrong form. */
export function checkSend(body: unknown): CheckedSend {
  if (!isObject(body)) return invalid('The request body is not a JSON object.');
  if (body['messaging_product'] === undefined) return invalid('The parameter messaging_product is required.');
  if (body['messaging_product'] !== 'whatsapp') return invalid('Param messaging_product must be one of {WHATSAPP}.');
  if (body['status'] !== undefined) return checkRead(body);
  const kind = kindOf(body['type']);
  if (typeof kind !== 'string') return kind;
  const refused = unexpected(body, [...TOP_LEVEL, kind], 'the request') ?? checkAddress(body) ?? CHECKS[kind](body[kind]) ?? checkExtras(body);
  if (refused !== null) return refused;
  const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  return {
    kind: 'message',
    address: { to: text('to'), recipient: text('recipient') },
    callbackData: text('biz_opaque_callback_data'),
    content: contentOf(kind, body as CheckedBody),
  };
}

/** What the checks have proved. */
type CheckedBody = {
  text: { body: string };
  interactive: { type: 'button' | 'location_request_message'; body: { text: string }; action: { buttons: { reply: { id: string; title: string } }[] } };
};

function contentOf(kind: (typeof KINDS)[number], { text, interactive }: CheckedBody): Content {
  if (kind === 'text') return { kind: 'text', body: text.body };
  if (kind === 'template') return { kind: 'template' };
  if (interactive.type === 'location_request_message') return { kind: 'location-request' };
  return { kind: 'buttons', body: interactive.body.text, buttons: interactive.action.buttons.map(({ reply: { id, title } }) => ({ id, title })) };
}
