import net, { type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { envelope, orderMessage, postSigned, sign } from '../../support/post-webhook.ts';
import { PAPER, startPaperAccount, startPaperShop } from '../../support/start-paper-shop.ts';
import { newOrders } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, redLight } from '../../support/watch-light.ts';

async function takePort(wanted = 0): Promise<{ port: number; free(): Promise<void> }> {
  const blocker = net.createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => blocker.listen(wanted, '127.0.0.1', resolve));
  const free = () => new Promise<void>((resolve) => void blocker.close(() => resolve()));
  onTestFinished(() => void blocker.close());
  return { port: (blocker.address() as AddressInfo).port, free };
}

test('a port that another program uses is red, and the shop is reached by itself once it is free', async () => {
  const taken = await takePort();
  const { shop, proxy } = await startPaperShop(await startPaperAccount(), { webhookPort: taken.port, way: false });
  // The way to the port stands before the shop does.
  proxy.start({ host: '127.0.0.1', port: taken.port });
  const url = await until('the proxy', () => proxy.state.state === 'up' && proxy.state.url);
  await shop.api.settings.save({ tunnel: 'own', publicUrl: url });
  const { light, webhook, callbackUrl } = await redLight(shop, 'port-in-use', 'check-now');
  expect([light.proof, webhook, callbackUrl]).toEqual(['server', { localUrl: null, problem: 'port-in-use', onprem: false }, null]);
  await shop.api.connection.checkNow();
  await shop.api.connection.restartTunnel();
  expect((await shop.api.connection.get()).light.reason).toBe('port-in-use');
  const body = JSON.stringify(envelope({ messages: [orderMessage()] }));
  const post = () => postSigned(`${url}/webhook`, body, { 'x-hub-signature-256': sign(body, PAPER.appSecret) });
  expect(await post()).toBe(502);

  await taken.free();
  const { webhook: again } = await redLight(shop, 'not-registered', 'register');
  expect(again).toMatchObject({ localUrl: `http://127.0.0.1:${taken.port}/webhook`, problem: null });
  expect(shop.app.webhookUrl()).toBe(again.localUrl);
  expect(await shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  await greenLight(shop);
  expect(await post()).toBe(200);
  expect(await newOrders(shop)).toEqual([1]);
  expect(inOrder(await eventsOf(shop), ['started', 'red', 'tunnel-up', 'registered', 'green'])).toBe(true);
});

test('a person who freed the port need not wait', async () => {
  const taken = await takePort();
  // At a shop's own pace the next try is seconds away.
  const { shop } = await startPaperShop(await startPaperAccount(), { webhookPort: taken.port, way: false, watchPace: 0.1 });
  await redLight(shop, 'port-in-use', 'check-now');
  await taken.free();
  expect((await shop.api.connection.checkNow()).webhook.problem).toBeNull();
});

test('a program that ends while the port is taken tries no more', async () => {
  const taken = await takePort();
  const { shop } = await startPaperShop(await startPaperAccount(), { webhookPort: taken.port, way: false });
  await shop.stop();
  await taken.free();
  await new Promise((resolve) => setTimeout(resolve, 600));
  // Nobody has taken it.
  const again = await takePort(taken.port);
  expect(again.port).toBe(taken.port);
  await again.free();
});
