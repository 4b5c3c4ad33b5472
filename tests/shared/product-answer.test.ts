import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productAnswer, type AnsweredProduct } from '../../shared/domain/product-answer.ts';
import { productTrouble } from '../../shared/domain/product-trouble.ts';

const loaf: AnsweredProduct = {
  name: 'Rye loaf',
  retailerId: 'SKU-1',
  price: { minor: 580n, currency: 'EUR' },
  priceText: '€5.80',
  sale: null,
  availability: 'in stock',
  inventory: null,
};
const say = (over: Partial<AnsweredProduct>, language = 'en') => productAnswer({ ...loaf, ...over }, language);

test('price and availability stand in the customer’s language, and in English where the program has no other', () => {
  expect(say({})).toBe('Rye loaf costs €5.80. It is available.');
  expect(say({}, 'de')).toBe('Rye loaf kostet 5,80\u00a0€. Der Artikel ist verfügbar.');
  expect(say({}, 'tr')).toBe(say({}));
});

test('while it is on sale, that price is named, and the usual one beside it as far as it is known', () => {
  const sale = { price: { minor: 350n, currency: 'EUR' }, text: '€3.50' };
  expect(say({ sale })).toBe('Rye loaf is on sale for €3.50 instead of €5.80. It is available.');
  expect(say({ sale }, 'de')).toBe('Rye loaf ist im Angebot für 3,50\u00a0€ statt 5,80\u00a0€. Der Artikel ist verfügbar.');
  expect(say({ sale, price: null, priceText: null })).toBe('Rye loaf is on sale for €3.50. It is available.');
  expect(say({ sale: { price: null, text: 'half of it' } })).toBe('Rye loaf is on sale for half of it instead of €5.80. It is available.');
  expect(say({ sale: { price: null, text: ' ' } })).toBe(say({}));
});

test('stock is told where it is small, and nothing is promised where the catalogue contradicts itself', () => {
  expect(say({ inventory: 1 })).toBe('Rye loaf costs €5.80. There is one left.');
  expect(say({ inventory: 3 }, 'de')).toBe('Rye loaf kostet 5,80\u00a0€. Davon sind noch 3 Stück da.');
  expect(say({ inventory: 40 })).toBe('Rye loaf costs €5.80. It is available.');
  expect(say({ inventory: 0 })).toBe('Rye loaf costs €5.80.');
  expect(say({ availability: 'out of stock', inventory: 0 })).toBe('Rye loaf costs €5.80. Unfortunately it is sold out at the moment.');
});

test('odd articles: no price, a price that is text alone, discontinued, preorder, nothing known', () => {
  expect(say({ price: null, priceText: null })).toBe('Rye loaf is available.');
  expect(say({ price: null, priceText: 'FCFA10,000' })).toBe('Rye loaf costs FCFA10,000. It is available.');
  expect(say({ availability: 'discontinued' })).toBe('Unfortunately we no longer have Rye loaf.');
  expect(say({ availability: 'preorder' })).toContain('in advance');
  expect(say({ name: null })).toContain('SKU-1 costs');
  expect(say({ price: null, priceText: null, availability: null })).toBeNull();
});

test('whatever a catalogue holds, the text is one line of whole sentences without gaps', () => {
  const text = fc.option(fc.string({ unit: 'binary' }));
  const word = fc.option(
    fc.constantFrom('in stock', 'out of stock', 'out_of_stock', 'preorder', 'available for order', 'discontinued', 'pending', 'mark_as_sold', 'x'),
  );
  const price = fc.option(fc.record({ minor: fc.bigInt(), currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'xx') }));
  const sale = fc.option(fc.record({ price, text: fc.string({ unit: 'binary' }) }));
  const any = fc.record({ name: text, retailerId: fc.string(), price, priceText: text, sale, availability: word, inventory: fc.option(fc.integer()) });
  fc.assert(
    fc.property(any, fc.constantFrom('en', 'de', 'fr'), (product, language) => {
      const answer = productAnswer(product, language);
      if (answer === null) return;
      expect(answer).not.toMatch(/\n|\s\s|^\s|\s$/u);
      expect(answer.endsWith('.')).toBe(true);
    }),
  );
});

test('what would go wrong with an article is the worst of what is known', () => {
  const known = { name: 'Loaf', availability: 'in stock', visibility: 'published', review: 'approved', removed: false };
  expect(productTrouble(known, true)).toBeNull();
  expect(productTrouble(null, true)).toBe('unknown');
  expect(productTrouble({ ...known, removed: true, availability: 'out of stock' }, true)).toBe('removed');
  expect(productTrouble({ ...known, availability: 'out of stock' }, true)).toBe('unavailable');
  expect(productTrouble({ ...known, visibility: 'staging', availability: 'out of stock' }, true)).toBe('hidden');
  expect(productTrouble({ ...known, review: 'rejected' }, true)).toBe('hidden');
  // Only an order named it: in a catalogue that was never read, that is nothing against it.
  expect([productTrouble({ ...known, name: null }, true), productTrouble({ ...known, name: null }, false)]).toEqual(['unknown', null]);
});
