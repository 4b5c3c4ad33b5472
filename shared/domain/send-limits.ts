import type { Reason } from './reason.ts';

/** An article of a catalogue, as a message names it. */
export type ArticleRef = { catalogId: string; retailerId: string };

/** What the shop can send, as far as Meta limits it. Empty texts are parts that are left out. */
export type Sendable =
  | { kind: 'text'; body: string }
  | { kind: 'media'; media: 'image' | 'video' | 'audio' | 'document' | 'sticker'; voice: boolean; animated: boolean; caption: string | null }
  | { kind: 'reaction'; emoji: string; targetWamid: string }
  | { kind: 'location'; latitude: string; longitude: string; name: string | null; address: string | null; url: string | null }
  | { kind: 'buttons'; header: string | null; body: string; footer: string | null; buttons: readonly { id: string; title: string }[] }
  | { kind: 'location-request'; body: string }
  | { kind: 'contact-request'; body: string }
  /** `product`: one section of one article; `catalogue`: the article whose picture stands on it, or none; `carousel`: one section. */
  | {
      kind: 'products';
      form: 'product' | 'product-list' | 'catalogue' | 'carousel';
      header: string | null;
      body: string;
      footer: string | null;
      catalogId: string;
      sections: readonly { title: string | null; retailerIds: readonly string[] }[];
    }
  /** `fields` fill its body in their order, `headerFields` its header; `names` are the fields' names where the template has named ones. */
  | {
      kind: 'template';
      name: string;
      language: string;
      fields: readonly string[];
      names: readonly string[];
      headerFields: readonly string[];
      headerNames: readonly string[];
      /** What stands in the header instead of words: the message's own file, by its kind. */
      headerMedia: 'image' | 'video' | 'document' | null;
      headerProduct: ArticleRef | null;
      buttonFields: readonly { index: number; type: string; text: string }[];
    };
/** Nothing above and below a body. */
export const BARE = { header: null, footer: null } as const;
/** A template that fills nothing but its body, and by position. */
export const BARE_TEMPLATE = { names: [], headerFields: [], headerNames: [], headerMedia: null, headerProduct: null, buttonFields: [] } as const;

const SENDABLE: ReadonlySet<string> = new Set<Sendable['kind']>([
  'text',
  'media',
  'reaction',
  'location',
  'buttons',
  'location-request',
  'contact-request',
  'products',
  'template',
]);

/** Meta's limit of a text's body, in characters. */
export const TEXT_LIMIT = 4096;
/** Meta's limit of the body of anything with buttons. */
export const BODY_LIMIT = 1024;
export const BUTTON_TITLE_LIMIT = 20;
const BUTTON_ID_LIMIT = 256;
const BUTTONS_LIMIT = 3;

/** True for what can be sent; a stored message may also be an order or a card, which only customers send. */
export function isSendable<T extends { kind: string }>(content: T): content is Extract<T, { kind: Sendable['kind'] }> {
  return SENDABLE.has(content.kind);
}

/** Why Meta would not take this as it is; null where it would. Source: Meta's pages on text, reply buttons, location requests and templates. */
export function refusedBy(content: Sendable): Reason | null {
  switch (content.kind) {
    case 'text':
      return bodyFault([...content.body].length, content.body, TEXT_LIMIT);
    case 'location-request':
    case 'contact-request':
      return bodyFault(content.body.length, content.body, BODY_LIMIT);
    case 'buttons':
      return bodyFault(content.body.length, content.body, BODY_LIMIT) ?? (buttonsFit(content.buttons) ? null : 'bad-parameter');
    case 'media':
    case 'reaction':
    case 'location':
    case 'products':
      return 'not-supported';
    case 'template':
      return templateFits(content) ? null : 'template-problem';
  }
}

function bodyFault(length: number, body: string, limit: number): Reason | null {
  if (body.trim() === '') return 'empty-text';
  return length > limit ? 'text-too-long' : null;
}

function buttonsFit(buttons: readonly { id: string; title: string }[]): boolean {
  const distinct = (values: string[]) => new Set(values).size === buttons.length;
  const fits = (value: string, limit: number) => value.trim() !== '' && value.length <= limit;
  return (
    buttons.length >= 1 &&
    buttons.length <= BUTTONS_LIMIT &&
    buttons.every(({ id, title }) => fits(id, BUTTON_ID_LIMIT) && fits(title, BUTTON_TITLE_LIMIT)) &&
    distinct(buttons.map(({ id }) => id)) &&
    distinct(buttons.map(({ title }) => title))
  );
}

/** Meta takes no empty field; line breaks are smoothed when it is sent. */
function templateFits({ name, language, fields }: Extract<Sendable, { kind: 'template' }>): boolean {
  return /^[a-z0-9_]{1,512}$/.test(name) && /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language) && fields.every((field) => field.trim() !== '');
}
