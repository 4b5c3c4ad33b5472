import { BAKERY } from './bakery.ts';
import { PRACTICE_ACCOUNT } from './practice-account.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

const ACTION = "interactive['action']";

/** The articles of a message that the catalogue does not have, out of all that it names. */
export function unknownOf(retailerIds: readonly string[]): string[] {
  return retailerIds.filter((id) => !BAKERY.some((product) => product.retailerId === id));
}

function checkCatalog(catalogId: unknown): Fault | null {
  const fault = checkWords(catalogId, `${ACTION}['catalog_id']`, 50);
  return fault ?? (catalogId === PRACTICE_ACCOUNT.catalogId ? null : wrong(`Catalog ${String(catalogId)} is not connected to this account.`));
}

function checkKnown(retailerIds: readonly string[]): Fault | null {
  return unknownOf(retailerIds).length === retailerIds.length ? wrong(`Products not found in FB Catalog: ${retailerIds.join(', ')}`) : null;
}

export function checkProduct(action: Fields): Fault | null {
  const id = action['product_retailer_id'];
  return (
    unexpected(action, ['catalog_id', 'product_retailer_id'], `param "${ACTION}"`) ??
    checkCatalog(action['catalog_id']) ??
    checkWords(id, `${ACTION}['product_retailer_id']`, 100) ??
    checkKnown([String(id)])
  );
}

/** 1 to 10 sections, titled where there are several, with 1 to 30 articles in all. */
export function checkProductList(action: Fields): Fault | null {
  const fault = unexpected(action, ['catalog_id', 'sections'], `param "${ACTION}"`) ?? checkCatalog(action['catalog_id']);
  if (fault !== null) return fault;
  const { sections } = action;
  if (sections === undefined) return missing(`${ACTION}['sections']`);
  if (!Array.isArray(sections) || !sections.every(isObject)) return invalid(`Param ${ACTION}['sections'] must be a list of JSON objects.`);
  if (sections.length < 1 || sections.length > 10) return wrong('Invalid sections count. Min allowed sections: 1, Max allowed sections: 10');
  const ids: string[] = [];
  for (const section of sections) {
    const { title, product_items: items } = section;
    if (title === undefined && sections.length > 1) return missing(`${ACTION}['sections']['title']`);
    const titled = title === undefined ? null : checkWords(title, `${ACTION}['sections']['title']`, 24);
    if (titled !== null) return titled;
    if (!Array.isArray(items) || items.length === 0) return missing(`${ACTION}['sections']['product_items']`);
    for (const item of items as unknown[]) {
      const id = isObject(item) ? item['product_retailer_id'] : undefined;
      const bad = checkWords(id, `${ACTION}['sections']['product_items']['product_retailer_id']`, 100);
      if (bad !== null) return bad;
      ids.push(String(id));
    }
  }
  return ids.length > 30 ? wrong('Invalid products count. Max allowed products: 30') : checkKnown(ids);
}

export function checkCatalogMessage(action: Fields): Fault | null {
  const extra = unexpected(action, ['name', 'parameters'], `param "${ACTION}"`);
  if (extra !== null) return extra;
  if (action['name'] !== 'catalog_message') return wrong(`Param ${ACTION}['name'] must be catalog_message.`);
  const { parameters } = action;
  if (parameters === undefined) return null;
  if (!isObject(parameters)) return invalid(`Param ${ACTION}['parameters'] must be a JSON object.`);
  const id = parameters['thumbnail_product_retailer_id'];
  return checkWords(id, `${ACTION}['parameters']['thumbnail_product_retailer_id']`, 100) ?? checkKnown([String(id)]);
}

/** 2 to 10 cards, numbered from 0, of one catalogue. */
export function checkCarousel(action: Fields): Fault | null {
  const { cards } = action;
  const extra = unexpected(action, ['cards'], `param "${ACTION}"`);
  if (extra !== null) return extra;
  if (cards === undefined) return missing(`${ACTION}['cards']`);
  if (!Array.isArray(cards) || !cards.every(isObject)) return invalid(`Param ${ACTION}['cards'] must be a list of JSON objects.`);
  if (cards.length < 2 || cards.length > 10) return wrong('Invalid cards count. Min allowed cards: 2, Max allowed cards: 10');
  const places = new Set<unknown>();
  const ids: string[] = [];
  for (const card of cards) {
    const place = card['card_index'];
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place > 9 || places.has(place))
      return wrong(`Invalid card_index: ${String(place)}`);
    places.add(place);
    if (card['type'] === 'cta_url') return { kind: 'refused', refusal: { code: 131051, details: 'The practice shop does not take carousels of media.' } };
    if (card['type'] !== 'product') return wrong(`Param ${ACTION}['cards']['type'] must be one of {PRODUCT}.`);
    const own = card['action'];
    if (!isObject(own)) return missing(`${ACTION}['cards']['action']`);
    const id = own['product_retailer_id'];
    const bad = checkCatalog(own['catalog_id']) ?? checkWords(id, `${ACTION}['cards']['action']['product_retailer_id']`, 100);
    if (bad !== null) return bad;
    ids.push(String(id));
  }
  return checkKnown(ids);
}
