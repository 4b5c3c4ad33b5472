import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFeed } from '../electron/feed.ts';
import { openRooms, T } from './support/open-rooms.ts';
import { startFiles } from '../electron/parts/start-files.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

test('however many messages arrive, the rows are looked at a few times a second, and Meta is asked once a file', async () => {
  const asked: string[] = [];
  const graph = http.createServer((request, response) => {
    const address = (request.url ?? '').split('?')[0] ?? '';
    asked.push(address);
    if (address.startsWith('/bytes/')) return void response.end(`The file ${address}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url: `http://${request.headers.host}/bytes/${path.basename(address)}`, mime_type: 'text/plain' }));
  });
  await new Promise<void>((resolve) => graph.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    graph.closeAllConnections();
    graph.close();
  });
  const { store, conversation, inbound } = openRooms();
  const chat = conversation('16505550111');
  let looks = 0;
  const media = {
    ...store.media,
    due: (...given: Parameters<typeof store.media.due>) => {
      looks += 1;
      return store.media.due(...given);
    },
  };
  const feed = createFeed('test');
  const files = startFiles({
    shop: 'real',
    file: path.join(temporaryFolder(), 'shopbell.db'),
    store: { ...store, media },
    feed,
    access: () => ({ baseUrl: `http://127.0.0.1:${(graph.address() as AddressInfo).port}`, version: 'v25.0', accessToken: 'test-token' }),
    configured: () => true,
    values: () => ({ mediaLimit: 100 }),
    now: () => T,
    newId: randomUUID,
    log: () => undefined,
  });
  onTestFinished(() => files.stop());
  const atStart = looks;
  const began = performance.now();
  const FILES = 20;
  const messages: number[] = [];
  for (let count = 0; count < 2000; count += 1) {
    const withFile = count % 100 === 0;
    const messageId = inbound(
      chat,
      withFile ? { type: 'document', content: { kind: 'media', media: 'document', caption: null, voice: false, animated: false } } : {},
    );
    if (withFile) {
      messages.push(messageId);
      store.media.want(messageId, { kind: 'document', waId: `${1000 + count}`, mimeType: 'text/plain', filename: null, sha256: null, url: null }, T);
    }
    feed.publish([{ kind: 'message', conversationId: chat, messageId }]);
    if (count % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await until('all files', () => messages.every((id) => store.media.of(id)?.state === 'ready'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const took = performance.now() - began;
  // Each file that is whole looks for the next one.
  expect(looks - atStart).toBeLessThanOrEqual(took / 200 + 2 + FILES);
  expect(asked).toHaveLength(2 * FILES);
  expect(new Set(asked).size).toBe(2 * FILES);
});
