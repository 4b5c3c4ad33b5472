import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openMediaFolder } from '../../electron/files/media-folder.ts';
import { fetchMediaBytes, fetchMediaInfo } from '../../electron/graph/fetch-media.ts';
import type { WantedMedia } from '../../electron/store/media.ts';
import { startMediaFetch } from '../../electron/upkeep/fetch-media.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000028000000168', 'hex'), randomBytes(300_000)]);
const SHA = createHash('sha256').update(PNG).digest();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Answer = { status?: number; json?: unknown; bytes?: Buffer; location?: string; cut?: boolean };

/** A Graph API with files; the test says what each path answers. */
async function mediaGraph(answer: (url: string, nth: number) => Answer) {
  const asked: { url: string; token: string | undefined }[] = [];
  const server = http.createServer((request, response) => {
    asked.push({ url: request.url ?? '', token: request.headers.authorization });
    const { status = 200, json, bytes, location, cut } = answer(request.url ?? '', asked.length);
    if (location !== undefined) return void response.writeHead(302, { location }).end();
    if (json !== undefined) return void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    const all = bytes ?? Buffer.alloc(0);
    response.writeHead(status, { 'content-length': all.length });
    if (cut !== true) return void response.end(all);
    response.write(all.subarray(0, 1000), () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** The fetcher on a real file and a real folder, with a clock that the test turns. */
function openFetch(baseUrl: string, over: { limit?: number; sentAt?: number; media?: Partial<WantedMedia> } = {}) {
  const { store, conversation, inbound } = openRooms();
  const root = path.join(temporaryFolder(), 'media');
  const folder = openMediaFolder(root);
  const clock = { now: T };
  const shares: (number | null)[] = [];
  const access = { baseUrl, version: 'v25.0', accessToken: 'test-token' };
  const message = inbound(conversation('16505550111'), {
    type: 'image',
    sentAt: over.sentAt ?? T,
    content: { kind: 'media', media: 'image', caption: null, voice: false, animated: false },
  });
  const wanted = { kind: 'image' as const, waId: '777', mimeType: 'image/png', filename: null, sha256: SHA.toString('base64'), url: null };
  store.media.want(message, { ...wanted, ...over.media }, T);
  const start = () => {
    const worker = startMediaFetch({
      store,
      folder,
      configured: () => true,
      info: (id, phone) => fetchMediaInfo(access, id, phone),
      bytes: (url, limit, take, signal) => fetchMediaBytes(access, url, limit, take, signal),
      limit: () => over.limit ?? 1_000_000,
      onProgress: (_media, share) => void shares.push(share),
      publish: () => undefined,
      now: () => clock.now,
      newId: randomUUID,
      log: () => undefined,
    });
    onTestFinished(() => worker.stop());
    return worker;
  };
  const row = () => store.media.of(message)!;
  return { start, row, folder, clock, shares, store, root };
}

const info = (url: string, over: object = {}) => ({
  json: { messaging_product: 'whatsapp', url, mime_type: 'image/png', sha256: SHA.toString('hex'), file_size: PNG.length, id: '777', ...over },
});
const gone = { status: 400, json: { error: { message: 'Unsupported get request. Object with ID 777 does not exist', code: 100, error_subcode: 33 } } };

test('a file is asked for with its number, fetched with the token, checked and kept, and its size in pixels read', async () => {
  const graph = await mediaGraph((url) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`) : { bytes: PNG }));
  const { start, row, folder, shares } = openFetch(graph.url);
  start();
  await until('the file', () => row().state === 'ready');
  expect(row()).toMatchObject({ hash: SHA.toString('hex'), size: PNG.length, width: 640, height: 360, next_at: null, reason: null });
  expect(readFileSync(folder.fileOf(SHA.toString('hex'))).equals(PNG)).toBe(true);
  expect(graph.asked).toEqual([
    { url: '/v25.0/777?phone_number_id=106540352242922', token: 'Bearer test-token' },
    { url: '/file', token: 'Bearer test-token' },
  ]);
  await until('the end of progress', () => shares.at(-1) === null);
  expect(shares.filter((share) => share !== null && share > 0 && share <= 1).length).toBeGreaterThan(0);
});

test('the webhook’s own address comes first while it is young, and a new one where it is dead', async () => {
  const graph = await mediaGraph((url) => (url === '/young' ? { status: 404 } : url === '/file' ? { bytes: PNG } : info(`${graph.url}/file`)));
  const { start, row } = openFetch(graph.url, { media: { url: `${graph.url}/young` } });
  start();
  await until('the file', () => row().state === 'ready');
  expect(graph.asked.map(({ url }) => url.split('?')[0])).toEqual(['/young', '/v25.0/777', '/file']);
});

test('an old address of the webhook is not asked any more', async () => {
  const graph = await mediaGraph((url) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`) : { bytes: PNG }));
  const { start, row, clock } = openFetch(graph.url, { media: { url: `${graph.url}/old` } });
  clock.now = T + 5 * MINUTE;
  start();
  await until('the file', () => row().state === 'ready');
  expect(graph.asked.some(({ url }) => url === '/old')).toBe(false);
});

test('nobody but Meta and the Graph’s own server sees the token, by no redirect either', async () => {
  const stranger = await mediaGraph(() => ({ bytes: PNG }));
  const graph = await mediaGraph((url) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`) : { location: `${stranger.url}/file` }));
  const { start, row } = openFetch(graph.url);
  start();
  await until('a try', () => row().tries === 1);
  expect(stranger.asked).toEqual([]);
  expect(row()).toMatchObject({ state: 'wanted', hash: null });
});

test('what is not what was announced is not kept, and is given up after some tries', async () => {
  const graph = await mediaGraph((url) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`) : { bytes: Buffer.concat([PNG, Buffer.from('x')]) }));
  const { start, row, clock, store, folder } = openFetch(graph.url);
  const worker = start();
  for (let tries = 1; tries <= 5; tries += 1) {
    await until(`try ${tries}`, () => row().tries === tries);
    await until('the end of it', () => row().next_at! > clock.now);
    clock.now = row().next_at!;
    worker.wake();
  }
  await until('the end', () => row().state === 'failed');
  expect(row()).toMatchObject({ reason: 'media-broken', hash: null, next_at: null });
  expect(await folder.sweep(store.media.isNamed), 'nothing names what came').toBe(1);
  expect(store.media.ask(row().id, clock.now), 'a person may ask again').toBe(true);
  expect(row()).toMatchObject({ state: 'wanted', tries: 0, reason: null });
});

test('a file that breaks off is tried again', async () => {
  const graph = await mediaGraph((url, nth) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`) : { bytes: PNG, cut: nth === 2 }));
  const { start, row, clock } = openFetch(graph.url);
  const worker = start();
  await until('a try', () => row().tries === 1);
  clock.now = row().next_at!;
  await until('the file', () => (worker.wake(), row().state === 'ready'));
});

test('one that Meta does not know is gone at once; one older than seven days when anything is refused', async () => {
  const graph = await mediaGraph(() => gone);
  const first = openFetch(graph.url);
  first.start();
  await until('the answer', () => first.row().state === 'gone');
  expect(first.row()).toMatchObject({ reason: 'media-gone', next_at: null });
  const trouble = await mediaGraph(() => ({ status: 500, json: { error: { message: 'trouble', code: 131000 } } }));
  const young = openFetch(trouble.url);
  young.start();
  await until('a try', () => young.row().tries === 1);
  expect(young.row().state).toBe('wanted');
  const old = openFetch(trouble.url, { sentAt: T - 8 * DAY });
  old.start();
  await until('the answer', () => old.row().state === 'gone');
});

test.each([
  ['announced', {}],
  ['real', { file_size: undefined }],
])('one that is larger than the setting (%s) waits until a person asks', async (_how, over) => {
  const graph = await mediaGraph((url) => (url.startsWith('/v25.0/') ? info(`${graph.url}/file`, over) : { bytes: PNG }));
  const { start, row, store, clock } = openFetch(graph.url, { limit: 100_000 });
  const worker = start();
  await until('the answer', () => row().state === 'too-large');
  expect(row()).toMatchObject({ reason: 'media-too-large', size: PNG.length, next_at: null, hash: null });
  store.media.ask(row().id, clock.now);
  worker.wake();
  await until('the file', () => row().state === 'ready');
});

test('without a network nothing is counted, and a program that ended goes on where it was', async () => {
  const off = openFetch('http://127.0.0.1:9');
  off.start();
  await until('a pause', () => off.row().next_at! > T);
  expect(off.row()).toMatchObject({ state: 'wanted', tries: 0 });
});

test('a message that lost its file meanwhile gets none', async () => {
  const graph = await mediaGraph((url) => {
    if (url.startsWith('/v25.0/')) return info(`${graph.url}/file`);
    fetcher.store.media.remove(fetcher.row().message_id);
    return { bytes: PNG };
  });
  const fetcher = openFetch(graph.url);
  fetcher.start();
  await until('the end', () => fetcher.shares.at(-1) === null);
  expect(fetcher.row()).toMatchObject({ state: 'removed', hash: null, wa_id: null });
  await fetcher.folder.sweep(fetcher.store.media.isNamed);
  expect(existsSync(fetcher.folder.fileOf(SHA.toString('hex')))).toBe(false);
});
