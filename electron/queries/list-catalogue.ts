import type { CatalogueOverview, CatalogueProduct } from '../../shared/contract/catalogue.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { isAvailable } from '../../shared/domain/product-trouble.ts';
import type { Store } from '../store/open-store.ts';
import { listedPrice, paidPrice, salePrice } from './price-of.ts';
import { findProducts } from './search-products.ts';
import { viewProduct } from './view-product.ts';

type Memory = Pick<Store, 'products' | 'catalogues'>;
export type CatalogueQuestion = { text: string; section: string | null; availability: 'all' | 'available' | 'unavailable'; offset: number };

const PER_PAGE = 60;

/** A page of the articles that may be offered, by name. */
export function listCatalogue(store: Memory, question: CatalogueQuestion): { products: CatalogueProduct[]; total: number } {
  const { text, section, availability, offset } = question;
  const rows = store.catalogues.names().filter((row) => {
    if (section !== null && row.section !== section) return false;
    return availability === 'all' || isAvailable(row.availability) === (availability === 'available');
  });
  const found = findProducts(rows, text);
  const products = found.slice(offset, offset + PER_PAGE).map((row) => viewCatalogueProduct(store, row.catalog_id, row.retailer_id));
  return { products, total: found.length };
}

/** An article with all that the page shows of it; the price is the catalogue's, and only where that tells none what the newest cart paid. */
export function viewCatalogueProduct(store: Memory, catalogId: string, retailerId: string): CatalogueProduct {
  const row = store.products.get(catalogId, retailerId);
  return {
    product: viewProduct(store, catalogId, retailerId),
    price: listedPrice(row) ?? ((row?.price_text ?? null) === null ? paidPrice(store, catalogId, retailerId) : null),
    sale: salePrice(row),
    description: row?.description ?? null,
    section: row?.section ?? null,
    url: row?.url ?? null,
    visibility: row?.visibility ?? null,
    review: row?.review ?? null,
  };
}

/** Which catalogues there are, connected ones first, and what sections their articles stand in. */
export function viewCatalogues(store: Memory, now: { reading: string | null; problem: Reason | null }): CatalogueOverview {
  const perCatalogue = new Map<string, number>();
  const sections = new Map<string, number>();
  for (const { catalog_id: catalogId, section } of store.catalogues.names()) {
    perCatalogue.set(catalogId, (perCatalogue.get(catalogId) ?? 0) + 1);
    if (section !== null) sections.set(section, (sections.get(section) ?? 0) + 1);
  }
  const catalogues = store.catalogues.known().map((catalogId) => {
    const row = store.catalogues.get(catalogId);
    return {
      catalogId,
      name: row?.name ?? null,
      products: perCatalogue.get(catalogId) ?? 0,
      connected: row?.connected === 1,
      source: row?.source ?? ('orders' as const),
      readAt: row?.read_at ?? null,
      reading: now.reading === catalogId,
      problem: row?.problem ?? null,
    };
  });
  return {
    catalogues: catalogues.toSorted((a, b) => Number(b.connected) - Number(a.connected) || b.products - a.products || (a.catalogId < b.catalogId ? -1 : 1)),
    sections: [...sections].map(([name, products]) => ({ name, products })).toSorted((a, b) => b.products - a.products || (a.name < b.name ? -1 : 1)),
    problem: now.problem,
  };
}
