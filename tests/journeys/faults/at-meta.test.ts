import { expect, test } from 'vitest';
import { PAPER, startPaperAccount, startPaperShop, writesOf } from '../../support/start-paper-shop.ts';
import { newOrders, startPracticeShop } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, lightOf, logOf, redLight } from '../../support/watch-light.ts';

test('an access token that has run out is red; a good one that is entered turns it green', async () => {
  const simulator = await startPaperAccount();
  const { shop } = await startPaperShop(simulator);
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  await simulator.makeTrouble({ token: 'expired' });
  const { light } = await redLight(shop, 'token-expired', 'enter-token');
  expect(light.proof).toBe('token');
  // What comes in needs no token.
  await simulator.act('order');
  expect(await newOrders(shop)).toEqual([1]);

  await shop.api.settings.setSecret({ name: 'accessToken', value: `${PAPER.accessToken}-of-somebody-else` });
  await redLight(shop, 'token-refused', 'enter-token');
  // A person makes a new one at Meta.
  await simulator.makeTrouble({ token: 'good' });
  await shop.api.settings.setSecret({ name: 'accessToken', value: PAPER.accessToken });
  const { proofs } = await greenLight(shop);
  expect(proofs.find(({ kind }) => kind === 'token')).toMatchObject({ state: 'good', reason: null });
  expect(await logOf(shop)).toContainEqual({ event: 'red', reason: 'token-expired' });
  expect(inOrder(await eventsOf(shop), ['green', 'red', 'token-changed', 'green'])).toBe(true);
  // No time in which nothing could arrive.
  expect(await shop.api.connection.gaps()).toEqual([]);
});

test('a token that is near its end is amber, and warned of once', async () => {
  const shop = await startPracticeShop();
  await shop.api.practice.trouble({ token: 'expiring', tokenDays: 3 });
  const { light } = await lightOf(shop, 'amber', ({ tone }) => tone === 'warn');
  expect(light).toMatchObject({ proof: 'token', reason: 'token-expiring', action: 'enter-token' });
  for (let n = 0; n < 3; n += 1) await shop.api.connection.checkNow();
  expect((await eventsOf(shop)).filter((event) => event === 'token-warning')).toHaveLength(1);
  await shop.api.practice.trouble({ token: 'good' });
  await shop.api.connection.checkNow();
  await greenLight(shop);
});

test.each(['lost', 'fields-lost'] as const)('a subscription that is %s is restored, and what was ordered meanwhile comes after it', async (subscription) => {
  const shop = await startPracticeShop();
  await shop.api.practice.trouble({ subscription });
  // Meta has nowhere to post it.
  await shop.api.practice.act({ action: 'order' });
  expect(await newOrders(shop)).toEqual([]);
  await until('the subscription again', async () => (await eventsOf(shop)).includes('subscription-restored'), 20_000);
  await greenLight(shop);
  await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
  expect(await newOrders(shop)).toEqual([1]);
});

test('where nothing is to be written at Meta unasked, a lost subscription is red until a person presses the button', async () => {
  const simulator = await startPaperAccount();
  const { shop } = await startPaperShop(simulator);
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  await shop.api.settings.save({ repairAtMeta: false });
  const before = await writesOf(shop);
  await simulator.makeTrouble({ subscription: 'lost' });
  await shop.api.connection.checkNow();
  await redLight(shop, 'not-subscribed', 'register');
  await simulator.act('order');
  for (let n = 0; n < 3; n += 1) await shop.api.connection.checkNow();
  expect([await writesOf(shop), await newOrders(shop)]).toEqual([before, []]);

  expect(await shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  await greenLight(shop);
  await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
  expect(await eventsOf(shop)).not.toContain('subscription-restored');
  expect(simulator.trouble.subscription).toBe('good');
});

test('a clock that is off is red; orders are not taken for late ones by it', async () => {
  const shop = await startPracticeShop();
  await shop.api.practice.trouble({ clockMinutes: 2 });
  await shop.api.connection.checkNow();
  const { light, clockSkew } = await lightOf(shop, 'amber', ({ tone }) => tone === 'warn');
  expect(light).toMatchObject({ proof: 'clock', reason: 'clock-off' });
  expect(Math.round((clockSkew ?? 0) / 60_000)).toBe(2);
  await shop.api.practice.trouble({ clockMinutes: 30 });
  await shop.api.connection.checkNow();
  expect((await redLight(shop, 'clock-off', 'check-now')).light.proof).toBe('clock');
  await shop.api.practice.act({ action: 'order' });
  expect((await shop.api.orders.board()).new.map(({ late }) => late)).toEqual([false]);
  // A person sets it right.
  await shop.api.practice.trouble({ clockMinutes: 0 });
  await shop.api.connection.checkNow();
  await greenLight(shop);
  expect(await logOf(shop)).toEqual(
    expect.arrayContaining([
      { event: 'amber', reason: 'clock-off' },
      { event: 'red', reason: 'clock-off' },
    ]),
  );
  expect(await shop.api.connection.gaps()).toEqual([]);
});
