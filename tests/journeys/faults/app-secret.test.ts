import { expect, test } from 'vitest';
import { listenToBell } from '../../support/listen-to-bell.ts';
import { PAPER, startPaperAccount, startPaperShop } from '../../support/start-paper-shop.ts';
import { newOrders } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, lightOf, logOf, redLight } from '../../support/watch-light.ts';

const WRONG = 'fedcba9876543210fedcba9876543210';

test('a wrong app secret is red and refuses what comes; once the right one is entered, what was refused comes again', async () => {
  const simulator = await startPaperAccount();
  const { shop } = await startPaperShop(simulator);
  expect(await shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  await greenLight(shop);
  await shop.api.settings.setSecret({ name: 'appSecret', value: WRONG });
  // The secret before would be taken for a day: it was never the wrong one's.
  await shop.api.settings.setSecret({ name: 'appSecretPrevious', value: '' });
  const { light } = await redLight(shop, 'secret-wrong', 'enter-secret');
  expect(light.proof).toBe('signature');

  const bell = await listenToBell(shop.api, 'screen-number-1');
  await simulator.act('order');
  const { refused } = await until('the refusal', async () => {
    const seen = await shop.api.connection.get();
    return seen.refused.count > 0 && seen;
  });
  expect(refused).toMatchObject({ lastWhy: 'mismatch', lastAt: expect.any(Number) });
  expect(refused.likeMeta).toBe(refused.count);
  expect((await shop.api.inspector.refusals())[0]).toMatchObject({ why: 'mismatch', likeMeta: true });
  expect([await newOrders(shop), shop.rows('SELECT 1 FROM webhook_log')]).toEqual([[], []]);

  await shop.api.settings.setSecret({ name: 'appSecret', value: PAPER.appSecret });
  await greenLight(shop);
  await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
  await until('its ring', () => bell.rings() > 0);
  expect([await newOrders(shop), bell.rings()]).toEqual([[1], 1]);
  expect(await logOf(shop)).toContainEqual({ event: 'red', reason: 'secret-wrong' });
  expect(inOrder(await eventsOf(shop), ['green', 'secret-changed', 'red', 'secret-changed', 'green'])).toBe(true);
});

test('a secret that was rotated at Meta is noticed by the first webhook, without waiting for the next look at Meta', async () => {
  const simulator = await startPaperAccount();
  // The next look at Meta is nine minutes away.
  const { shop } = await startPaperShop(simulator, { watchPace: 1 });
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  await simulator.makeTrouble({ secret: 'rotated' });
  await simulator.act('order');
  const { light } = await redLight(shop, 'secret-wrong', 'enter-secret');
  expect(light.proof).toBe('signature');
  await shop.api.settings.setSecret({ name: 'appSecret', value: simulator.appSecret });
  await greenLight(shop);
  await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
});

test('anybody can forge a signature under Meta’s name: while Meta stands by the secret that turns nothing red', async () => {
  const simulator = await startPaperAccount();
  const { shop, port } = await startPaperShop(simulator);
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  for (let n = 0; n < 2; n += 1)
    expect(
      (
        await fetch(`http://127.0.0.1:${port}/webhook`, {
          method: 'POST',
          body: '{}',
          headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}`, 'user-agent': 'facebookexternalua' },
        })
      ).status,
    ).toBe(401);
  await shop.api.connection.checkNow();
  await lightOf(shop, 'green all the same', ({ tone }) => tone === 'good');
  expect((await eventsOf(shop)).filter((event) => event === 'red')).toHaveLength(1);
});
