import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { Api } from '../../shared/contract.ts';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

/** Nothing real is set: what a new user starts. */
const NOTHING = {
  SHOPBELL_APP_SECRET: '',
  SHOPBELL_VERIFY_TOKEN: '',
  SHOPBELL_ACCESS_TOKEN: '',
  SHOPBELL_PHONE_NUMBER_ID: '',
  SHOPBELL_ONPREM_SECRET: '',
  SHOPBELL_GRAPH_URL: '',
};
const pageOf = ({ app }: TestShop, shop: 'real' | 'practice'): Api => createRouterClient(app.router, { context: app.context(shop, 'browser') });

test('with nothing configured the practice shop runs alone, in a data file of its own', async () => {
  const shop = closeAfter(await startShop({ environment: NOTHING, reads: 'practice/shopbell.db' }));
  expect(await shop.api.app.get()).toMatchObject({ shop: 'practice', running: ['practice'] });
  await shop.api.practice.act({ action: 'order' });
  expect((await shop.api.orders.board()).counts.new).toBe(1);
  expect(shop.rows('SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }]);
  expect(shop.app.waitingOrders()).toBe(1);
  // Closed, it would leave the page without a line.
  expect(await shop.api.practice.stop()).toMatchObject({ running: true });
  expect((await shop.api.orders.board()).counts.new).toBe(1);
});

test('a page that asks while the program ends is answered, and no bug is logged', async () => {
  const shop = await startShop({ environment: NOTHING, reads: 'practice/shopbell.db' });
  await shop.stop();
  await expect(shop.api.connection.get()).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('the first real value opens the real shop and ends the practice; a page that has not noticed cannot act on the wrong one', async () => {
  const shop = closeAfter(await startShop({ environment: NOTHING, reads: 'practice/shopbell.db' }));
  await shop.api.practice.act({ action: 'order' });
  await shop.api.settings.setSecret({ name: 'appSecret', value: 'test_app_secret' });
  await until('the real shop alone', async () => (await shop.api.app.get()).running.join() === 'real');
  expect((await shop.api.app.get()).shop).toBe('real');
  expect((await shop.api.connection.get()).missing).toEqual(['verifyToken', 'accessToken', 'phoneNumberId']);

  await postSigned(shop.app.webhookUrl() ?? '', envelope({ messages: [orderMessage()] }));
  // This cable was opened to the practice shop, whose order #1 was another one.
  expect(await shop.api.orders.step({ orderId: 1, action: 'accept' })).toEqual({ ok: false, reason: 'not-possible-here' });
  expect(await pageOf(shop, 'real').orders.step({ orderId: 1, action: 'accept' })).toMatchObject({ ok: true });
});

test('practice runs beside the real shop, and the real one goes on ringing', async () => {
  const shop = closeAfter(await startShop());
  expect(await shop.api.practice.start()).toMatchObject({ running: true });
  const practice = pageOf(shop, 'practice');
  await practice.practice.act({ action: 'order' });
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage()] }));
  const bell = (await practice.live.bell({ screenId: 'screen-number-1' }))[Symbol.asyncIterator]();
  const { value } = await bell.next();
  expect(value).toMatchObject({
    ringing: [
      { shop: 'real', orderIds: [1] },
      { shop: 'practice', orderIds: [1] },
    ],
  });
  await bell.return?.();
  expect((await practice.orders.board()).counts.new).toBe(1);
  expect(shop.rows('SELECT count(*) AS n FROM orders')).toEqual([{ n: 1 }]);
  expect(shop.app.waitingOrders()).toBe(1);
  await practice.practice.stop();
  expect(await shop.api.app.get()).toMatchObject({ shop: 'real', running: ['real'] });
});
