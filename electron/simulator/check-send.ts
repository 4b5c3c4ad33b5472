import { articlesOf, contentOf, type Content } from './read-content.ts';
import { checkInteractive } from './check-interactive.ts';
import { checkMedia } from './check-media.ts';
import { checkContacts, checkLocation, checkReaction } from './check-plain.ts';
import { checkTemplate } from './check-template.ts';
import type { MediaShelf } from './files/keep-media.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

export type CheckedSend =
  | Fault
  | { kind: 'read receipt'; wamid: string }
  | {
      kind: 'message';
      address: { to?: string | undefined; recipient?: string | undefined };
      callbackData: string | undefined;
      content: Content;
      /** All articles that it names. */
      articles: readonly string[];
    };

const TOP_LEVEL = ['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'context', 'biz_opaque_callback_data', 'recipient_identity_key_hash'];
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
  return { kind: 'read receipt', wamid: body['message_id'] };
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

type Check = (part: unknown, shelf: MediaShelf, whole: Fields) => Fault | null;
const CHECKS = {
  text: checkText,
  image: (part, shelf) => checkMedia('image', part, shelf),
  video: (part, shelf) => checkMedia('video', part, shelf),
  audio: (part, shelf) => checkMedia('audio', part, shelf),
  document: (part, shelf) => checkMedia('document', part, shelf),
  sticker: (part, shelf) => checkMedia('sticker', part, shelf),
  location: checkLocation,
  contacts: checkContacts,
  reaction: (part, _, whole) => checkReaction(part, whole),
  interactive: checkInteractive,
  template: checkTemplate,
} as const satisfies Record<string, Check>;
export type SendType = keyof typeof CHECKS;

function isSendType(type: unknown): type is SendType {
  return typeof type === 'string' && Object.hasOwn(CHECKS, type);
}

/** Reads the body of `POST /{phone}/messages` as strictly as Meta: 131008 for what is missing, 131009 for a bad value, 100 for a wrong form. */
export function checkSend(body: unknown, shelf: MediaShelf): CheckedSend {
  if (!isObject(body)) return invalid('The request body is not a JSON object.');
  if (body['messaging_product'] === undefined) return invalid('The parameter messaging_product is required.');
  if (body['messaging_product'] !== 'whatsapp') return invalid('Param messaging_product must be one of {WHATSAPP}.');
  if (body['status'] !== undefined) return checkRead(body);
  const type = body['type'] ?? 'text';
  if (!isSendType(type)) return invalid(`Param type must be one of {${Object.keys(CHECKS).join(', ').toUpperCase()}}.`);
  const check: Check = CHECKS[type];
  const refused = unexpected(body, [...TOP_LEVEL, type], 'the request') ?? checkAddress(body) ?? check(body[type], shelf, body) ?? checkExtras(body);
  if (refused !== null) return refused;
  const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  return {
    kind: 'message',
    address: { to: text('to'), recipient: text('recipient') },
    callbackData: text('biz_opaque_callback_data'),
    content: contentOf(type, body),
    articles: articlesOf(type, body),
  };
}
