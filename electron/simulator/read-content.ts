import { findTemplate } from './check-template.ts';
import type { Fields } from './refuse-field.ts';
import type { PracticeTemplate } from './templates.ts';

/** What a customer sees of a message, as far as they can answer it. */
export type Content =
  | { kind: 'text'; body: string }
  | { kind: 'buttons'; body: string; buttons: { id: string; title: string }[] }
  | { kind: 'list'; rows: { id: string; title: string; description?: string }[] }
  | { kind: 'location-request' }
  | { kind: 'contact-request' }
  | { kind: 'articles'; retailerIds: string[] }
  | { kind: 'catalogue' }
  | { kind: 'reaction'; target: string; emoji: string }
  | { kind: 'media'; voice: boolean }
  /** `fields`: what filled its body; `payload`: what comes back where a button is pressed, its own words if the send named nothing else. */
  | { kind: 'template'; category: PracticeTemplate['category']; fields: string[]; quickReplies: { text: string; payload: string }[] }
  | { kind: 'other' };

/** What the checks have proved. */
type Article = { product_retailer_id: string };
type Action = {
  buttons: { reply: { id: string; title: string } }[];
  sections: { rows: { id: string; title: string; description?: string }[]; product_items: Article[] }[];
  cards: { action: Article }[];
  product_retailer_id: string;
};
type CheckedBody = {
  text: { body: string };
  audio: { voice?: boolean };
  reaction: { message_id: string; emoji: string };
  template: { components?: { type: string; sub_type?: string; index?: string | number; parameters: { text?: string; payload?: string }[] }[] };
  interactive: { type: string; body?: { text: string }; action: Action };
};

/** All articles that a checked message shows, known to the catalogue or not. */
export function articlesOf(type: string, body: Fields): string[] {
  if (type !== 'interactive') return [];
  const { interactive } = body as CheckedBody;
  const { action } = interactive;
  switch (interactive.type) {
    case 'product':
      return [action.product_retailer_id];
    case 'product_list':
      return action.sections.flatMap((section) => section.product_items.map((item) => item.product_retailer_id));
    case 'carousel':
      return action.cards.map((card) => card.action.product_retailer_id);
    default:
      return [];
  }
}

/** @param body a send that the checks have passed */
export function contentOf(type: string, body: Fields): Content {
  const { text, audio, reaction, template, interactive } = body as CheckedBody;
  switch (type) {
    case 'text':
      return { kind: 'text', body: text.body };
    case 'reaction':
      return { kind: 'reaction', target: reaction.message_id, emoji: reaction.emoji };
    case 'audio':
      return { kind: 'media', voice: audio.voice === true };
    case 'image':
    case 'video':
    case 'document':
    case 'sticker':
      return { kind: 'media', voice: false };
    case 'template':
      return templateOf(template);
    case 'interactive':
      return interactiveOf(interactive, body);
    default:
      return { kind: 'other' };
  }
}

function templateOf(sent: CheckedBody['template']): Content {
  const template = findTemplate(sent);
  const parts = sent.components ?? [];
  const payloadAt = (place: number): string | undefined =>
    parts.find(({ type, index }) => type === 'button' && Number(index) === place)?.parameters[0]?.payload;
  const quickReplies = (template?.buttons ?? []).flatMap(({ type, text }, place) =>
    type === 'QUICK_REPLY' ? [{ text, payload: payloadAt(place) ?? text }] : [],
  );
  const fields = parts.flatMap((part) => (part.type === 'body' ? part.parameters.map(({ text }) => text ?? '') : []));
  return { kind: 'template', category: template?.category ?? 'UTILITY', fields, quickReplies };
}

/** The number of an order that the shop writes of, as it stands after "#"; null: it writes of none. */
export function orderNamedIn(content: Content): string | null {
  const words = content.kind === 'text' || content.kind === 'buttons' ? content.body : content.kind === 'template' ? content.fields.join(' ') : '';
  return /#\s?(\d{1,9})\b/.exec(words)?.[1] ?? null;
}

function interactiveOf({ type, body, action }: CheckedBody['interactive'], whole: Fields): Content {
  switch (type) {
    case 'button':
      return { kind: 'buttons', body: body?.text ?? '', buttons: action.buttons.map(({ reply: { id, title } }) => ({ id, title })) };
    case 'list':
      return { kind: 'list', rows: action.sections.flatMap((section) => section.rows) };
    case 'location_request_message':
      return { kind: 'location-request' };
    case 'request_contact_info':
      return { kind: 'contact-request' };
    case 'catalog_message':
      return { kind: 'catalogue' };
    case 'cta_url':
      return { kind: 'other' };
    default:
      return { kind: 'articles', retailerIds: articlesOf('interactive', whole) };
  }
}
