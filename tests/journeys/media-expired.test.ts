import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { drawPhoto } from '../../electron/simulator/files/draw-photo.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { startHeadless } from '../support/start-headless.ts';
import { PHONE_NUMBER_ID, startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const PHOTO = drawPhoto(0);
const SHA = createHash('sha256').update(PHOTO).digest();
const HOUR = 60 * 60 * 1000;

async function openShop() {
  const clock = { ahead: 0 };
  const { shop, simulator } = await startShopWithSimulator({ now: () => Date.now() + clock.ahead });
  onTestFinished(async () => {
    await simulator.stop();
    await shop.stop();
  });
  const file = async () => {
    const { conversations } = await shop.api.chats.list({});
    const threads = await Promise.all(conversations.map(({ id }) => shop.api.chats.thread({ conversationId: id })));
    const found = threads.flatMap(({ messages }) => messages).flatMap(({ content }) => (content.kind === 'media' ? content.media : []));
    return found[0];
  };
  return { shop, simulator, file, clock };
}

const waiting = (shop: TestShop) => shop.rows<{ state: string; next_at: number | null; tries: number }>('SELECT state, next_at, tries FROM media')[0];
/** An arrival wakes the fetcher, as in any shop. */
const wake = (shop: TestShop) => postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));

const photoMessage = (over: object) =>
  envelope({
    messages: [textMessage({ type: 'image', text: undefined, image: { mime_type: 'image/png', sha256: SHA.toString('base64'), ...over } })],
  });

test('a file that Meta has no more is shown as gone, and nobody asks for it again', async () => {
  const { shop, simulator, file, clock } = await openShop();
  simulator.behave({ mediaGone: true });
  await simulator.act('photo');
  const gone = await until('its end', async () => ((await file())?.state === 'gone' ? file() : null));
  expect(gone).toMatchObject({ state: 'gone', reason: 'media-gone', url: null, thumbUrl: null, progress: null });
  expect(waiting(shop)).toEqual({ state: 'gone', next_at: null, tries: 0 });
  simulator.behave({ mediaGone: false });
  clock.ahead += 24 * HOUR;
  await wake(shop);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(waiting(shop)).toMatchObject({ state: 'gone', next_at: null });
  // A person may doubt it.
  expect(await shop.api.media.fetch({ mediaId: gone?.mediaId ?? 0 })).toEqual({ ok: true });
  await until('the file', async () => (await file())?.state === 'ready');
});

test('where the address of the webhook has died after five minutes, a new one is asked for', async () => {
  const { shop, simulator, file } = await openShop();
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', 'image/png');
  form.set('file', new Blob([new Uint8Array(PHOTO)], { type: 'image/png' }), 'bread.png');
  const headers = { authorization: 'Bearer test-access-token' };
  const uploaded = await fetch(`${simulator.graphUrl}/v25.0/${PHONE_NUMBER_ID}/media`, { method: 'POST', body: form, headers });
  const { id } = (await uploaded.json()) as { id: string };
  const told = (await (await fetch(`${simulator.graphUrl}/v25.0/${id}`, { headers })).json()) as { url: string };
  const dead = new URL(told.url);
  dead.searchParams.set('ext', String(Date.now() - 1));
  expect((await fetch(dead, { headers })).status).toBe(404);
  await postSigned(shop.webhookUrl, photoMessage({ id, url: dead.href }));
  await until('the file', async () => (await file())?.state === 'ready');
  expect(shop.rows('SELECT hash, url, tries FROM media')).toEqual([{ hash: SHA.toString('hex'), url: null, tries: 0 }]);
});

test('bytes that are not the announced ones are not shown; given up after some tries, and fetched when a person asks and they are good', async () => {
  const { shop, simulator, file, clock } = await openShop();
  simulator.behave({ mediaBroken: true });
  await simulator.act('photo');
  for (let tries = 1; tries <= 5; tries += 1) {
    await until(`try ${tries}`, () => waiting(shop)?.tries === tries);
    expect(await file()).toMatchObject({ state: 'wanted', url: null });
    clock.ahead += HOUR;
    await wake(shop);
  }
  const failed = await until('the end', async () => ((await file())?.state === 'failed' ? file() : null));
  expect(failed).toMatchObject({ state: 'failed', reason: 'media-broken', url: null, progress: null });
  expect(waiting(shop)?.next_at).toBeNull();
  simulator.behave({ mediaBroken: false });
  expect(await shop.api.media.fetch({ mediaId: failed?.mediaId ?? 0 })).toEqual({ ok: true });
  await until('the file', async () => (await file())?.state === 'ready');
  expect((await file())?.reason).toBeNull();
});

test('killed in the middle of a file, the program fetches it whole when it starts again', async () => {
  let stall = true;
  let halves = 0;
  const graph = http.createServer((request, response) => {
    if (request.url?.startsWith('/file') !== true) {
      const facts = { url: `http://${request.headers.host}/file`, mime_type: 'image/png', sha256: SHA.toString('hex'), file_size: PHOTO.length, id: '777' };
      const known = request.url?.includes('/777') === true;
      return void response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(known ? facts : {}));
    }
    response.writeHead(200, { 'content-length': PHOTO.length });
    if (!stall) return void response.end(PHOTO);
    response.write(PHOTO.subarray(0, PHOTO.length / 2), () => (halves += 1));
  });
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    graph.closeAllConnections();
    graph.close();
  });
  const environment = {
    SHOPBELL_GRAPH_URL: `http://127.0.0.1:${(graph.address() as AddressInfo).port}`,
    SHOPBELL_ACCESS_TOKEN: 'test-access-token',
    SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
    SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
  };
  const folder = temporaryFolder();
  const first = await startHeadless(folder, { environment });
  expect(await postSigned(first.webhook, photoMessage({ id: '777' }))).toBe(200);
  await until('half of it', () => halves === 1);
  first.child.kill('SIGKILL');
  await first.ended;
  const kept = path.join(folder, 'media', SHA.toString('hex').slice(0, 2), SHA.toString('hex'));
  expect(existsSync(kept)).toBe(false);
  stall = false;
  await startHeadless(folder, { environment });
  await until('the file', () => existsSync(kept));
  const db = new Database(path.join(folder, 'shopbell.db'), { readonly: true });
  onTestFinished(() => void db.close());
  await until('its row', () => db.prepare("SELECT 1 FROM media WHERE state = 'ready' AND size = ?").get(PHOTO.length));
  expect(readdirSync(path.join(folder, 'media/unfinished'))).toEqual([]);
}, 30_000);
