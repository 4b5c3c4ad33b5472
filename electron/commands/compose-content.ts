import type { Outgoing } from '../../shared/contract/chats.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { Store } from '../store/open-store.ts';

/** What needs nothing but what was typed. */
export type Typed = Exclude<Outgoing, { kind: 'media' | 'reaction' | 'template' }>;

/** What a person sends, as it is stored: texts without the space around them, and parts that were left empty as none. */
export function composeContent(store: Pick<Store, 'catalogues' | 'products'>, content: Typed, requestId: string): StoredContent {
  switch (content.kind) {
    case 'text':
    case 'location-request':
    case 'contact-request':
      return { kind: content.kind, body: content.body.trim() };
    case 'location': {
      const { kind, latitude, longitude, name, address } = content;
      return { kind, latitude: latitude.trim(), longitude: longitude.trim(), name: part(name), address: part(address), url: null };
    }
    case 'buttons': {
      // The request stands in the ids: an answer to an older question is not taken for one to this.
      const buttons = content.buttons.map((title, index) => ({ id: `chat:${requestId}:${index + 1}`, title: title.trim() }));
      return { kind: 'buttons', header: part(content.header), body: content.body.trim(), footer: part(content.footer), buttons };
    }
    case 'product': {
      const { catalogId, retailerId, body, footer } = content;
      return products('product', { catalogId, body, footer, sections: [{ title: null, retailerIds: [retailerId] }] });
    }
    case 'product-list': {
      const sections = content.sections.map(({ title, retailerIds }) => ({ title: part(title), retailerIds }));
      return { ...products('product-list', { ...content, sections }), header: part(content.header) };
    }
    case 'catalogue': {
      const { thumbnail, body, footer } = content;
      const sections = thumbnail === '' ? [] : [{ title: null, retailerIds: [thumbnail] }];
      return products('catalogue', { catalogId: catalogueOf(store, thumbnail), body, footer, sections });
    }
    case 'carousel': {
      const { catalogId, body, retailerIds } = content;
      return products('carousel', { catalogId, body, footer: '', sections: [{ title: null, retailerIds }] });
    }
  }
}

type Products = Extract<StoredContent, { kind: 'products' }>;

function products(
  form: Products['form'],
  { catalogId, body, footer, sections }: { catalogId: string; body: string; footer: string; sections: Products['sections'] },
): Products {
  return { kind: 'products', form, header: null, body: body.trim(), footer: part(footer), catalogId, sections };
}

/** The catalogue that has the article whose picture stands on the message: for showing alone, since Meta takes the connected one. */
function catalogueOf({ catalogues, products: known }: Pick<Store, 'catalogues' | 'products'>, retailerId: string): string {
  return retailerId === '' ? '' : (catalogues.known().find((catalogId) => known.get(catalogId, retailerId) !== null) ?? '');
}

function part(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
