import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const HOURS = 5 * 60 * MINUTE;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A shop that was closed five hours ago, and could be reached until then. */
async function reopened(): Promise<TestShop> {
  const shop = await startShop();
  await shop.stop();
  const db = new Database(path.join(shop.folder, 'shopbell.db'));
  const keep = db.prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  for (const name of ['alive_at', 'reachable_at']) keep.run(name, String(Date.now() - HOURS));
  db.close();
  return closeAfter(await startShop({ folder: shop.folder }));
}
const written = (minutesAgo: number, from: string) => ({ from, timestamp: seconds(Date.now() - minutesAgo * MINUTE) });

test('orders of a gap are named in its report, marked late and rung once, however often Meta brings them', async () => {
  const shop = await reopened();
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const bodies = [
    envelope({ messages: [orderMessage(written(240, '16505550311'))] }),
    envelope({ messages: [textMessage(written(200, '16505550312'))] }),
    envelope({ messages: [orderMessage(written(6, '16505550313'))] }),
  ];
  for (const body of bodies) expect(await postSigned(shop.webhookUrl, body)).toBe(200);
  await until('both ring', () => bell.last()?.ringing[0]?.orderIds.length === 2);
  const rings = bell.rings();
  for (const body of bodies) expect(await postSigned(shop.webhookUrl, body)).toBe(200);
  await pause(300);
  expect(bell.rings()).toBe(rings);

  const { gap } = await shop.api.connection.get();
  expect(gap).toMatchObject({ cause: 'closed', seenAt: null, lateMessages: 3, lateOrderIds: [1, 2] });
  // The one of six minutes ago is in the report, and no late one on the board: Meta brought it soon.
  const late = (await shop.api.orders.board()).new.map(({ id, late: is }) => [id, is]);
  expect(Object.fromEntries(late)).toEqual({ 1: true, 2: false });
});

test('an order that is taken before Meta brings it again rings no more', async () => {
  const shop = await reopened();
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const body = envelope({ messages: [orderMessage(written(100, '16505550314'))] });
  await postSigned(shop.webhookUrl, body);
  await until('it rings', () => bell.last()?.ringing[0]?.orderIds.length === 1);
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await until('silence', () => bell.last()?.ringing.every(({ orderIds }) => orderIds.length === 0));
  const rings = bell.rings();
  await postSigned(shop.webhookUrl, body);
  await pause(300);
  expect(bell.rings()).toBe(rings);
  expect((await shop.api.connection.get()).gap).toMatchObject({ lateOrderIds: [1] });
});
