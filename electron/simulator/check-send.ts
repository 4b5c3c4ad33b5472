import type { Refusal } from './graph-answer.ts';

export type CheckedSend =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'read receipt' }
  | { kind: 'text'; address: { to?: string | undefined; recipient?: string | undefined }; callbackData: string | undefined };

const TOP_LEVEL = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'text',
  'context',
  'biz_opaque_callback_data',
  'recipient_identity_key_hash',
];
/** Kinds that the real API takes, and the practice shop does not. */
const OTHER_KINDS = ['audio', 'contacts', 'document', 'image', 'interactive', 'location', 'reaction', 'sticker', 'template', 'video'];
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
const PHONE = /^\+?[\d\s()-]{6,24}$/;

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function missing(name: string): CheckedSend {
  return { kind: 'refused', refusal: { code: 131008, details: `Parameter '${name}' is required.` } };
}

function wrong(details: string): CheckedSend {
  return { kind: 'refused', refusal: { code: 131009, details } };
}

function invalid(details: string): CheckedSend {
  return { kind: 'refused', refusal: { code: 100, details } };
}

function unexpected(fields: Fields, allowed: readonly string[], where: string): CheckedSend | null {
  const key = Object.keys(fields).find((name) => !allowed.includes(name));
  return key === undefined ? null : invalid(`Unexpected key "${key}" on ${where}.`);
}

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

function checkAddress({ to, recipient, recipient_type: type }: Fields): CheckedSend | null {
  if (type !== undefined && type !== 'individual') return invalid('Param recipient_type must be one of {INDIVIDUAL}.');
  if (to === undefined && recipient === undefined) return missing('to');
  if (to !== undefined && !(typeof to === 'string' && PHONE.test(to))) return wrong("Param 'to' is not a valid phone number.");
  if (recipient !== undefined && !(typeof recipient === 'string' && USER_ID.test(recipient))) return wrong("Param 'recipient' is not a valid user id.");
  return null;
}

function checkText(text: unknown): CheckedSend | null {
  if (text === undefined) return missing('text');
  if (!isObject(text)) return invalid('Param text must be a JSON object.');
  const extra = unexpected(text, ['body', 'preview_url'], 'param "text"');
  if (extra !== null) return extra;
  if (text['body'] === undefined || text['body'] === '') return missing("text['body']");
  if (typeof text['body'] !== 'string') return invalid("Param text['body'] must be a string.");
  if (text['body'].length > 4096) return wrong("Param text['body'] must be at most 4096 characters long.");
  if (text['preview_url'] !== undefined && typeof text['preview_url'] !== 'boolean') return invalid("Param text['preview_url'] must be a boolean.");
  return null;
}

function checkExtras({ context, biz_opaque_callback_data: echo }: Fields): CheckedSend | null {
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

function checkKind(type: unknown): CheckedSend | null {
  if (type === undefined || type === 'text') return null;
  if (typeof type === 'string' && OTHER_KINDS.includes(type)) {
    return { kind: 'refused', refusal: { code: 131051, details: `The practice shop takes text only, not ${type}.` } };
  }
  return invalid(`Param type must be one of {TEXT, ${OTHER_KINDS.join(', ').toUpperCase()}}.`);
}

/** Reads the body of `POST /{phone}/messages` as strictly as Meta: 131008 for what is missing, 131009 for a bad value, 100 for a wrong form. */
export function checkSend(body: unknown): CheckedSend {
  if (!isObject(body)) return invalid('The request body is not a JSON object.');
  if (body['messaging_product'] === undefined) return invalid('The parameter messaging_product is required.');
  if (body['messaging_product'] !== 'whatsapp') return invalid('Param messaging_product must be one of {WHATSAPP}.');
  if (body['status'] !== undefined) return checkRead(body);
  const refused = checkKind(body['type']) ?? unexpected(body, TOP_LEVEL, 'the request') ?? checkAddress(body) ?? checkText(body['text']) ?? checkExtras(body);
  if (refused !== null) return refused;
  const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  return { kind: 'text', address: { to: text('to'), recipient: text('recipient') }, callbackData: text('biz_opaque_callback_data') };
}
