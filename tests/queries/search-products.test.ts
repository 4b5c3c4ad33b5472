import { expect, test } from 'vitest';
import { searchProducts } from '../../electron/queries/search-products.ts';
import { openRooms, T } from '../support/open-rooms.ts';

function openShelf() {
  const rooms = openRooms();
  const { store } = rooms;
  const put = (retailerId: string, name: string | null, over: object = {}) =>
    store.catalogues.list({ catalogId: 'c', retailerId, name, priceText: '€4.20', currency: 'EUR', availability: 'in stock', inventory: null, ...over });
  const find = (text: string) => searchProducts(store, text).products.map(({ product }) => product.retailerId);
  return { ...rooms, put, find, price: (text: string) => searchProducts(store, text).products[0]?.price };
}

test('articles are found by name or number, in any script, whatever case or accents; what begins with the text comes first', () => {
  const { put, find } = openShelf();
  put('SKU-1', 'Crème brûlée');
  put('SKU-2', 'Große Brezel');
  put('SKU-3', 'خبز عربي');
  put('SKU-4', 'ΨΩΜΊ ΜΑΎΡΟ');
  put('SKU-5', 'Dark bread, brezel style');
  put('SKU-6', 'ＢＡＧＥＬ');
  put('SKU-7', 'クリームパン');
  put('SKU-8', null);
  put('', 'Nobody');
  expect(find('CREME')).toEqual(['SKU-1']);
  expect(find('brulee crème')).toEqual(['SKU-1']);
  expect(find('GROSSE')).toEqual(['SKU-2']);
  expect(find('brezel')).toEqual(['SKU-5', 'SKU-2']);
  expect(find('عربي')).toEqual(['SKU-3']);
  expect(find('ψωμι μαυρο')).toEqual(['SKU-4']);
  expect(find('bagel')).toEqual(['SKU-6']);
  expect(find('パン')).toEqual(['SKU-7']);
  expect(find('sku-8')).toEqual(['SKU-8']);
  expect(find('100%_')).toEqual([]);
  expect(find('').toSorted()).toEqual(['SKU-1', 'SKU-2', 'SKU-3', 'SKU-4', 'SKU-5', 'SKU-6', 'SKU-7', 'SKU-8']);
});

test('at most fifty are given, and it is said that there are more', () => {
  const { store, put } = openShelf();
  for (let index = 0; index < 51; index += 1) put(`loaf-${index}`, `Loaf ${index}`);
  expect(searchProducts(store, 'loaf')).toMatchObject({ more: true, products: { length: 50 } });
  expect(searchProducts(store, 'loaf 50')).toMatchObject({ more: false, products: { length: 1 } });
});

test('the price is what the newest cart paid, else the catalogue’s where its text can mean one thing', () => {
  const { db, put, price, order, conversation } = openShelf();
  const chat = conversation('1');
  const cart = (unitMinor: number | null, over: object = {}) =>
    order(chat, { lines: [{ retailerId: 'loaf', quantity: 1, quantityRaw: '1', unitMinor, currency: 'EUR', unitRaw: 'x' }], ...over });
  put('loaf', 'Loaf');
  expect(price('loaf')).toEqual({ minor: 420n, currency: 'EUR' });
  put('loaf', 'Loaf', { priceText: '€4.2' });
  expect(price('loaf')).toBeNull();
  put('loaf', 'Loaf', { currency: null });
  expect(price('loaf')).toBeNull();
  cart(450);
  cart(480);
  cart(null);
  cart(100, { catalogId: 'other' });
  cart(1, { rehearsal: true });
  expect(price('loaf')).toEqual({ minor: 480n, currency: 'EUR' });
  const favour = cart(200);
  expect(price('loaf')).toEqual({ minor: 200n, currency: 'EUR' });
  db.prepare('UPDATE orders SET message_wamid = NULL WHERE id = ?').run(favour);
  expect(price('loaf')).toEqual({ minor: 480n, currency: 'EUR' });
});

test('what the catalogue has no more is not offered, until it lists it again or an order names it and it is found', () => {
  const { store, put, find } = openShelf();
  put('loaf', 'Loaf');
  put('roll', 'Roll');
  expect(store.catalogues.read('c', new Set(['roll']), T)).toEqual(['loaf']);
  expect(find('')).toEqual(['roll']);
  expect(put('loaf', 'Loaf')).toBe(true);
  expect(find('')).toEqual(['loaf', 'roll']);
  store.catalogues.read('c', new Set(['roll']), T);
  store.products.want('c', 'loaf', T, T);
  expect(store.products.wanted(T, 9)).toMatchObject([{ retailer_id: 'loaf' }]);
  store.products.save(
    { catalogId: 'c', retailerId: 'loaf', name: 'Loaf', priceText: null, currency: null, availability: null, inventory: null, image: null },
    T,
  );
  expect(find('')).toEqual(['loaf', 'roll']);
});

test('a search reads an index, not the rows that pictures stand in', () => {
  const { db } = openShelf();
  const plan = db
    .prepare("EXPLAIN QUERY PLAN SELECT catalog_id, retailer_id, name FROM products INDEXED BY products_listed WHERE removed_at IS NULL AND retailer_id <> ''")
    .all();
  expect(plan).toMatchObject([{ detail: expect.stringContaining('COVERING INDEX products_listed') }]);
});
