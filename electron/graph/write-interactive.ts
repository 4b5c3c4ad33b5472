import type { Sendable } from '../../shared/domain/send-limits.ts';
import type { Interactive } from '../wire/send-types.ts';

type Sent<K extends Sendable['kind']> = Extract<Sendable, { kind: K }>;

/** The object `interactive` of a send call. */
export function writeInteractive(content: Sent<'buttons' | 'location-request' | 'contact-request' | 'products'>): Interactive {
  const body = { text: content.body };
  switch (content.kind) {
    case 'buttons': {
      const buttons = content.buttons.map(({ id, title }) => ({ type: 'reply' as const, reply: { id, title } }));
      return { type: 'button', ...headingOf(content), body, ...footerOf(content), action: { buttons } };
    }
    case 'location-request':
      return { type: 'location_request_message', body, action: { name: 'send_location' } };
    case 'contact-request':
      return { type: 'request_contact_info', body, action: { name: 'request_contact_info' } };
    case 'products':
      return writeProducts(content);
  }
}

function writeProducts(content: Sent<'products'>): Interactive {
  const { form, catalogId: catalog_id, sections } = content;
  const body = { text: content.body };
  const articles = sections.flatMap(({ retailerIds }) => retailerIds);
  const [first] = articles;
  switch (form) {
    case 'product':
      return {
        type: 'product',
        ...(content.body === '' ? {} : { body }),
        ...footerOf(content),
        action: { catalog_id, product_retailer_id: first ?? '' },
      };
    case 'product-list': {
      const written = sections.map(({ title, retailerIds }) => ({
        ...(title === null ? {} : { title }),
        product_items: retailerIds.map((product_retailer_id) => ({ product_retailer_id })),
      }));
      return { type: 'product_list', ...headingOf(content), body, ...footerOf(content), action: { catalog_id, sections: written } };
    }
    case 'catalogue': {
      const parameters = first === undefined ? {} : { parameters: { thumbnail_product_retailer_id: first } };
      return { type: 'catalog_message', body, ...footerOf(content), action: { name: 'catalog_message', ...parameters } };
    }
    case 'carousel': {
      const cards = articles.map((product_retailer_id, card_index) => ({ card_index, type: 'product' as const, action: { product_retailer_id, catalog_id } }));
      return { type: 'carousel', body, action: { cards } };
    }
  }
}

function headingOf({ header }: { header: string | null }) {
  return header === null ? {} : { header: { type: 'text' as const, text: header } };
}

function footerOf({ footer }: { footer: string | null }) {
  return footer === null ? {} : { footer: { text: footer } };
}
