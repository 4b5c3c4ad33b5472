import { expect, test } from 'vitest';
import { startPaperAccount, startPaperShop, writesOf } from '../../support/start-paper-shop.ts';
import { newOrders } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, lightOf, redLight } from '../../support/watch-light.ts';

/** An address of loopback that refuses every call. */
const NOWHERE = 'http://127.0.0.1:9';

test('an address that leads nowhere yet is refused by Meta’s own call while it is written down; once it stands, the same button does it', async () => {
  const simulator = await startPaperAccount();
  const paper = await startPaperShop(simulator, { way: false });
  const { shop, proxy, port } = paper;
  await shop.api.settings.save({ tunnel: 'own', publicUrl: NOWHERE });
  await until('the way in', async () => (await shop.api.connection.get()).callbackUrl !== null);
  expect(await shop.api.connection.register({ takeOver: false })).toEqual({ ok: false, reason: 'verify-failed' });
  const { light, proofs, registered } = await lightOf(shop, 'red', ({ tone }) => tone === 'bad');
  expect(light).toMatchObject({ proof: 'loop', reason: 'loop-unreachable' });
  expect(proofs.find(({ kind }) => kind === 'verified')).toMatchObject({ state: 'bad', reason: 'verify-failed', details: expect.stringContaining('(#100)') });
  expect(registered).toBeNull();
  const tried = (await writesOf(shop)).length;
  for (let n = 0; n < 3; n += 1) await shop.api.connection.checkNow();
  // What this shop never set is not set by itself, however often it looks.
  expect(await writesOf(shop)).toHaveLength(tried);

  proxy.start({ host: '127.0.0.1', port });
  const url = await until('the proxy', () => proxy.state.state === 'up' && proxy.state.url);
  await shop.api.settings.save({ publicUrl: url });
  await redLight(shop, 'verify-failed', 'register');
  expect(await shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  const { light: is, proofs: after } = await greenLight(shop);
  expect([is.metaAt !== null, after.find(({ kind }) => kind === 'verified')]).toMatchObject([true, { state: 'good' }]);
  await simulator.act('order');
  expect(await newOrders(shop)).toEqual([1]);
});

test('a new address of one’s own that stands only a while later is tried again by itself until Meta takes it', async () => {
  const simulator = await startPaperAccount();
  const { shop, proxy, port } = await startPaperShop(simulator);
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  // The address is entered before the router leads it here.
  await shop.api.settings.save({ publicUrl: NOWHERE });
  await lightOf(shop, 'red', ({ tone }) => tone === 'bad');
  await simulator.act('order');
  expect(await newOrders(shop)).toEqual([1]);
  await until('a try that Meta’s own call refused', async () => {
    const { proofs } = await shop.api.connection.get();
    return proofs.some(({ kind, reason }) => kind === 'verified' && reason === 'verify-failed');
  });

  await proxy.stop();
  proxy.start({ host: '127.0.0.1', port });
  const url = await until('the proxy', () => proxy.state.state === 'up' && proxy.state.url);
  await shop.api.settings.save({ publicUrl: `${url}/` });
  const { registered } = await greenLight(shop);
  expect(registered?.callbackUrl).toBe(`${url}/webhook`);
  expect(inOrder(await eventsOf(shop), ['registered', 'address-changed', 'address-changed', 'green'])).toBe(true);
});
