import { type Fields, fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import type { CardFact, InboundContent, InboundMedia } from './inbound-event.ts';
import { readContacts } from './read-contacts.ts';
import { readInteractive, readTemplateButton } from './read-interactive.ts';
import { readMedia } from './read-media.ts';
import { readOrder } from './read-order.ts';
import { readSystem } from './read-system.ts';

/** Types that this program knows; what is no list of views here is known to say nothing more. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'button',
  'order',
  'reaction',
  'system',
  'unsupported',
  'unknown',
  'request_welcome',
  'edit',
  'revoke',
  'media_placeholder',
  'ephemeral',
]);

/** True for types that this program knows the fields of. */
export function isKnownType(type: string): boolean {
  return KNOWN_TYPES.has(type);
}

/**
 * What a message holds, and the file that it carries. A type that is not known, or whose object is missing although the type promises it, becomes a
 * card with what can be said of it.
 */
export function readMessageContent(type: string, message: Fields): { content: InboundContent; file: InboundMedia | null } {
  const media = readMedia(type, message);
  if (media) return media;
  return { content: readOwn(type, message) ?? { kind: 'card', type, facts: [...ownFacts(fieldsOf(message[type])), ...errorFacts(message)] }, file: null };
}

function readOwn(type: string, message: Fields): InboundContent | null {
  const own = fieldsOf(message[type]);
  switch (type) {
    case 'text': {
      const body = own?.['body'];
      return typeof body === 'string' ? { kind: 'text', body } : null;
    }
    case 'order':
      // Nothing can be ordered in a group.
      return own && textOf(message['group_id']) === null ? { kind: 'order', order: readOrder(own) } : null;
    case 'location':
      return readLocation(own);
    case 'contacts':
      return readContacts(message);
    case 'interactive':
      return readInteractive(message);
    case 'button':
      return readTemplateButton(message);
    case 'system':
      return readSystem(message);
    case 'request_welcome':
      return { kind: 'welcome' };
    case 'unsupported':
    case 'unknown':
      return { kind: 'unsupported', code: wholeOf(objectsOf(message['errors'])[0]?.['code']), what: textOf(own?.['type']) };
    case 'reaction': {
      const targetWamid = targetOf(type, message);
      return targetWamid === null ? null : { kind: 'reaction', emoji: textOf(own?.['emoji']) ?? '', targetWamid };
    }
    case 'edit': {
      const targetWamid = targetOf(type, message);
      const text = editedText(own);
      return targetWamid === null || text === null ? null : { kind: 'edit', text, targetWamid };
    }
    default:
      return null;
  }
}

/** The message that a reaction, an edit or a deletion is about. `messsage_id` is how old pages spell it. */
export function targetOf(type: string, message: Fields): string | null {
  const own = fieldsOf(message[type]);
  if (type === 'reaction') return textOf(own?.['message_id']) ?? textOf(own?.['messsage_id']);
  return type === 'edit' || type === 'revoke' ? textOf(own?.['original_message_id']) : null;
}

/** What an edited message says now: its text or its caption. A file whose caption was taken away says "". */
function editedText(own: Fields | null): string | null {
  const edited = fieldsOf(own?.['message']);
  const inner = fieldsOf(edited?.[textOf(edited['type']) ?? '']) ?? fieldsOf(edited?.['text']);
  if (!inner) return null;
  return textOf(inner['body']) ?? textOf(inner['caption']) ?? '';
}

function readLocation(own: Fields | null): InboundContent | null {
  const latitude = textOf(own?.['latitude']);
  const longitude = textOf(own?.['longitude']);
  if (latitude === null || longitude === null) return null;
  return { kind: 'location', latitude, longitude, name: textOf(own?.['name']), address: textOf(own?.['address']), url: textOf(own?.['url']) };
}

const FACTS = [
  ['body', 'body'],
  ['caption', 'caption'],
  ['name', 'name'],
  ['title', 'title'],
  ['text', 'answer'],
  ['description', 'description'],
  ['address', 'address'],
  ['filename', 'filename'],
  ['emoji', 'emoji'],
] as const;

function ownFacts(own: Fields | null): CardFact[] {
  return FACTS.flatMap(([field, fact]) => factOf(fact, own?.[field]));
}

function errorFacts(message: Fields): CardFact[] {
  return objectsOf(message['errors']).flatMap((error) => {
    const words = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['title']) ?? textOf(error['message']) ?? '';
    return factOf('error', `${textOf(error['code']) ?? ''} ${words}`.trim());
  });
}

function factOf(fact: CardFact['fact'], value: unknown): CardFact[] {
  const text = textOf(value);
  return text === null ? [] : [{ fact, value: text.slice(0, 4096) }];
}
