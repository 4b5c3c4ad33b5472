import { expect, onTestFinished, test } from 'vitest';
import { fetchCatalogFacts, fetchCatalogs } from '../../electron/graph/fetch-catalogs.ts';
import { startPictureFetch } from '../../electron/upkeep/fetch-pictures.ts';
import { startFindingCatalogues } from '../../electron/upkeep/find-catalogues.ts';
import { createReceiver } from '../../electron/inbound/receive-webhook.ts';
import type { News } from '../../shared/contract/live.ts';
import { answeringServer } from '../support/answering-server.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { envelope, textMessage } from '../support/post-webhook.ts';
import { PHONE_NUMBER_ID } from '../support/start-shop.ts';

const MINUTE = 60_000;
const turn = () => new Promise((resolve) => setTimeout(resolve, 10));
type Connected = Awaited<ReturnType<typeof fetchCatalogs>>;

async function openFinding(answer: Connected, waba: string | null = '1022') {
  const { store } = openRooms();
  const set = { answer, waba, now: T, asked: [] as string[], found: 0 };
  const finding = startFindingCatalogues({
    store,
    configured: () => true,
    wabaId: () => set.waba,
    connected: async (wabaId) => {
      set.asked.push(wabaId);
      return set.answer;
    },
    onFound: () => (set.found += 1),
    publish: () => undefined,
    now: () => set.now,
    log: () => undefined,
  });
  onTestFinished(() => finding.stop());
  await turn();
  return { store, set, finding };
}

test('the connected catalogue is known from then on, and asked for again after six hours or when somebody presses', async () => {
  const { store, set, finding } = await openFinding({ ok: true, catalogues: [{ id: '7', name: 'Shelf' }] });
  expect([store.catalogues.known(), store.catalogues.get('7'), finding.problem(), set.found]).toMatchObject([['7'], { connected: 1, name: 'Shelf' }, null, 1]);
  finding.wake();
  await turn();
  expect(set.asked).toEqual(['1022']);
  set.answer = { ok: true, catalogues: [{ id: '8', name: null }] };
  expect(await finding.refresh()).toBe(true);
  expect([store.catalogues.get('7')?.connected, store.catalogues.get('8')?.connected]).toEqual([0, 1]);
});

test('without an account nothing is asked; a limit of Meta’s rests for an hour, also for who presses; an empty list disconnects nothing', async () => {
  const { store, set, finding } = await openFinding(
    { ok: false, kind: 'refused', reason: 'rate-limited', code: 80008, details: null, retryAfterMs: null },
    null,
  );
  expect([set.asked, finding.problem()]).toEqual([[], 'no-waba']);
  set.waba = '1022';
  finding.wake();
  await turn();
  expect([finding.problem(), await finding.refresh()]).toEqual(['rate-limited', false]);
  set.now += 60 * MINUTE;
  store.catalogues.connect([{ id: '7', name: null }]);
  set.answer = { ok: true, catalogues: [] };
  expect([await finding.refresh(), finding.problem(), store.catalogues.get('7')?.connected]).toEqual([true, 'no-catalogue', 1]);
});

test('the account’s catalogues are asked for page by page over HTTP, each once', async () => {
  const page = (ids: string[], after: string | null) => ({
    data: ids.map((id) => ({ id, name: `N${id}` })),
    ...(after ? { paging: { next: 'https://x', cursors: { after } } } : {}),
  });
  const server = await answeringServer((response, { url }) => {
    const body = url.startsWith('/v25.0/7?')
      ? { id: '7', name: 'Shelf', product_count: 12 }
      : url.includes('after=A')
        ? page(['2', '3'], null)
        : page(['1', '2'], 'A');
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const access = { baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token' };
  expect(await fetchCatalogs(access, '1022')).toEqual({ ok: true, catalogues: ['1', '2', '3'].map((id) => ({ id, name: `N${id}` })) });
  expect(server.asked.map(({ url }) => url.split('?')[0])).toEqual(['/v25.0/1022/product_catalogs', '/v25.0/1022/product_catalogs']);
  expect(await fetchCatalogFacts(access, '7')).toEqual({ ok: true, name: 'Shelf', products: 12 });
});

test('the account is learned from the first webhook of the shop’s own number, and from no other', async () => {
  const { store } = openRooms();
  const news: News[] = [];
  const receiver = createReceiver({
    store,
    settings: () => ({ timeZone: 'UTC', businessDayStart: 4, clockSkew: 0, isRehearsal: () => false, printsOrders: false }),
    phoneNumberId: () => PHONE_NUMBER_ID,
    now: () => T,
    publish: (entries) => void news.push(...entries),
    onDisk: () => undefined,
    log: () => undefined,
  });
  const post = (phoneNumberId: string) => receiver.receive(Buffer.from(JSON.stringify(envelope({ messages: [textMessage()] }, 'messages', phoneNumberId))));
  await post('999');
  expect(store.facts.get('waba_id')).toBeNull();
  await post(PHONE_NUMBER_ID);
  await post(PHONE_NUMBER_ID);
  expect([store.facts.get('waba_id'), news.filter(({ kind }) => kind === 'catalogue').length]).toEqual(['102290129340398', 1]);
});

test('pictures come once each, again when their address changes but not for a new signature, and rest after they could not be had', async () => {
  const { store } = openRooms();
  const asked: string[] = [];
  const set = { now: T, picture: true };
  const put = (imageUrl: string) =>
    store.catalogues.list({ catalogId: 'c', retailerId: 'a', name: 'A', priceText: null, currency: null, availability: null, inventory: null, imageUrl });
  put('https://x/1.png?sig=1');
  const fetching = startPictureFetch({
    store,
    configured: () => true,
    picture: async (url, atMost) => {
      asked.push(url);
      expect(atMost).toBe(512 * 1024);
      return set.picture ? { bytes: Buffer.from(url), type: 'image/png' } : null;
    },
    publish: () => undefined,
    now: () => set.now,
    log: () => undefined,
    pauseMs: 0,
  });
  onTestFinished(() => fetching.stop());
  await turn();
  expect(put('https://x/1.png?sig=2')).toBe(false);
  fetching.wake();
  await turn();
  expect(asked).toEqual(['https://x/1.png?sig=1']);
  set.picture = false;
  put('https://x/2.png?sig=3');
  for (const _ of [1, 2]) {
    fetching.wake();
    await turn();
  }
  expect([asked.length, store.products.image('c', 'a')?.bytes.toString()]).toEqual([2, 'https://x/1.png?sig=1']);
  set.picture = true;
  set.now += 24 * 60 * MINUTE;
  fetching.wake();
  await turn();
  expect(store.products.image('c', 'a')?.bytes.toString()).toBe('https://x/2.png?sig=3');
});
