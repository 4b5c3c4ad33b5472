import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';
import { linkEvents, red } from '../support/watch-light.ts';

test('while another program holds the port the light is red; once it is free webhooks come in, without a restart', async () => {
  const squatter = http.createServer((_request, response) => response.writeHead(418).end());
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const freed = () =>
    new Promise<void>((resolve) => {
      squatter.closeAllConnections();
      squatter.close(() => resolve());
    });
  onTestFinished(() => (squatter.listening ? freed() : undefined));

  const address = `http://127.0.0.1:${port}`;
  const shop = closeAfter(await startShop({ webhookPort: port, environment: { SHOPBELL_TUNNEL: 'own', SHOPBELL_PUBLIC_URL: address } }));
  const taken = await red(shop, 'port-in-use');
  expect(taken.light).toMatchObject({ proof: 'server' });
  expect(taken.webhook).toMatchObject({ localUrl: null, problem: 'port-in-use' });
  expect(taken.callbackUrl).toBeNull();

  await freed();
  const open = await until(
    'the webhook server',
    async () => {
      const view = await shop.api.connection.get();
      return view.webhook.problem === null && view.callbackUrl !== null && view;
    },
    20_000,
  );
  expect(open.webhook.localUrl).toBe(`${address}/webhook`);
  expect(open.callbackUrl).toBe(`${address}/webhook`);
  expect(await postSigned(`${address}/webhook`, envelope({ messages: [orderMessage({})] }))).toBe(200);
  expect((await shop.api.orders.board()).new).toHaveLength(1);
  expect((await shop.api.connection.get()).light.reason).not.toBe('port-in-use');
  expect(await linkEvents(shop)).toEqual(expect.arrayContaining(['red', 'tunnel-up']));
});

test('a shop that ends while the port is taken ends cleanly, and takes it no more', async () => {
  const squatter = http.createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const shop = await startShop({ webhookPort: port });
  await shop.stop();
  await new Promise<void>((resolve) => squatter.close(() => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  await expect(fetch(`http://127.0.0.1:${port}/webhook`)).rejects.toThrow();
});
