import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('a rehearsal comes in the real way, rings, prints and can be taken, and counts nowhere', async () => {
  const graph = await scriptedGraph();
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  const { printer } = (await shop.api.settings.get()).values;
  await shop.api.settings.save({ printWhen: 'arrival', printer: { ...printer, kind: 'network', host: '127.0.0.1', port: 9 } });
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const sent = await shop.api.bell.rehearse();
  if (!sent.ok) throw new Error(sent.reason);
  await until('its ring', () => bell.rings() === 1);
  const order = await shop.api.orders.get({ orderId: sent.orderId });
  expect(order).toMatchObject({ number: -1, rehearsal: true, state: 'new', pieces: 1n, totals: [{ minor: 100n, currency: 'EUR' }] });
  expect(shop.rows('SELECT outcome FROM webhook_log')).toEqual([{ outcome: 'applied' }]);

  expect(shop.rows('SELECT kind FROM print_jobs WHERE order_id = ?', sent.orderId)).toEqual([{ kind: 'ticket' }]);

  const chats = await shop.api.chats.list({});
  expect(chats).toMatchObject({ conversations: [], unreadConversations: 0 });
  expect(await shop.api.chats.reply({ conversationId: order?.conversationId ?? 0, text: 'Hello', requestId: crypto.randomUUID() })).toEqual({
    ok: false,
    reason: 'number-cannot-reply',
  });
  expect(await shop.api.orders.step({ orderId: sent.orderId, action: 'accept' })).toMatchObject({ ok: true });
  await until('the silence', () => bell.last()?.ringing[0]?.orderIds.length === 0);

  // The next customer's order is the day's first, and the next rehearsal its second.
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage()] }));
  const second = await shop.api.bell.rehearse();
  const { new: waiting } = await shop.api.orders.board();
  expect(waiting.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([-2, 1]);
  expect(second.ok).toBe(true);
  expect(shop.rows('SELECT catalog_id FROM products').map((row) => row['catalog_id'])).not.toContain('rehearsal');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(graph.asked.filter(({ body }) => body.to !== undefined)).toEqual([]);
});

test('a mark that this shop’s key did not make is an order like any other', async () => {
  const shop = closeAfter(await startShop());
  const first = await shop.api.bell.rehearse();
  if (!first.ok) throw new Error(first.reason);
  const real = shop.rows<{ message_wamid: string }>('SELECT message_wamid FROM orders')[0]?.message_wamid ?? '';
  const forged = real.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  const message = { ...orderMessage({ id: forged }), from_user_id: 'shopbell-rehearsal' };
  await postSigned(shop.webhookUrl, envelope({ messages: [message] }, 'messages', 'rehearsal'));
  expect((await shop.api.orders.board()).new.map(({ number, rehearsal }) => [number, rehearsal])).toEqual(
    expect.arrayContaining([
      [-1, true],
      [1, false],
    ]),
  );
  expect((await shop.api.chats.list({})).conversations).toHaveLength(1);
  // The same body again, as Meta's deliveries repeat: nothing more.
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ id: real })] }));
  expect(shop.rows('SELECT id FROM orders')).toHaveLength(2);
});

test('without an app secret it is refused, and the practice shop rehearses with its own', async () => {
  const bare = closeAfter(await startShop({ environment: { SHOPBELL_APP_SECRET: '' } }));
  expect(await bare.api.bell.rehearse()).toEqual({ ok: false, reason: 'not-configured' });
  await bare.api.practice.start();
  const practice = createRouterClient(bare.app.router, { context: bare.app.context('practice', 'browser') });
  expect(await practice.bell.rehearse()).toMatchObject({ ok: true });
});
