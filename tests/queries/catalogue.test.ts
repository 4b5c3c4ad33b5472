import { expect, test } from 'vitest';
import { importCatalogue } from '../../electron/commands/import-catalogue.ts';
import { listCatalogue, viewCatalogues } from '../../electron/queries/list-catalogue.ts';
import { answerAbout, checkArticles, viewArticle } from '../../electron/queries/view-article.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';

function openShelf() {
  const rooms = openRooms();
  const { store } = rooms;
  const put = (retailerId: string, name: string | null, over: object = {}) =>
    store.catalogues.list({ catalogId: 'c', retailerId, name, priceText: '€4.20', currency: 'EUR', availability: 'in stock', inventory: null, ...over });
  const list = (over: object = {}) => listCatalogue(store, { text: '', section: null, availability: 'all', offset: 0, ...over });
  const ids = (over: object = {}) => list(over).products.map(({ product }) => product.retailerId);
  return { ...rooms, put, list, ids };
}
const row = (retailerId: string, over: object = {}) => ({
  retailerId,
  name: `Loaf ${retailerId}`,
  priceText: '2.00 EUR',
  currency: 'EUR',
  availability: 'in stock',
  inventory: null,
  ...over,
});

test('articles are found by parts of words, two letters, any script and without accents, by section and availability', () => {
  const { put, ids, list } = openShelf();
  put('1', 'Crème brûlée', { section: 'Sweet' });
  put('2', 'Roggenbrot', { section: 'Bread', availability: 'out of stock' });
  put('3', 'クリームパン', { section: 'Sweet', availability: 'discontinued' });
  put('4', 'Χωριάτικος', { availability: null });
  expect([ids({ text: 'brot' }), ids({ text: 'me' }), ids({ text: 'パン' }), ids({ text: 'χωριατικοσ' })]).toEqual([['2'], ['1'], ['3'], ['4']]);
  expect(ids({ section: 'Sweet' })).toEqual(['1', '3']);
  expect(ids({ availability: 'unavailable' })).toEqual(['2', '3']);
  expect(ids({ availability: 'available', section: 'Sweet', text: 'BRULEE' })).toEqual(['1']);
  for (let index = 0; index < 70; index += 1) put(`n${index}`, `Roll ${String(index).padStart(2, '0')}`);
  expect([list({ text: 'roll' }).products.length, list({ text: 'roll' }).total, list({ text: 'roll', offset: 60 }).products[0]?.product.name]).toEqual([
    60,
    70,
    'Roll 60',
  ]);
});

test('the catalogue’s own price goes before what a cart paid once', () => {
  const { put, list, conversation, order } = openShelf();
  put('loaf', 'Loaf');
  const lines = [{ retailerId: 'loaf', quantity: 1, quantityRaw: '1', unitMinor: 390, currency: 'EUR', unitRaw: '3.9' }];
  order(conversation('1'), { lines });
  expect(list().products[0]?.price).toEqual({ minor: 420n, currency: 'EUR' });
  put('loaf', 'Loaf', { priceText: null });
  expect(list().products[0]?.price).toEqual({ minor: 390n, currency: 'EUR' });
});

test('what it costs while it is on sale stands beside its usual price, and goes when the sale is over', () => {
  const { put, list } = openShelf();
  put('jam', 'Jam', { salePriceText: '€3.50' });
  expect(list().products[0]).toMatchObject({
    price: { minor: 420n, currency: 'EUR' },
    sale: { text: '€3.50', price: { minor: 350n, currency: 'EUR' } },
  });
  put('jam', 'Jam', { salePriceText: 'half of it' });
  expect(list().products[0]?.sale).toEqual({ text: 'half of it', price: null });
  put('jam', 'Jam');
  expect(list().products[0]?.sale).toBeNull();
});

test('catalogues and sections are counted, and what cannot be read says why', () => {
  const { store, put } = openShelf();
  store.catalogues.connect([{ id: 'c', name: 'Shelf' }]);
  put('1', 'A', { section: 'Sweet' });
  put('2', 'B', { section: 'Sweet' });
  put('3', 'C', { section: 'Bread' });
  store.catalogues.fail('c', 'rate-limited');
  const overview = viewCatalogues(store, { reading: 'c', problem: 'no-waba' });
  expect(overview).toMatchObject({
    catalogues: [{ catalogId: 'c', name: 'Shelf', products: 3, connected: true, reading: true, problem: 'rate-limited' }],
    sections: [
      { name: 'Sweet', products: 2 },
      { name: 'Bread', products: 1 },
    ],
    problem: 'no-waba',
  });
});

test('a table becomes a catalogue, a second one takes its place, and one read from Meta is replaced on purpose only', async () => {
  const { store, ids } = openShelf();
  const news: News[] = [];
  const deps = { store, publish: (entries: readonly News[]) => void news.push(...entries), now: T };
  const take = (names: string[], replaceMeta = false) => importCatalogue(deps, 'c', { articles: names.map((name) => row(name)), faults: [] }, replaceMeta);
  expect(await take(['a', 'b'])).toEqual({ ok: true, imported: 2, removed: 0, faults: [] });
  expect(await take(['b', 'd'])).toMatchObject({ imported: 2, removed: 1 });
  expect([ids(), store.catalogues.get('c')?.source, news.some(({ kind }) => kind === 'catalogue')]).toEqual([['b', 'd'], 'csv', true]);
  expect(await importCatalogue(deps, 'c', null, false)).toEqual({ ok: false, reason: 'bad-file' });
  store.catalogues.cameFrom('c', 'meta');
  expect(await take(['x'])).toEqual({ ok: false, reason: 'wrong-state' });
  expect(ids()).toEqual(['b', 'd']);
  expect(await take(['x'], true)).toMatchObject({ ok: true, removed: 2 });
});

test('an article says how often it was asked about and ordered, and what is wrong with those that are to be sent', () => {
  const { store, put, conversation, inbound, order } = openShelf();
  const chat = conversation('1');
  put('a', 'Loaf');
  put('out', 'Roll', { availability: 'out of stock' });
  put('hid', 'Bun', { visibility: 'staging' });
  put('gone', 'Cake');
  store.catalogues.asked('c', T);
  store.catalogues.cameFrom('c', 'meta');
  store.catalogues.read('c', new Set(['a', 'out', 'hid']), T);
  inbound(chat, { product: { catalogId: 'c', retailerId: 'a' } });
  inbound(chat, { product: { catalogId: 'other', retailerId: 'a' } });
  order(chat, { lines: [{ retailerId: 'a', quantity: 2, quantityRaw: '2', unitMinor: 1, currency: 'EUR', unitRaw: '0.01' }] });
  expect(viewArticle(store, 'c', 'a')).toMatchObject({ asked: 1, ordered: 1, trouble: null });
  expect(viewArticle(store, 'c', 'nothing')).toBeNull();
  expect(checkArticles(store, 'c', ['a', 'out', 'hid', 'gone', 'nothing', 'out'])).toEqual([
    { retailerId: 'out', trouble: 'unavailable' },
    { retailerId: 'hid', trouble: 'hidden' },
    { retailerId: 'gone', trouble: 'removed' },
    { retailerId: 'nothing', trouble: 'unknown' },
  ]);
});

test('the answer to a question is in the customer’s language, and says so where an article is sold no more', () => {
  const { store, put, conversation } = openShelf();
  const conversationId = conversation('1');
  put('a', 'Loaf');
  const answer = () => answerAbout(store, { conversationId, catalogId: 'c', retailerId: 'a' }, 'en');
  expect(answer()).toBe('Loaf costs €4.20. It is available.');
  put('a', 'Loaf', { salePriceText: '€3.50' });
  expect(answer()).toBe('Loaf is on sale for €3.50 instead of €4.20. It is available.');
  put('a', 'Loaf');
  store.customers.setLanguage(store.conversations.get(conversationId)?.customer_id ?? 0, 'de');
  expect(answer()).toContain('Loaf kostet 4,20');
  store.catalogues.asked('c', T);
  store.catalogues.read('c', new Set(), T);
  expect(answer()).toBe('Leider haben wir Loaf nicht mehr.');
  expect(answerAbout(store, { conversationId: 99, catalogId: 'c', retailerId: 'a' }, 'en')).toBeNull();
});
