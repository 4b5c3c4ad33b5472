import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned, seconds } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const order = (minutesAgo: number, from: string) => envelope({ messages: [orderMessage({ from, timestamp: seconds(Date.now() - minutesAgo * MINUTE) })] });

test('late orders ring as one group, marked late, until they are taken', async () => {
  const shop = closeAfter(await startShop());
  const bell = await listenToBell(shop.api, 'screen-number-1');
  // As after an outage: Meta comes again with what it kept, one by one.
  for (const [index, minutes] of [90, 60, 30].entries()) {
    await postSigned(shop.webhookUrl, order(minutes, `1650555030${index}`));
    await pause(80);
  }
  await until('the whole group', () => bell.last()?.ringing[0]?.orderIds.length === 3);
  expect(bell.last()?.ringing[0]?.lateIds).toEqual(bell.last()?.ringing[0]?.orderIds);
  expect(bell.rings()).toBe(1);
  expect((await shop.api.orders.board()).new.map(({ late }) => late)).toEqual([true, true, true]);

  await postSigned(shop.webhookUrl, order(0, '16505550309'));
  await until('the ring of the one that is not late', () => bell.rings() === 2);
  expect(bell.last()?.ringing[0]).toMatchObject({ orderIds: expect.arrayContaining([4]), lateIds: [1, 2, 3] });
  for (const orderId of [1, 2, 3]) await shop.api.orders.step({ orderId, action: 'accept' });
  await until('the end of the group', () => bell.last()?.ringing[0]?.lateIds.length === 0);
  expect(bell.last()?.ringing[0]?.orderIds).toEqual([4]);
});
