import { expect, test } from 'vitest';
import { listenToBell } from '../../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned, seconds, sign } from '../../support/post-webhook.ts';
import { PAPER, startPaperAccount, startPaperShop } from '../../support/start-paper-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder } from '../../support/watch-light.ts';

const HOUR = 60 * 60_000;

test.each([
  ['the system says so', true],
  ['the clock alone tells', false],
] as const)('a computer that slept proves everything anew where %s; what was ordered meanwhile is late, and rings once', async (_, told) => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const simulator = await startPaperAccount({ now });
  const { shop, proxy } = await startPaperShop(simulator, { now });
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const from = now();
  ahead = 6 * HOUR;
  if (told) shop.app.desk.woke(from);
  await until('the sleep in the log', async () => (await eventsOf(shop)).includes('slept'));
  const { light, proofs } = await greenLight(shop);
  // Nothing of before the sleep counts.
  for (const at of [light.provedAt, ...['loop', 'token', 'callback', 'subscribed'].map((name) => proofs.find(({ kind }) => kind === name)?.at)])
    expect(at).toBeGreaterThan(from + 6 * HOUR - 1_000);

  // Meta comes with what it kept, and once more.
  const body = JSON.stringify(envelope({ messages: [orderMessage({ timestamp: seconds(from + 3 * HOUR) })] }));
  const url = proxy.state.state === 'up' ? proxy.state.url : '';
  for (let tries = 0; tries < 2; tries += 1) expect(await postSigned(`${url}/webhook`, body, { 'x-hub-signature-256': sign(body, PAPER.appSecret) })).toBe(200);
  await until('its ring', () => bell.rings() > 0);
  expect((await shop.api.orders.board()).new.map(({ id, late }) => [id, late])).toEqual([[1, true]]);
  expect([bell.rings(), bell.last()?.ringing[0]?.lateIds]).toEqual([1, [1]]);

  const { gap } = await shop.api.connection.get();
  expect(gap).toMatchObject({ cause: 'asleep', lateMessages: 1, lateOrderIds: [1] });
  // The last beat before it is a third of a second away at most, where nobody is busy.
  expect(Math.abs((gap?.beganAt ?? 0) - from)).toBeLessThan(told ? 1 : 10_000);
  expect((await eventsOf(shop)).filter((event) => event === 'slept')).toHaveLength(1);
  expect(inOrder(await eventsOf(shop), ['green', 'slept', 'green'])).toBe(true);
});

test('what was proved a moment before a short sleep counts no more after it', async () => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const simulator = await startPaperAccount({ now });
  // At a shop's own pace those proofs would be good for a minute and more.
  const { shop } = await startPaperShop(simulator, { now, watchPace: 1 });
  await shop.api.connection.register({ takeOver: false });
  await greenLight(shop);
  const from = now();
  ahead = 30_000;
  shop.app.desk.woke(from);
  const { light } = await shop.api.connection.get();
  expect(light.tone).not.toBe('good');
  expect((await greenLight(shop)).light.provedAt).toBeGreaterThan(from + 29_000);
});
