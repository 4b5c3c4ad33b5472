import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import type { CardFact, InboundContent } from './inbound-event.ts';
import { readOrder } from './read-order.ts';

type FactName = CardFact['fact'];
/** Which fields of a type's own object are worth showing, and as what. */
const FIELDS_BY_TYPE: Readonly<Record<string, readonly (readonly [field: string, fact: FactName])[]>> = {
  image: [
    ['caption', 'caption'],
    ['mime_type', 'mimeType'],
  ],
  video: [
    ['caption', 'caption'],
    ['mime_type', 'mimeType'],
  ],
  audio: [['mime_type', 'mimeType']],
  voice: [['mime_type', 'mimeType']],
  document: [
    ['filename', 'filename'],
    ['caption', 'caption'],
    ['mime_type', 'mimeType'],
  ],
  sticker: [['mime_type', 'mimeType']],
  location: [
    ['name', 'name'],
    ['address', 'address'],
    ['url', 'url'],
  ],
  button: [['text', 'answer']],
  reaction: [['emoji', 'emoji']],
  system: [
    ['body', 'body'],
    ['type', 'change'],
  ],
  unsupported: [['type', 'description']],
  unknown: [],
  contacts: [],
  interactive: [],
  request_welcome: [],
  edit: [],
  revoke: [],
  ephemeral: [],
};

/** True for types that this program knows the fields of. */
export function isKnownType(type: string): boolean {
  return type === 'text' || type === 'order' || Object.hasOwn(FIELDS_BY_TYPE, type);
}

/**
 * What a message holds. A type that is not known, or whose object is missing although the type promises it, becomes a card
 * with what can be said of it.
 */
export function readMessageContent(type: string, message: Fields): InboundContent {
  const own = fieldsOf(message[type]);
  if (type === 'text') {
    const body = own?.['body'];
    if (typeof body === 'string') return { kind: 'text', body };
  }
  if (type === 'order' && own) return { kind: 'order', order: readOrder(own) };
  return { kind: 'card', type, facts: [...ownFacts(type, own), ...specialFacts(type, message), ...referralFacts(message), ...errorFacts(message)] };
}

function ownFacts(type: string, own: Fields | null): CardFact[] {
  const fields =
    FIELDS_BY_TYPE[type] ??
    ([
      ['body', 'body'],
      ['caption', 'caption'],
      ['name', 'name'],
      ['title', 'title'],
    ] as const);
  return fields.flatMap(([field, fact]) => factOf(fact, own?.[field]));
}

function specialFacts(type: string, message: Fields): CardFact[] {
  const own = fieldsOf(message[type]);
  switch (type) {
    case 'location': {
      const latitude = textOf(own?.['latitude']);
      const longitude = textOf(own?.['longitude']);
      return latitude === null || longitude === null ? [] : [{ fact: 'coordinates', value: `${latitude}, ${longitude}` }];
    }
    case 'interactive':
      return interactiveFacts(own);
    case 'contacts':
      return objectsOf(message['contacts'])
        .slice(0, 20)
        .flatMap((card) => [
          ...factOf('name', fieldsOf(card['name'])?.['formatted_name']),
          ...objectsOf(card['phones']).flatMap((phone) => factOf('phone', phone['phone'] ?? phone['wa_id'])),
          ...objectsOf(card['emails']).flatMap((email) => factOf('email', email['email'])),
        ]);
    case 'edit': {
      const edited = fieldsOf(own?.['message']);
      const kind = textOf(edited?.['type']) ?? '';
      const inner = fieldsOf(edited?.[kind]);
      return [...factOf('body', inner?.['body']), ...factOf('caption', inner?.['caption'])];
    }
    default:
      return [];
  }
}

function interactiveFacts(own: Fields | null): CardFact[] {
  const kind = textOf(own?.['type']) ?? Object.keys(own ?? {})[0] ?? '';
  const answer = fieldsOf(own?.[kind]);
  if (!answer) return factOf('description', kind);
  return [
    ...factOf('answer', answer['title']),
    ...factOf('description', answer['description']),
    ...factOf('name', answer['name']),
    ...factOf('body', answer['body']),
  ];
}

/** The advertisement that a customer came by. */
function referralFacts(message: Fields): CardFact[] {
  const referral = fieldsOf(message['referral']);
  return referral ? [...factOf('source', referral['headline'] ?? referral['source_url'])] : [];
}

function errorFacts(message: Fields): CardFact[] {
  return objectsOf(message['errors']).flatMap((error) => {
    const words = textOf(fieldsOf(error['error_data'])?.['details']) ?? textOf(error['title']) ?? textOf(error['message']) ?? '';
    return factOf('error', `${textOf(error['code']) ?? ''} ${words}`.trim());
  });
}

function factOf(fact: FactName, value: unknown): CardFact[] {
  const text = textOf(value);
  return text === null ? [] : [{ fact, value: text.slice(0, 4096) }];
}
