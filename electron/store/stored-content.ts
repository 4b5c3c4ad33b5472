import type { z } from 'zod';
import type { MediaKind, plainContents } from '../../shared/contract/messages.ts';
import { BARE, BARE_TEMPLATE, type Sendable } from '../../shared/domain/send-limits.ts';

type Sent<K extends Sendable['kind']> = Extract<Sendable, { kind: K }>;

/**
 * What is stored of a message's content, as JSON. An order's card is made of the order itself; a file stands in `media`; a button's id comes back in the
 * customer's answer. Of a template `body`, `header`, `footer` and `buttons` are its filled words, as far as its text is known.
 */
export type StoredContent =
  | z.infer<(typeof plainContents)[number]>
  | { kind: 'order' }
  | { kind: 'media'; media: MediaKind; caption: string | null; voice: boolean; animated: boolean }
  /** An empty `emoji`: withdrawn. The message that it is about may not be known here. */
  | { kind: 'reaction'; emoji: string; targetWamid: string }
  | { kind: 'edit'; text: string; targetWamid: string }
  | Sent<'buttons'>
  | Sent<'products'>
  | (Sent<'template'> & { header: string | null; body: string; footer: string | null; buttons: readonly string[] });

/** Reads a stored content; what was stored by an older version lacks some parts, and gets them empty. */
export function readContent(json: string): StoredContent {
  const content = JSON.parse(json) as StoredContent;
  if (content.kind === 'buttons') return { ...BARE, ...content };
  return content.kind === 'template' ? { ...BARE, ...BARE_TEMPLATE, ...content, buttons: content.buttons ?? [] } : content;
}

/** The words of a message in one text, for quotes and lists: what a person wrote, or what stands in it; null where there are none. */
export function wordsOf(content: StoredContent): string | null {
  switch (content.kind) {
    case 'text':
    case 'system':
    case 'location-request':
    case 'contact-request':
    case 'buttons':
    case 'products':
    case 'template':
      return content.body === '' ? null : content.body;
    case 'media':
      return content.caption;
    case 'edit':
      return content.text;
    case 'answer':
      return content.title === '' ? null : content.title;
    case 'location':
      return content.name ?? content.address;
    case 'contacts':
      return content.cards.map((card) => card.name).join(', ') || null;
    case 'card':
      return content.facts.find(({ fact }) => fact === 'body' || fact === 'caption' || fact === 'title')?.value ?? null;
    case 'order':
    case 'reaction':
    case 'unsupported':
    case 'welcome':
    case 'payment':
    case 'removed':
      return null;
  }
}
