import type { CatalogueProduct } from '../../shared/contract/catalogue.ts';
import { productAnswer } from '../../shared/domain/product-answer.ts';
import { productTrouble, type ProductTrouble } from '../../shared/domain/product-trouble.ts';
import type { Store } from '../store/open-store.ts';
import { viewCatalogueProduct } from './list-catalogue.ts';

type Memory = Pick<Store, 'products' | 'catalogues'>;

/** An article, how often it was asked about and ordered, and what would go wrong if it were sent; null where nothing is known of it. */
export function viewArticle(
  store: Memory,
  catalogId: string,
  retailerId: string,
): { product: CatalogueProduct; asked: number; ordered: number; trouble: ProductTrouble | null } | null {
  if (!store.products.get(catalogId, retailerId)) return null;
  return {
    product: viewCatalogueProduct(store, catalogId, retailerId),
    asked: store.catalogues.questions(catalogId, retailerId),
    ordered: store.catalogues.ordered(catalogId, retailerId),
    trouble: troubleOf(store, catalogId, retailerId),
  };
}

/** Those of some articles with which something would go wrong in a message. */
export function checkArticles(store: Memory, catalogId: string, retailerIds: readonly string[]): { retailerId: string; trouble: ProductTrouble }[] {
  return [...new Set(retailerIds)].flatMap((retailerId) => {
    const trouble = troubleOf(store, catalogId, retailerId);
    return trouble === null ? [] : [{ retailerId, trouble }];
  });
}

function troubleOf(store: Memory, catalogId: string, retailerId: string): ProductTrouble | null {
  const row = store.products.get(catalogId, retailerId);
  const catalogue = store.catalogues.get(catalogId);
  const known = row && { ...row, removed: row.removed_at !== null };
  return productTrouble(known, catalogue !== null && catalogue.read_at !== null && catalogue.source !== 'orders');
}

/** A text that answers a question about an article in a chat's language; null where nothing is known of it, or there is no such chat. */
export function answerAbout(
  store: Memory & Pick<Store, 'conversations' | 'customers'>,
  question: { conversationId: number; catalogId: string; retailerId: string },
  shopLanguage: string,
): string | null {
  const conversation = store.conversations.get(question.conversationId);
  const row = store.products.get(question.catalogId, question.retailerId);
  if (!conversation || !row) return null;
  const { product, price, sale } = viewCatalogueProduct(store, question.catalogId, question.retailerId);
  const language = store.customers.get(conversation.customer_id)?.language ?? shopLanguage;
  // What the catalogue has no more cannot be bought, whatever it said last.
  const availability = row.removed_at === null ? product.availability : 'discontinued';
  return productAnswer({ ...product, price, sale, availability }, language);
}
