import { BODY_LIMIT, textFault, partFault } from './fit-text.ts';
import type { Reason } from './reason.ts';

/** A message with articles, as far as Meta limits it. */
export type ProductsMessage = {
  form: 'product' | 'product-list' | 'catalogue' | 'carousel';
  header: string | null;
  body: string;
  footer: string | null;
  catalogId: string;
  sections: readonly { title: string | null; retailerIds: readonly string[] }[];
};

export const SECTIONS_LIMIT = 10;
export const PRODUCTS_LIMIT = 30;
export const SECTION_TITLE_LIMIT = 24;
/** Cards of a carousel. */
export const CARDS = { least: 2, most: 10 } as const;

/** Why Meta would not take a message with articles; null where it would. Source: Meta's pages on product messages (docs/wire.md). */
export function productsFault(message: ProductsMessage): Reason | null {
  const { form, header, body, footer, catalogId, sections } = message;
  const articles = sections.flatMap(({ retailerIds }) => retailerIds);
  const needsBody = form !== 'product';
  const fault = needsBody || body !== '' ? textFault(body, BODY_LIMIT) : null;
  if (fault !== null) return fault;
  if (header !== null && form !== 'product-list') return 'bad-parameter';
  if (footer !== null && form === 'carousel') return 'bad-parameter';
  if (form !== 'catalogue' && catalogId.trim() === '') return 'no-catalogue';
  if (articles.some((id) => id.trim() === '')) return 'unknown-product';
  return partFault(footer) ?? countFault(form, sections, articles.length) ?? (form === 'product-list' ? listFault(header, sections) : null);
}

function countFault(form: ProductsMessage['form'], sections: ProductsMessage['sections'], articles: number): Reason | null {
  switch (form) {
    case 'product':
      return within(articles, 1, 1) ?? (sections.length === 1 ? null : 'bad-parameter');
    case 'product-list':
      if (sections.some(({ retailerIds }) => retailerIds.length === 0)) return 'too-few-products';
      return within(articles, 1, PRODUCTS_LIMIT) ?? (sections.length > SECTIONS_LIMIT ? 'too-many-products' : null);
    case 'catalogue':
      return within(articles, 0, 1);
    case 'carousel':
      return within(articles, CARDS.least, CARDS.most) ?? (sections.length === 1 ? null : 'bad-parameter');
  }
}

function within(count: number, least: number, most: number): Reason | null {
  if (count < least) return 'too-few-products';
  return count > most ? 'too-many-products' : null;
}

/** Of a list the heading is a must, and so are titles where there is more than one section. */
function listFault(header: string | null, sections: ProductsMessage['sections']): Reason | null {
  if (header === null || header.trim() === '') return 'header-missing';
  const fits = ({ title }: { title: string | null }) => (title === null ? sections.length === 1 : title.trim() !== '' && title.length <= SECTION_TITLE_LIMIT);
  return partFault(header) ?? (sections.every(fits) ? null : 'title-missing');
}
