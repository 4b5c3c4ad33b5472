import { expect, test } from 'vitest';
import type { Simulator } from '../../../electron/simulator/simulator.ts';
import { type PaperShop, startPaperAccount, startPaperShop, writesOf } from '../../support/start-paper-shop.ts';
import { newOrders } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, redLight } from '../../support/watch-light.ts';

const ROUNDS = 10;
/** A Shopbell answers two probes a second: these rounds are to be its looks, not those of the clock. */
const watchPace = 6;

/** Both look at everything, over and over; nothing is written at Meta meanwhile. */
async function lookTenTimes(...shops: PaperShop[]): Promise<void> {
  const before = await Promise.all(shops.map(({ shop }) => writesOf(shop)));
  for (let round = 0; round < ROUNDS; round += 1) await Promise.all(shops.map(({ shop }) => shop.api.connection.checkNow()));
  expect(await Promise.all(shops.map(({ shop }) => writesOf(shop)))).toEqual(before);
}

async function order(simulator: Simulator, { shop }: PaperShop, elsewhere: PaperShop): Promise<void> {
  const [mine, theirs] = [(await newOrders(shop)).length, (await newOrders(elsewhere.shop)).length];
  await simulator.act('order');
  await until('the order', async () => (await newOrders(shop)).length === mine + 1);
  expect(await newOrders(elsewhere.shop)).toHaveLength(theirs);
}

test.each(['app', 'account', 'number'] as const)('two Shopbells on one account never fight over the bell, written down for the %s', async (level) => {
  const simulator = await startPaperAccount();
  const one = await startPaperShop(simulator, { watchPace });
  const two = await startPaperShop(simulator, { watchPace });
  for (const { shop } of [one, two]) await shop.api.settings.save({ callbackLevel: level });
  expect(await one.shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
  const { callbackUrl } = await greenLight(one.shop);

  await two.shop.api.connection.checkNow();
  const { foreignCallback } = await redLight(two.shop, 'other-shopbell', 'take-over');
  expect(foreignCallback).toBe(callbackUrl);
  expect(await two.shop.api.connection.register({ takeOver: false })).toEqual({ ok: false, reason: 'other-shopbell' });
  await lookTenTimes(one, two);
  await order(simulator, one, two);
  expect((await greenLight(one.shop)).foreignCallback).toBeNull();

  // A person at the second PC takes it.
  expect(await two.shop.api.connection.register({ takeOver: true })).toMatchObject({ ok: true });
  await greenLight(two.shop);
  await one.shop.api.connection.checkNow();
  const lost = await redLight(one.shop, 'other-shopbell', 'take-over');
  expect(lost.foreignCallback).toBe((await two.shop.api.connection.get()).callbackUrl);
  await lookTenTimes(one, two);
  await order(simulator, two, one);
  expect((await eventsOf(one.shop)).filter((event) => event === 'callback-lost')).toHaveLength(1);
  expect(inOrder(await eventsOf(two.shop), ['red', 'taken-over', 'green'])).toBe(true);
  expect((await eventsOf(two.shop)).filter((event) => event === 'taken-over')).toHaveLength(1);
});

test('one that lost the bell does not take it back when its address changes or it is started again; one that has it keeps it', async () => {
  const simulator = await startPaperAccount();
  const one = await startPaperShop(simulator, { watchPace });
  const two = await startPaperShop(simulator, { watchPace });
  await one.shop.api.connection.register({ takeOver: false });
  await greenLight(one.shop);
  await two.shop.api.connection.register({ takeOver: true });
  await greenLight(two.shop);
  await one.shop.api.connection.checkNow();
  await redLight(one.shop, 'other-shopbell', 'take-over');

  await one.proxy.readdress();
  const moved = await until('the new address', () => one.proxy.state.state === 'up' && one.proxy.state.url);
  const before = await writesOf(one.shop);
  await one.shop.api.settings.save({ publicUrl: moved });
  await until('the new way in', async () => (await one.shop.api.connection.get()).callbackUrl === `${moved}/webhook`);
  await redLight(one.shop, 'other-shopbell', 'take-over');
  await lookTenTimes(one, two);
  expect(await writesOf(one.shop)).toEqual(before);

  const again = { ...one, shop: await one.shop.restart() };
  try {
    await redLight(again.shop, 'other-shopbell', 'take-over');
    await lookTenTimes(again, two);
    expect(await writesOf(again.shop)).toEqual([]);
    await order(simulator, two, again);
    expect((await greenLight(two.shop)).light.reason).toBeNull();
  } finally {
    await again.shop.stop();
  }
});

test('where the other one is gone for good, a person takes over, and it is not called another Shopbell any more', async () => {
  const simulator = await startPaperAccount();
  const one = await startPaperShop(simulator, { watchPace });
  await one.shop.api.connection.register({ takeOver: false });
  await greenLight(one.shop);
  await one.shop.stop();
  await one.proxy.stop();
  const two = await startPaperShop(simulator, { watchPace });
  await redLight(two.shop, 'callback-elsewhere', 'take-over');
  await lookTenTimes(two);
  expect(await two.shop.api.connection.register({ takeOver: true })).toMatchObject({ ok: true });
  await greenLight(two.shop);
});
