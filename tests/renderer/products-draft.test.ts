import { expect, test } from 'vitest';
import { addSection, contentOf, faultOf, formOf, moveArticle, toggleArticle, type ProductsDraft } from '../../renderer/catalogue/picker/products-draft.ts';

const article = (retailerId: string, catalogId = 'c') => ({
  product: { catalogId, retailerId, name: retailerId, priceText: null, availability: null, inventory: null, hasImage: false },
  ...{ price: null, sale: null, description: null, section: null, url: null, visibility: null, review: null },
});
const EMPTY: ProductsDraft = { form: null, sections: [{ id: 1, title: '', articles: [] }], header: '', body: '', footer: '' };
const chosen = (...ids: string[]) => ids.reduce((draft, id) => toggleArticle(draft, article(id)), EMPTY);

test('one article goes as itself, several as a list, and choosing one twice takes it out', () => {
  expect([formOf(EMPTY), faultOf(EMPTY)]).toEqual(['product', 'too-few-products']);
  expect([formOf(chosen('a')), faultOf(chosen('a'))]).toEqual(['product', null]);
  expect(formOf(chosen('a', 'b'))).toBe('product-list');
  expect(contentOf(chosen('a', 'b', 'a'))).toMatchObject({ kind: 'product', catalogId: 'c', retailerId: 'b' });
});

test('a list needs heading and text, and titles where it has sections; empty ones are left out', () => {
  const list = { ...chosen('a', 'b'), body: 'Pick' };
  expect(faultOf(list)).toBe('header-missing');
  const headed = addSection({ ...list, header: 'Bread' });
  expect(faultOf(headed)).toBeNull();
  const moved = moveArticle(headed, article('a'), 2);
  expect(faultOf(moved)).toBe('title-missing');
  const titled = { ...moved, sections: moved.sections.map((section) => ({ ...section, title: `T${section.id}` })) };
  expect([faultOf(titled), contentOf(titled)]).toMatchObject([
    null,
    {
      sections: [
        { title: 'T1', retailerIds: ['b'] },
        { title: 'T2', retailerIds: ['a'] },
      ],
    },
  ]);
  expect(faultOf({ ...titled, header: 'x'.repeat(61) })).toBe('heading-too-long');
});

test('Meta’s limits: 30 in a list, two to ten cards, a text of 1024', () => {
  const many = (count: number) => chosen(...Array.from({ length: count }, (_, index) => `n${index}`));
  expect(faultOf({ ...many(31), header: 'H', body: 'B' })).toBe('too-many-products');
  expect([1, 2, 10, 11].map((count) => faultOf({ ...many(count), form: 'carousel', body: 'B' }))).toEqual([
    'too-few-products',
    null,
    null,
    'too-many-products',
  ]);
  expect([faultOf({ ...EMPTY, form: 'catalogue' }), faultOf({ ...EMPTY, form: 'catalogue', body: 'See all' })]).toEqual(['empty-text', null]);
  expect(faultOf({ ...chosen('a'), body: 'x'.repeat(1025) })).toBe('text-too-long');
});
