import { expect, onTestFinished, test } from 'vitest';
import { fetchCataloguePage, type CatalogueItem } from '../../electron/graph/fetch-products.ts';
import { startCatalogueFetch } from '../../electron/upkeep/fetch-catalogues.ts';
import { BAKERY } from '../../electron/simulator/bakery.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { News } from '../../shared/contract/live.ts';
import { answeringServer } from '../support/answering-server.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { openPracticeShop } from '../simulator/practice-shop.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const item = (retailerId: string, over: Partial<CatalogueItem> = {}): CatalogueItem => ({
  retailerId,
  name: `Loaf ${retailerId}`,
  priceText: '€4.20',
  currency: 'EUR',
  availability: 'in stock',
  inventory: 7,
  imageUrl: 'https://x/1.png',
  productId: null,
  description: null,
  section: null,
  url: null,
  visibility: 'published',
  review: null,
  salePriceText: null,
  ...over,
});
type Page = Awaited<ReturnType<typeof fetchCataloguePage>>;
const NO_ANSWER: Page = { ok: false, kind: 'unknown', cause: 'HTTP 502' };
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Pages of two. */
const paged = (ids: readonly string[], after: string | null): Page => {
  const start = after === null ? 0 : Number(after);
  return { ok: true, items: ids.slice(start, start + 2).map((id) => item(id)), next: start + 2 < ids.length ? String(start + 2) : null };
};

async function openUpkeep(answer: (after: string | null, catalogId: string) => Page, catalogIds = ['c']) {
  const { store } = openRooms();
  for (const catalogId of catalogIds) store.products.want(catalogId, 'a', T, T);
  const clock = { now: T };
  const asked: [string, string | null][] = [];
  const news: News[] = [];
  const log: string[] = [];
  const set = { configured: true, answer };
  const fetching = startCatalogueFetch({
    store,
    configured: () => set.configured,
    page: async (catalogId, after) => {
      asked.push([catalogId, after]);
      return set.answer(after, catalogId);
    },
    facts: async () => ({ ok: true, name: 'Shelf', products: null }),
    publish: (entries) => void news.push(...entries),
    now: () => clock.now,
    log: (line) => void log.push(line),
  });
  onTestFinished(() => fetching.stop());
  await turn();
  const pass = async (ms: number, what: 'wake' | 'searched' = 'wake') => {
    clock.now += ms;
    asked.length = 0;
    fetching[what]();
    await turn();
    return asked.length;
  };
  const names = () => store.catalogues.names().map((row) => `${row.catalog_id}/${row.retailer_id}`);
  return { store, set, asked, news, log, pass, names, clock };
}

test('every catalogue that was named is read page by page, and again after six hours, or after one when somebody searches', async () => {
  const { asked, names, pass } = await openUpkeep((after) => paged(['a', 'b', 'c', 'd', 'e'], after), ['one', 'two']);
  expect(asked).toEqual(['one', 'two'].flatMap((id) => [null, '2', '4'].map((after) => [id, after])));
  expect(names()).toHaveLength(10);
  expect(await pass(HOUR - 1, 'searched')).toBe(0);
  expect(await pass(1, 'searched')).toBe(6);
  expect(await pass(6 * HOUR - 1)).toBe(0);
  expect(await pass(1)).toBe(6);
});

test('what is listed no more is not offered; a picture and its age are left alone', async () => {
  const { store, set, names, pass, news } = await openUpkeep((after) => paged(['a', 'b', 'c'], after));
  store.products.save({ ...item('a'), catalogId: 'c', image: { bytes: Buffer.from('x'), type: 'image/png' } }, T);
  set.answer = (after) => paged(['a', 'c'], after);
  news.length = 0;
  await pass(6 * HOUR);
  expect(names()).toEqual(['c/a', 'c/c']);
  expect(news.filter(({ kind }) => kind === 'product')).toEqual([{ kind: 'product', catalogId: 'c', retailerId: 'b' }]);
  expect([store.products.image('c', 'a')?.type, store.products.get('c', 'b')?.name]).toEqual(['image/png', 'Loaf b']);
  // Never fetched by itself, so an order still fetches it, with its picture.
  store.products.want('c', 'c', T + 7 * HOUR, T + HOUR);
  expect(store.products.wanted(T + 7 * HOUR, 9).map((row) => row.retailer_id)).toContain('c');
});

test('a page that fails leaves what is known, and rests a quarter of an hour; a search does not hurry it', async () => {
  const { set, names, pass, log } = await openUpkeep((after) => paged(['a', 'b', 'c', 'd'], after));
  set.answer = (after) => (after === null ? paged(['a', 'b', 'c', 'd'], null) : NO_ANSWER);
  await pass(6 * HOUR);
  expect([names().length, log]).toEqual([4, ['catalogue c: HTTP 502']]);
  expect(await pass(15 * MINUTE - 1, 'searched')).toBe(0);
  set.answer = (after) => paged(['a'], after);
  expect(await pass(1)).toBe(1);
  expect(names()).toEqual(['c/a']);
});

test('an empty list takes nothing away: a token without the right to the catalogue is shown the same', async () => {
  const { set, names, pass } = await openUpkeep((after) => paged(['a', 'b'], after));
  set.answer = () => ({ ok: true, items: [], next: null });
  await pass(6 * HOUR);
  expect(names()).toEqual(['c/a', 'c/b']);
});

test('a cursor that leads nowhere ends it, an article named twice counts once, and nothing is asked without a token', async () => {
  const { asked, store, set, pass } = await openUpkeep(() => ({
    ok: true,
    items: [item('a', { name: 'First' }), item('a', { name: 'Second' })],
    next: 'again',
  }));
  expect([asked.length, store.products.get('c', 'a')?.name]).toEqual([2, 'First']);
  set.configured = false;
  expect(await pass(24 * HOUR)).toBe(0);
});
test('Meta’s page is asked for by its cursor, and the link to the next is not followed', async () => {
  const body = {
    data: [{ retailer_id: 'a', name: 'A' }, { name: 'none' }],
    paging: { cursors: { before: 'x', after: 'y' }, next: 'https://elsewhere.example/steal' },
  };
  const server = await answeringServer((response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)));
  const access = { baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token' };
  expect(await fetchCataloguePage(access, '1948', 'w &')).toMatchObject({ ok: true, next: 'y', items: [{ retailerId: 'a', name: 'A' }] });
  const url = new URL(server.asked[0]?.url ?? '', server.url);
  expect([url.pathname, url.searchParams.get('after'), url.searchParams.get('limit'), url.searchParams.get('filter')]).toEqual([
    '/v25.0/1948/products',
    'w &',
    '100',
    null,
  ]);
});

test('the practice shop’s catalogue comes whole, and refuses a cursor that it never gave', async () => {
  const { simulator, reports } = await openPracticeShop({ accessToken: 'EAAB-paper' });
  const access = { baseUrl: simulator.graphUrl, version: 'v25.0', accessToken: 'EAAB-paper' };
  const first = await fetchCataloguePage(access, PRACTICE_ACCOUNT.catalogId, null);
  const rest = await fetchCataloguePage(access, PRACTICE_ACCOUNT.catalogId, first.ok ? first.next : null);
  expect(rest).toMatchObject({ ok: true, next: null });
  const ids = [first, rest].flatMap((answer) => (answer.ok ? answer.items.map((one) => one.retailerId) : []));
  expect(ids).toHaveLength(BAKERY.length + 1);
  expect([...new Set(ids)].toSorted()).toEqual(BAKERY.map((one) => one.retailerId).toSorted());
  expect(reports).toEqual([]);
  expect(await fetchCataloguePage(access, PRACTICE_ACCOUNT.catalogId, 'made-up')).toMatchObject({ ok: false, kind: 'refused', code: 100 });
});
