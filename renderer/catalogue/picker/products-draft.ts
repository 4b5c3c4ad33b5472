import type { CatalogueProduct } from '../../../shared/contract/catalogue.ts';
import type { Outgoing } from '../../../shared/contract/chats.ts';
import { productsFault } from '../../../shared/domain/fit-products.ts';
import type { Reason } from '../../../shared/domain/reason.ts';

export type ProductsForm = 'product' | 'product-list' | 'catalogue' | 'carousel';
export type DraftSection = { id: number; title: string; articles: readonly CatalogueProduct[] };
/** A message with articles as it is being put together; `form` null: the one that fits what is chosen. */
export type ProductsDraft = { form: ProductsForm | null; sections: readonly DraftSection[]; header: string; body: string; footer: string };

export const sameArticle = (a: CatalogueProduct, b: CatalogueProduct): boolean =>
  a.product.catalogId === b.product.catalogId && a.product.retailerId === b.product.retailerId;

/** Every chosen article, in its order. */
export function articlesOf(draft: ProductsDraft): CatalogueProduct[] {
  return draft.sections.flatMap(({ articles }) => articles);
}

/** One article goes as itself and several as a list, unless a person chose otherwise. */
export function formOf(draft: ProductsDraft): ProductsForm {
  return draft.form ?? (articlesOf(draft).length > 1 ? 'product-list' : 'product');
}

/** The one catalogue that all articles of a message are of; empty while none is chosen. */
export function catalogueOf(draft: ProductsDraft): string {
  return articlesOf(draft)[0]?.product.catalogId ?? '';
}

/** Puts an article at the end of the last section, or takes it out where it is chosen already. */
export function toggleArticle(draft: ProductsDraft, article: CatalogueProduct): ProductsDraft {
  const isChosen = articlesOf(draft).some((one) => sameArticle(one, article));
  const last = draft.sections.length - 1;
  const sections = draft.sections.map((section, index) => {
    if (isChosen) return { ...section, articles: section.articles.filter((one) => !sameArticle(one, article)) };
    return index === last ? { ...section, articles: [...section.articles, article] } : section;
  });
  return { ...draft, sections };
}

/** Moves an article to the end of another section. */
export function moveArticle(draft: ProductsDraft, article: CatalogueProduct, sectionId: number): ProductsDraft {
  const sections = draft.sections.map((section) => {
    const others = section.articles.filter((one) => !sameArticle(one, article));
    return { ...section, articles: section.id === sectionId ? [...others, article] : others };
  });
  return { ...draft, sections };
}

export function addSection(draft: ProductsDraft): ProductsDraft {
  const id = Math.max(0, ...draft.sections.map((section) => section.id)) + 1;
  return { ...draft, sections: [...draft.sections, { id, title: '', articles: [] }] };
}

/** The message as it is sent; sections without articles are left out, and texts that its form has no place for. */
export function contentOf(draft: ProductsDraft): Outgoing {
  const body = draft.body.trim();
  const footer = draft.footer.trim();
  const catalogId = catalogueOf(draft);
  const retailerIds = articlesOf(draft).map(({ product }) => product.retailerId);
  const form = formOf(draft);
  switch (form) {
    case 'product':
      return { kind: 'product', catalogId, retailerId: retailerIds[0] ?? '', body, footer };
    case 'product-list': {
      const used = draft.sections.filter(({ articles }) => articles.length > 0);
      const sections = used.map(({ title, articles }) => ({ title: title.trim(), retailerIds: articles.map(({ product }) => product.retailerId) }));
      return { kind: 'product-list', catalogId, header: draft.header.trim(), body, footer, sections };
    }
    case 'catalogue':
      return { kind: 'catalogue', body, footer, thumbnail: retailerIds[0] ?? '' };
    case 'carousel':
      return { kind: 'carousel', catalogId, body, retailerIds };
  }
}

/** Why Meta would not take the message as it is; null where it would. */
export function faultOf(draft: ProductsDraft): Reason | null {
  const form = formOf(draft);
  const all = articlesOf(draft).map(({ product }) => product.retailerId);
  const used = draft.sections.filter(({ articles }) => articles.length > 0);
  const listed = used.map(({ title, articles }) => ({ title: title.trim() || null, retailerIds: articles.map(({ product }) => product.retailerId) }));
  const sections = form === 'product-list' ? listed : [{ title: null, retailerIds: all }];
  // Nothing can be said of a catalogue while no article is chosen.
  if (form !== 'catalogue' && all.length === 0) return 'too-few-products';
  const header = form === 'product-list' ? draft.header.trim() : null;
  const footer = form === 'carousel' ? null : draft.footer.trim() || null;
  return productsFault({ form, header, body: draft.body.trim(), footer, catalogId: catalogueOf(draft), sections });
}
