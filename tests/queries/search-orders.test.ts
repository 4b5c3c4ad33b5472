import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { searchOrders } from '../../electron/queries/search-orders.ts';
import { openReader } from '../../electron/store/open-reader.ts';
import { findFolded, foldText } from '../../shared/domain/fold-text.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function aShop() {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const rooms = openRooms(file);
  const reader = openReader(file);
  onTestFinished(() => reader.close());
  const named = (
    name: string | null,
    username: string | null = null,
    waId = `49${Math.abs([...`${name}${username}`].reduce((sum, c) => sum * 31 + (c.codePointAt(0) ?? 0), 7)) % 1e9}`,
  ) => {
    const chat = rooms.conversation(waId);
    const customerId = rooms.store.conversations.get(chat)?.customer_id ?? 0;
    rooms.store.customers.name(customerId, name, username, T);
    return { chat, customerId };
  };
  const find = (text: string) => searchOrders(reader, text).hits;
  const found = (text: string) => find(text).map((hit) => [hit.orderId, hit.where, hit.text.slice(hit.start, hit.start + hit.length)]);
  return { ...rooms, reader, named, find, found };
}
const line = (retailerId: string) => ({ retailerId, quantity: 1, quantityRaw: '1', unitMinor: 100, currency: 'EUR', unitRaw: '1' });

test('every place in an order is found, the newest first, with the part that was found', () => {
  const { store, order, named, found } = aShop();
  const { chat } = named('Zeynep Öztürk', 'zeynep.oz', '4917012345678');
  store.products.want('c', 'SKU-77/a', T, 0);
  store.products.save(
    { catalogId: 'c', retailerId: 'SKU-77/a', name: 'Crème brûlée', priceText: null, currency: null, availability: null, inventory: null, image: null },
    T,
  );
  const first = order(chat, { note: 'Bitte ohne Nüsse', lines: [line('SKU-77/a'), line('plain')] });
  const second = order(chat, { note: null, lines: [line('SKU-77/a')] });
  store.orders.setFulfilment(first, 'delivery', 'Gartenstraße 7\n10115 Berlin', null);
  const extra = store.orderExtras.add({ order_id: second, kind: 'discount', label: 'Stammkundin', minor: 100, currency: 'EUR' });
  store.orderHistory.add(second, { at: T, who: 'operator', what: 'state', from: 'new', to: 'declined', reason: 'Ofen kaputt' });
  store.orderHistory.add(second, { at: T, who: 'program', what: 'not-told', from: null, to: 'declined', reason: 'window-closed' });

  expect(found('2')).toEqual([
    [second, 'number', '2'],
    [first, 'customer', '2'],
  ]);
  expect(found('#1')).toEqual([[first, 'number', '#1']]);
  expect(found('OZT')).toEqual([
    [second, 'customer', 'Özt'],
    [first, 'customer', 'Özt'],
  ]);
  expect(found('@zeynep')).toHaveLength(2);
  expect(found('0170 1234')).toEqual([
    [second, 'customer', '1701234'],
    [first, 'customer', '1701234'],
  ]);
  expect(found('brulee')).toEqual([
    [second, 'article', 'brûlée'],
    [first, 'article', 'brûlée'],
  ]);
  expect(found('sku-77')).toHaveLength(2);
  expect(found('plain')).toEqual([[first, 'article', 'plain']]);
  expect(found('nüss')).toEqual([[first, 'note', 'Nüss']]);
  expect(found('NU')).toEqual([[first, 'note', 'Nü']]);
  expect(found('10115')).toEqual([[first, 'address', '10115']]);
  expect(found('stamm')).toEqual([[second, 'extra', 'Stamm']]);
  expect(found('kaputt')).toEqual([[second, 'reason', 'kaputt']]);
  expect(found('window')).toEqual([]);
  expect(found('x"OR y*')).toEqual([]);
  store.orderExtras.remove(extra, T);
  store.orders.setFulfilment(first, 'pickup', null, null);
  expect([found('stamm'), found('10115')]).toEqual([[], []]);
});

test('two customers who turn out to be one are found by the name that stayed', () => {
  const { store, db, order, named, found } = aShop();
  const one = named('Ana Souza', null, '491701');
  const id = order(one.chat);
  const other = store.customers.resolve([{ kind: 'user_id', value: 'DE.77' }], T).id;
  store.customers.name(other, 'Ana Maria Lima', null, T + 1);
  store.customers.resolve(
    [
      { kind: 'wa_id', value: '491701' },
      { kind: 'user_id', value: 'DE.77' },
    ],
    T + 2,
  );
  expect(found('lima')).toEqual([[id, 'customer', 'Lima']]);
  expect(found('souza')).toEqual([]);
  // The index and the tables say the same, to the letter.
  for (const table of ['customers', 'orders', 'order_extras', 'order_events']) {
    expect(() => db.exec(`INSERT INTO ${table}_search (${table}_search, rank) VALUES ('integrity-check', 1)`)).not.toThrow();
  }
});

test('fifty are given, and that there are more is said', () => {
  const { order, named, reader } = aShop();
  const { chat } = named('Kerry');
  for (let n = 0; n < 60; n += 1) order(chat, { note: 'with nuts' });
  for (const text of ['kerry', 'nuts', 'nu', 'k']) {
    const { hits, more } = searchOrders(reader, text);
    expect([hits.length, more, hits[0]?.orderId]).toEqual([50, true, 60]);
  }
});

const letters = fc.constantFrom(...'abzAÖöüßéÉñøŁçİıжйЯΩςσ한국ליلى漢字😀 -.%_"*\'ệ'.normalize('NFC'));
const aName = fc.array(letters, { minLength: 1, maxLength: 12 }).map((list) => list.join('').trim());

test('any part of any name is found, whatever its script, case and marks, also where it came decomposed', () => {
  const { store, order, named, found } = aShop();
  const { chat, customerId } = named('x');
  const id = order(chat, { note: 'x' });
  let at = T;
  fc.assert(
    fc.property(aName, fc.nat(), fc.nat(), fc.boolean(), fc.constantFrom('same', 'upper', 'plain', 'nfd'), (name, from, size, decomposed, how) => {
      const all = [...name];
      const start = from % Math.max(1, all.length);
      const part = all
        .slice(start, start + 1 + (size % Math.max(1, all.length - start)))
        .join('')
        .trim();
      fc.pre(foldText(part) !== '' && !/^[@#+\d]/.test(part));
      const stored = decomposed ? name.normalize('NFD') : name;
      at += 1;
      store.customers.name(customerId, stored, null, at);
      const asked = how === 'upper' && part.toUpperCase().length === part.length ? part.toUpperCase() : how === 'nfd' ? part.normalize('NFD') : part;
      fc.pre(foldText(asked.normalize('NFC')) === foldText(part));
      expect(found(asked)[0]?.slice(0, 2)).toEqual([id, 'customer']);
    }),
    { numRuns: 300 },
  );
});

test('what was found can be marked: the part named folds to what was asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (raw, from, size) => {
      const text = raw.normalize('NFC');
      const all = [...text];
      const part = all
        .slice(from % (all.length + 1))
        .slice(0, 1 + (size % 5))
        .join('');
      fc.pre(foldText(part) !== '');
      const hit = findFolded(text, part);
      expect(hit).not.toBeNull();
      expect(foldText(text.slice(hit?.start, (hit?.start ?? 0) + (hit?.length ?? 0)))).toBe(foldText(part));
    }),
  );
});

test('a name that comes again with every message is not indexed again, and one that changes is', () => {
  const { store, db, conversation } = openRooms();
  const { customer_id: id } = store.conversations.get(conversation('16505550111')) ?? { customer_id: 0 };
  const index = () => db.prepare("SELECT group_concat(id || ':' || hex(block)) FROM customers_search_data").pluck().get();
  const found = (name: string) => db.prepare(`SELECT count(*) FROM customers_search WHERE customers_search MATCH '"${name}"'`).pluck().get();
  store.customers.name(id, 'Ayse', '@ayse', T);
  const before = index();
  store.customers.name(id, 'Ayse', '@ayse', T + 1000);
  expect(index()).toBe(before);
  store.customers.name(id, 'Fatma', null, T + 2000);
  expect([index() === before, found('Fatma'), found('Ayse')]).toEqual([false, 1, 1]);
  store.customers.name(id, null, '@fatma', T + 3000);
  expect([found('Fatma'), found('Ayse')]).toEqual([1, 0]);
  db.prepare("INSERT INTO customers_search (customers_search, rank) VALUES ('integrity-check', 1)").run();
});
