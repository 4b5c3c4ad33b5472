import { expect, test } from 'vitest';
import { startPaperAccount, startPaperShop, writesOf } from '../../support/start-paper-shop.ts';
import { newOrders } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, lightOf, logOf } from '../../support/watch-light.ts';

/** A look at Meta is due every 2.7 s; what an hour is for it is 18 s. */
const watchPace = 200;

test('management calls that are too many are made more and more seldom, nothing is written, and orders come all the same', async () => {
  const simulator = await startPaperAccount();
  const { shop } = await startPaperShop(simulator, { watchPace });
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  const written = await writesOf(shop);
  await simulator.makeTrouble({ meta: 'rate-limited', subscription: 'lost' });
  const refusals = async () => (await shop.api.inspector.calls()).filter(({ outcome }) => outcome === 'refused');
  // The proofs of before stand until they are too old; then the light says why there are no newer ones.
  const { light } = await lightOf(shop, 'amber', ({ tone }) => tone === 'warn');
  expect(light).toMatchObject({ reason: 'rate-limited', action: 'check-now' });
  expect(new Set((await refusals()).map(({ code }) => code))).toEqual(new Set([4, 80008]));
  await until('the third refused look', async () => (await refusals()).filter(({ code }) => code === 4).length >= 3, 40_000);
  const looks = (await refusals()).flatMap(({ code, at }) => (code === 4 ? [at] : [])).toReversed();
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
  expect(pauses.length).toBeGreaterThan(1);
  for (const [index, pause] of pauses.slice(1).entries()) expect(pause).toBeGreaterThan((pauses[index] ?? 0) * 1.3);
  expect(await writesOf(shop)).toEqual(written);

  await simulator.makeTrouble({ subscription: 'good' });
  await simulator.act('order');
  expect(await newOrders(shop)).toEqual([1]);
  await simulator.makeTrouble({ meta: 'good' });
  await shop.api.connection.checkNow();
  await greenLight(shop);
  expect(await logOf(shop)).toContainEqual({ event: 'amber', reason: 'rate-limited' });
  expect(await eventsOf(shop)).not.toContain('subscription-restored');
}, 90_000);
