import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';
import { green, light, linkEvents, NOTHING_SET } from '../support/watch-light.ts';

const practiceShop = () => startShop({ environment: NOTHING_SET, reads: 'practice/shopbell.db', watchPace: 60, practicePace: 100 });

test('what was ordered while the way in was cut comes late, rings once, and stands in the report', async () => {
  const shop = closeAfter(await practiceShop());
  await green(shop);
  await shop.api.practice.script({ on: false });
  const before = (await shop.api.orders.board()).new.length;
  const bell = await listenToBell(shop.api, 'screen-number-1');

  await shop.api.practice.trouble({ tunnel: 'cut' });
  const cut = await light(shop, 'red for the tunnel', ({ tone, proof }) => tone === 'bad' && proof === 'tunnel');
  expect(cut.tunnel).toMatchObject({ state: 'down' });
  await shop.api.practice.act({ action: 'order' });
  // The least gap is five minutes, at this pace five seconds.
  await until('a cut long enough for a report', () => shop.rows("SELECT 1 FROM gaps WHERE cause = 'cut-off' AND ended_at IS NULL").length === 1, 20_000);
  expect((await shop.api.orders.board()).new).toHaveLength(before);
  expect((await shop.api.connection.get()).gap).toBeNull();

  await shop.api.practice.trouble({ tunnel: 'good' });
  await green(shop);
  await until('the late order', async () => (await shop.api.orders.board()).new.length === before + 1, 20_000);
  const order = (await shop.api.orders.board()).new.toSorted((one, other) => one.id - other.id).at(-1);
  await until('its ring', () => bell.last()?.ringing.some(({ orderIds }) => orderIds.includes(order?.id ?? 0)));
  expect(shop.rows('SELECT message_wamid FROM orders GROUP BY message_wamid HAVING count(*) > 1')).toEqual([]);

  const { gap } = await until('the report', async () => {
    const view = await shop.api.connection.get();
    return view.gap !== null && view.gap.lateOrderIds.length > 0 && view;
  });
  expect(gap).toMatchObject({ cause: 'cut-off', seenAt: null, lateOrderIds: [order?.id] });
  expect(await linkEvents(shop)).toEqual(expect.arrayContaining(['tunnel-lost', 'red', 'gap', 'tunnel-up', 'green']));
});

test('a tunnel whose token is refused waits for a person, and stands at once with a good one', async () => {
  const shop = closeAfter(await practiceShop());
  await green(shop);
  await shop.api.practice.trouble({ tunnel: 'token-refused' });
  const { light: is } = await light(shop, 'red for the token', ({ tone, reason }) => tone === 'bad' && reason === 'tunnel-token');
  expect(is).toMatchObject({ proof: 'tunnel', action: 'choose-way-in' });
  await shop.api.practice.trouble({ tunnel: 'good' });
  await green(shop);
});
