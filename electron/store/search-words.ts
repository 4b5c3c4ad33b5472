import { readContent, type StoredContent } from './stored-content.ts';

/** Everything in a message that a person may look for, in one text. Of one that was edited `content` is what it says now. */
export function searchWords({ content }: { content: string }): string {
  return partsOf(readContent(content))
    .filter((part) => part !== null && part.trim() !== '')
    .join('\n')
    .normalize('NFC');
}

function partsOf(content: StoredContent): (string | null)[] {
  switch (content.kind) {
    case 'text':
    case 'system':
    case 'location-request':
    case 'contact-request':
      return [content.body];
    case 'media':
      return [content.caption];
    case 'edit':
      return [content.text];
    case 'location':
      return [content.name, content.address];
    case 'contacts':
      return content.cards.flatMap((card) => [
        card.name,
        card.organisation,
        ...card.phones.map(({ phone }) => phone),
        ...card.emails,
        ...card.addresses,
        ...card.urls,
      ]);
    case 'answer':
      return [content.title, content.description, ...content.fields.map(({ value }) => value)];
    case 'buttons':
      return [content.header, content.body, content.footer, ...content.buttons.map(({ title }) => title)];
    case 'products':
      return [content.header, content.body, content.footer, ...content.sections.map(({ title }) => title)];
    case 'template':
      return [content.header, content.body, content.footer, ...content.buttons];
    case 'card':
      return content.facts.map(({ value }) => value);
    case 'payment':
      return [content.referenceId];
    case 'order':
    case 'reaction':
    case 'unsupported':
    case 'welcome':
    case 'removed':
      return [];
  }
}
