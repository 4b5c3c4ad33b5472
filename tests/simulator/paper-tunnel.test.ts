import { expect, onTestFinished, test } from 'vitest';
import type { TunnelView } from '../../shared/contract/connection.ts';
import { createPaperTunnel, type PaperTunnel } from '../../electron/simulator/paper-tunnel.ts';
import type { Tunnel } from '../../electron/inbound/tunnel/tunnel.ts';
import { answeringServer } from '../support/answering-server.ts';
import { until } from '../support/until.ts';

async function openTunnel(options: { retryMs?: number; slowMs?: number } = {}) {
  const server = await answeringServer((response, { method, url, body, headers }) => {
    response.writeHead(url === '/teapot' ? 418 : 200, { 'x-signature': String(headers['x-hub-signature-256']) });
    response.end(`${method} ${url} ${body}`);
  });
  const tunnel: PaperTunnel & Tunnel = createPaperTunnel({ now: Date.now, ...options });
  onTestFinished(() => tunnel.stop());
  const states: TunnelView[] = [];
  tunnel.subscribe((state) => void states.push(state));
  const target = { host: '127.0.0.1', port: Number(new URL(server.url).port) };
  tunnel.start(target);
  const up = async (): Promise<string> => {
    await until('the tunnel to stand', () => tunnel.state.state === 'up');
    return tunnel.state.state === 'up' ? tunnel.state.url : '';
  };
  return { tunnel, states, target, up, first: await up(), asked: server.asked };
}

const kinds = (states: TunnelView[]) => states.map((state) => state.state);
const hung = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(300) }).then(
    () => 'answered',
    (error: Error) => error.name,
  );

test('it passes method, path, body, headers and status both ways', async () => {
  const { first, states } = await openTunnel();
  const answer = await fetch(`${first}/webhook?a=b%20c`, { method: 'POST', body: 'ünï', headers: { 'x-hub-signature-256': 'sha256=1' } });
  expect(await answer.text()).toBe('POST /webhook?a=b%20c ünï');
  expect(answer.headers.get('x-signature')).toBe('sha256=1');
  expect((await fetch(`${first}/teapot`)).status).toBe(418);
  expect(kinds(states)).toEqual(['connecting', 'up']);
});

test('stopped, it is off and its address closed; started again, it has the same address', async () => {
  const { tunnel, first, target, up } = await openTunnel();
  await tunnel.stop();
  expect(tunnel.state).toEqual({ state: 'off' });
  await expect(fetch(first)).rejects.toThrow();
  tunnel.start(target);
  expect(await up()).toBe(first);
  expect((await fetch(first)).status).toBe(200);
});

test('with nobody behind it, it answers 502', async () => {
  const { tunnel, first } = await openTunnel();
  tunnel.start({ host: '127.0.0.1', port: 1 });
  await until('the new target', () => tunnel.state.state === 'up');
  expect((await fetch(first)).status).toBe(502);
});

test('told another address, it stands there and no longer at the old one', async () => {
  const { tunnel, first, up } = await openTunnel();
  await tunnel.readdress();
  const second = await up();
  expect(second).not.toBe(first);
  await expect(fetch(first)).rejects.toThrow();
  expect((await fetch(second)).status).toBe(200);
});

test('cut, it is down and says when it tries again; mended, it comes back by itself at its old address', async () => {
  const { tunnel, states, first, up } = await openTunnel({ retryMs: 30 });
  await tunnel.behave('cut');
  await until('two tries', () => states.filter((state) => state.state === 'down').length >= 2);
  expect(tunnel.fault).toBe('cut');
  expect(states.find((state) => state.state === 'down')).toMatchObject({ reason: 'tunnel-network', retryAt: expect.any(Number) });
  await expect(fetch(first)).rejects.toThrow();
  await expect(tunnel.readdress()).rejects.toThrow(RangeError);
  await tunnel.behave('good');
  expect(await up()).toBe(first);
  expect((await fetch(first)).status).toBe(200);
});

test('dead, it says that it stands but nothing passes, until it is started anew', async () => {
  const { tunnel, target, first, asked, up } = await openTunnel();
  await tunnel.behave('dead');
  expect(tunnel.state.state).toBe('up');
  expect(await hung(first)).toBe('TimeoutError');
  expect(asked).toEqual([]);
  await tunnel.stop();
  tunnel.start(target);
  expect(await up()).toBe(first);
  expect(tunnel.fault).toBe('good');
  expect(await hung(first)).toBe('answered');
});

test('slow, it keeps every request for a while, and lets it pass', async () => {
  const { tunnel, first, asked } = await openTunnel({ slowMs: 120 });
  await tunnel.behave('slow');
  const began = Date.now();
  expect((await fetch(first)).status).toBe(200);
  expect(Date.now() - began).toBeGreaterThanOrEqual(100);
  expect(asked).toHaveLength(1);
});

test('foreign, it shows somebody else’s page, and takes no webhook', async () => {
  const { tunnel, first, asked } = await openTunnel();
  await tunnel.behave('foreign');
  const page = await fetch(`${first}/webhook?probe=12345678`);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await page.text()).toContain('for sale');
  expect((await fetch(first, { method: 'POST', body: 'x' })).status).toBe(405);
  expect(asked).toEqual([]);
  expect(tunnel.state.state).toBe('up');
});

test('its token refused, it has failed for good: a start changes nothing until the token is taken again', async () => {
  const { tunnel, target, first, states, up } = await openTunnel();
  await tunnel.behave('token-refused');
  expect(tunnel.state).toMatchObject({ state: 'failed', reason: 'tunnel-token', details: expect.any(String) });
  await expect(fetch(first)).rejects.toThrow();
  tunnel.start(target);
  await until('another refusal', () => kinds(states).filter((kind) => kind === 'failed').length === 2);
  await tunnel.behave('good');
  expect(await up()).toBe(first);
});
