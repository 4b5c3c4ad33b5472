import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { News } from '../../shared/contract/live.ts';
import type { CatalogueItem } from '../../electron/graph/fetch-products.ts';
import type { GraphFailure } from '../../electron/graph/graph-call.ts';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { startProductFetch } from '../../electron/upkeep/fetch-wanted-products.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NO_ANSWER: GraphFailure = { ok: false, kind: 'unknown', cause: 'HTTP 502' };
const item = (retailerId: string, over: Partial<CatalogueItem> = {}): CatalogueItem => ({
  retailerId,
  name: `Loaf ${retailerId}`,
  priceText: '€4.20',
  currency: 'EUR',
  availability: 'in stock',
  inventory: 7,
  imageUrl: null,
  productId: null,
  description: null,
  section: null,
  url: null,
  visibility: null,
  review: null,
  salePriceText: null,
  ...over,
});

type Catalogue = (retailerIds: readonly string[], catalogId: string) => { ok: true; items: CatalogueItem[] } | GraphFailure;

function openFetch(over: { catalogue?: Catalogue; store?: (store: Store) => Store; picture?: (url: string) => ReturnType<typeof noPicture> } = {}) {
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  const clock = { now: Date.UTC(2026, 10, 23, 9) };
  const asked: { catalogId: string; ids: string[] }[] = [];
  const news: News[] = [];
  const set = { configured: true, catalogue: over.catalogue ?? ((ids: readonly string[]) => ({ ok: true as const, items: ids.map((id) => item(id)) })) };
  const fetch = startProductFetch({
    store: over.store?.(store) ?? store,
    configured: () => set.configured,
    products: async (catalogId, ids) => {
      asked.push({ catalogId, ids: [...ids] });
      return set.catalogue(ids, catalogId);
    },
    picture: over.picture ?? noPicture,
    publish: (entries) => void news.push(...entries),
    now: () => clock.now,
    log: () => undefined,
  });
  onTestFinished(() => {
    fetch.stop();
    store.close();
  });
  const name = (retailerId: string, catalogId = 'c') => {
    store.products.want(catalogId, retailerId, clock.now, clock.now - 6 * HOUR);
    fetch.wake();
  };
  /** The next pause is over. */
  const pass = async (ms: number) => {
    clock.now += ms;
    fetch.wake();
    await settled();
  };
  return { store, clock, asked, news, set, fetch, name, pass };
}
const noPicture = async (): Promise<{ bytes: Buffer; type: string } | null> => null;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('an article that an order names is fetched with name, price and picture, and told', async () => {
  const picture = { bytes: Buffer.from([1, 2, 3]), type: 'image/png' };
  const { store, news, name } = openFetch({
    catalogue: (ids) => ({ ok: true, items: ids.map((id) => item(id, { imageUrl: 'https://pictures.example/1' })) }),
    picture: async () => picture,
  });
  name('a');
  await until('its news', () => news.length === 1);
  expect(news).toEqual([{ kind: 'product', catalogId: 'c', retailerId: 'a' }]);
  expect(store.products.get('c', 'a')).toMatchObject({ name: 'Loaf a', price_text: '€4.20', inventory: 7, has_image: 1 });
  expect(store.products.image('c', 'a')).toEqual(picture);
  expect(store.products.nextAt()).toBeNull();
});

test('articles of one catalogue are asked for together, of two apart, and those that came meanwhile too', async () => {
  const { asked, store, name } = openFetch();
  for (const id of ['a', 'b', 'a']) store.products.want('c', id, 0, 0);
  store.products.want('d', 'x', 0, 0);
  name('e');
  name('f', 'd');
  await until('all', () => store.products.nextAt() === null);
  expect(asked.flatMap(({ catalogId, ids }) => ids.map((id) => `${catalogId}/${id}`)).toSorted()).toEqual(['c/a', 'c/b', 'c/e', 'd/f', 'd/x']);
  expect(asked.length).toBeLessThan(5);
});

test('an article without an answer is tried again after 1, 5, 30 and 120 minutes, then rests until it is named anew', async () => {
  const { store, asked, set, name, pass, clock } = openFetch({ catalogue: () => NO_ANSWER });
  name('a');
  await settled();
  for (const [index, minutes] of [1, 5, 30, 120].entries()) {
    expect(asked).toHaveLength(index + 1);
    expect((store.products.nextAt() ?? 0) - clock.now).toBe(minutes * MINUTE);
    await pass(minutes * MINUTE - 1);
    expect(asked).toHaveLength(index + 1);
    await pass(1);
  }
  expect(asked).toHaveLength(5);
  expect(store.products.nextAt()).toBeNull();
  await pass(24 * HOUR);
  expect(asked).toHaveLength(5);

  set.catalogue = (ids) => ({ ok: true, items: ids.map((id) => item(id)) });
  name('a');
  await until('its name', () => store.products.get('c', 'a')?.name === 'Loaf a');
  expect(asked).toHaveLength(6);
});

test('an article that the catalogue does not have rests in the end, and does not keep its neighbours', async () => {
  const { store, asked, name, pass } = openFetch({ catalogue: (ids) => ({ ok: true, items: ids.filter((id) => id !== 'ghost').map((id) => item(id)) }) });
  name('ghost');
  name('a');
  await settled();
  expect(store.products.get('c', 'a')?.name).toBe('Loaf a');
  for (const minutes of [1, 5, 30, 120]) await pass(minutes * MINUTE);
  expect(store.products.nextAt()).toBeNull();
  expect(asked.slice(2).every(({ ids }) => ids.join() === 'ghost')).toBe(true);
});

test('what is known is fetched again only when it is older than six hours, and an old picture stays where the new answer has none', async () => {
  const { store, asked, name, clock, pass, set } = openFetch({
    catalogue: (ids) => ({ ok: true, items: ids.map((id) => item(id, { imageUrl: 'https://pictures.example/1' })) }),
    picture: async () => ({ bytes: Buffer.from([1]), type: 'image/png' }),
  });
  name('a');
  await settled();
  clock.now += 5 * HOUR;
  name('a');
  await settled();
  expect(asked).toHaveLength(1);
  set.catalogue = (ids) => ({ ok: true, items: ids.map((id) => item(id, { name: 'New', imageUrl: null })) });
  clock.now += 2 * HOUR;
  name('a');
  await pass(0);
  expect(asked).toHaveLength(2);
  expect(store.products.get('c', 'a')).toMatchObject({ name: 'New', has_image: 1 });
});

test('without a token nothing is asked, and everything when there is one', async () => {
  const { asked, set, name, fetch } = openFetch();
  set.configured = false;
  name('a');
  await settled();
  expect(asked).toEqual([]);
  set.configured = true;
  fetch.wake();
  await until('the call', () => asked.length === 1);
});

test('rows without an id are asked of nobody, and stop nothing', async () => {
  const { store, asked, name } = openFetch();
  name('');
  name('a', '');
  name('b');
  await until('the one with ids', () => store.products.get('c', 'b')?.name);
  expect(asked.flatMap(({ ids }) => ids)).toEqual(['b']);
});

test('a stop during a fetch ends it without a write: the file may be closed by then', async () => {
  let give = (_answer: { ok: true; items: CatalogueItem[] }): void => undefined;
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  store.products.want('c', 'a', 0, 0);
  const news: News[] = [];
  const products = () => new Promise<{ ok: true; items: CatalogueItem[] }>((resolve) => (give = resolve));
  const fetch = startProductFetch({
    store,
    configured: () => true,
    products,
    picture: noPicture,
    publish: (entries) => void news.push(...entries),
    now: () => 1,
    log: () => undefined,
  });
  fetch.stop();
  store.close();
  give({ ok: true, items: [item('a')] });
  await settled();
  expect(news).toEqual([]);
});

test('a full disk stops neither the program nor the fetching for good', async () => {
  const full = { now: true };
  const { store, name, fetch } = openFetch({
    store: (real) => ({
      ...real,
      products: {
        ...real.products,
        save: (...values) => {
          if (full.now) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
          real.products.save(...values);
        },
      },
    }),
  });
  name('a');
  await settled();
  expect(store.products.get('c', 'a')?.name).toBeNull();
  full.now = false;
  fetch.wake();
  await until('its name', () => store.products.get('c', 'a')?.name === 'Loaf a');
});
