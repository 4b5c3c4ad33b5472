import { productsFault } from './fit-products.ts';
import { templateFault } from './fit-template.ts';
import { BODY_LIMIT, partFault, textFault } from './fit-text.ts';
import { isOneEmoji } from './is-one-emoji.ts';
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
export const BUTTON_TITLE_LIMIT = 20;
const BUTTON_ID_LIMIT = 256;
const BUTTONS_LIMIT = 3;
/** Kinds of files that a text can stand below. */
export const CAPTIONED: ReadonlySet<string> = new Set(['image', 'video', 'document']);

/** True for what can be sent; a stored message may also be an order or a card, which only customers send. */
export function isSendable<T extends { kind: string }>(content: T): content is Extract<T, { kind: Sendable['kind'] }> {
  return SENDABLE.has(content.kind);
}

/** Why Meta would not take this as it is; null where it would. Source: Meta's pages on each kind of message (docs/wire.md). */
export function refusedBy(content: Sendable): Reason | null {
  switch (content.kind) {
    case 'text':
      if (content.body.trim() === '') return 'empty-text';
      return [...content.body].length > TEXT_LIMIT ? 'text-too-long' : null;
    case 'media':
      return mediaFault(content);
    case 'reaction':
      return content.emoji === '' || isOneEmoji(content.emoji) ? null : 'bad-emoji';
    case 'location':
      return isPlace(content.latitude, 90) && isPlace(content.longitude, 180) ? null : 'bad-place';
    case 'location-request':
    case 'contact-request':
      return textFault(content.body, BODY_LIMIT);
    case 'buttons':
      return (
        textFault(content.body, BODY_LIMIT) ?? partFault(content.header) ?? partFault(content.footer) ?? (buttonsFit(content.buttons) ? null : 'bad-buttons')
      );
    case 'products':
      return productsFault(content);
    case 'template':
      return templateFault(content);
  }
}

function mediaFault({ media, voice, caption }: Extract<Sendable, { kind: 'media' }>): Reason | null {
  if (voice && media !== 'audio') return 'media-type';
  if (caption === null) return null;
  return CAPTIONED.has(media) ? textFault(caption, BODY_LIMIT) : 'no-caption';
}

/** Decimal degrees, as digits. */
function isPlace(degrees: string, most: number): boolean {
  return /^-?\d{1,3}(\.\d{1,20})?$/.test(degrees) && Math.abs(Number(degrees)) <= most;
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
