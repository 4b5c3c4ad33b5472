import { createHmac } from 'node:crypto';
import net from 'node:net';
import { expect, test } from 'vitest';
import { BODY_LIMIT } from '../../electron/inbound/read-body.ts';
import { startWebhookServer, type WebhookSecrets } from '../../electron/inbound/webhook-server.ts';
import { closeAfter } from '../support/close-after.ts';
import { sign } from '../support/post-webhook.ts';
import { APP_SECRET } from '../support/start-shop.ts';

async function aServer(over: { receive?: (body: Buffer) => Promise<number>; secrets?: Partial<WebhookSecrets> } = {}) {
  const bodies: Buffer[] = [];
  let refused = 0;
  const server = closeAfter(
    await startWebhookServer(0, {
      secrets: () => ({ appSecrets: [APP_SECRET], verifyToken: 'a-verify-token', onpremSecret: null, ...over.secrets }),
      receive: over.receive ?? (async (body) => bodies.push(body)),
      onRefused: () => (refused += 1),
      onVerified: () => undefined,
      probeKey: 'key',
      now: Date.now,
    }),
  );
  const base = `http://127.0.0.1:${server.port}`;
  const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, path = '/webhook') =>
    fetch(base + path, { method: 'POST', body, headers: { 'x-hub-signature-256': sign(body), ...headers } }).then((response) => response.status);
  return { base, port: server.port, bodies, post, refused: () => refused };
}

/** What a raw socket hears until it is closed. */
function converse(port: number, text: string, then?: (socket: net.Socket) => void): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => {
      socket.write(text);
      then?.(socket);
    });
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard));
  });
}

test('answers Meta’s verification with the bare challenge, and nobody else', async () => {
  const { base } = await aServer();
  const ask = (query: string) => fetch(`${base}/webhook?${query}`);
  const good = await ask('hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=a-verify-token');
  expect([good.status, await good.text(), good.headers.get('content-type')]).toEqual([200, '1158201444', 'text/plain; charset=utf-8']);
  expect((await ask('hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong')).status).toBe(403);
  expect((await ask('hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=a-verify-token')).status).toBe(403);
  expect((await ask('hub.mode=subscribe&hub.verify_token=a-verify-token')).status).toBe(403);
  expect((await ask('')).status).toBe(403);
});

test('an empty verify token verifies nobody', async () => {
  const { base } = await aServer({ secrets: { verifyToken: '' } });
  expect((await fetch(`${base}/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token=`)).status).toBe(403);
});

test('answers a probe with a keyed digest, and only so often', async () => {
  const { base } = await aServer();
  const answer = await fetch(`${base}/webhook?probe=nonce-0001`);
  expect(await answer.text()).toBe(createHmac('sha256', 'key').update('nonce-0001').digest('hex'));
  expect((await fetch(`${base}/webhook?probe=no`)).status).toBe(400);
  const many = await Promise.all(Array.from({ length: 20 }, () => fetch(`${base}/webhook?probe=nonce-0002`).then((one) => one.status)));
  expect(many).toContain(429);
});

test('other paths are not there, other methods are not allowed', async () => {
  const { base } = await aServer();
  const status = (path: string, method: string) => fetch(base + path, { method }).then((one) => [one.status, one.headers.get('allow')]);
  expect(await status('/', 'GET')).toEqual([404, null]);
  expect(await status('/webhook/', 'POST')).toEqual([404, null]);
  expect(await status('/rpc', 'GET')).toEqual([404, null]);
  expect(await status('/onprem/anything', 'POST')).toEqual([404, null]);
  expect(await status('/webhook', 'PUT')).toEqual([405, 'GET, POST']);
  expect(await status('/webhook', 'DELETE')).toEqual([405, 'GET, POST']);
  const open = await aServer({ secrets: { onpremSecret: 'an-onprem-secret' } });
  expect(await fetch(`${open.base}/onprem/an-onprem-secret`).then((one) => one.status)).toBe(405);
  expect(await open.post('{}', {}, '/onprem/an-onprem-secret')).toBe(200);
});

test('a body of 3 MB is taken byte for byte; beyond the limit it is refused, announced or not', async () => {
  const { post, bodies, base } = await aServer();
  const large = new Uint8Array(3 * 1024 * 1024).fill(97);
  expect(await post(large)).toBe(200);
  expect(bodies[0]?.equals(large)).toBe(true);
  const tooLarge = new Uint8Array(BODY_LIMIT + 1).fill(97);
  expect(await post(tooLarge)).toBe(413);
  const chunked = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(tooLarge);
      controller.close();
    },
  });
  const headers = { 'x-hub-signature-256': sign(tooLarge) };
  expect((await fetch(`${base}/webhook`, { method: 'POST', body: chunked, headers, duplex: 'half' } as RequestInit)).status).toBe(413);
  expect(bodies).toHaveLength(1);
});

test('is answered only after the body is kept, and asked to come again when it cannot be', async () => {
  let keep = () => {};
  const { post } = await aServer({ receive: () => new Promise((resolve) => (keep = () => resolve(1))) });
  let answered = false;
  const posting = post('{}').then((status) => {
    answered = true;
    return status;
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(answered).toBe(false);
  keep();
  expect(await posting).toBe(200);
  const full = await aServer({ receive: () => Promise.reject(new Error('disk full')) });
  const refused = await fetch(`${full.base}/webhook`, { method: 'POST', body: '{}', headers: { 'x-hub-signature-256': sign('{}') } });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30']);
});

test('a large body without proof is refused unread, and counted', async () => {
  const { post, refused, bodies } = await aServer();
  expect(await post(new Uint8Array(2 * 1024 * 1024), { 'x-hub-signature-256': 'sha256=nothing' })).toBe(401);
  expect(await post('{}', { 'x-hub-signature-256': sign('{ }') })).toBe(401);
  expect({ refused: refused(), bodies }).toEqual({ refused: 2, bodies: [] });
});

test('junk on the socket, endless headers and a sender that goes away are cut off, and the next one is served', async () => {
  const { port, post } = await aServer();
  expect(await converse(port, 'this is not HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await converse(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  await converse(port, `POST /webhook HTTP/1.1\r\nhost: x\r\nx-hub-signature-256: ${sign('{}')}\r\ncontent-length: 100\r\n\r\n{`, (socket) =>
    setTimeout(() => socket.destroy(), 50),
  );
  expect(await post('{}')).toBe(200);
});

test('a sender that is too slow hears 408 and is cut off', async () => {
  const { port } = await aServer();
  const heard = await converse(port, `POST /webhook HTTP/1.1\r\nhost: x\r\nx-hub-sig`);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
}, 40_000);
