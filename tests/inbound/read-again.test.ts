import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createReceiver } from '../../electron/inbound/receive-webhook.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { News } from '../../shared/contract/live.ts';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, textMessage, tick } from '../support/post-webhook.ts';
import { answeringServer } from '../support/answering-server.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const QUESTION = { from: '15550783881', id: 'wamid.pseudo', referred_product: { catalog_id: '194836987003835', product_retailer_id: 'loaf' } };

/** Makes of a shop's file what a reader that knew less would have left; the shop is stopped. */
async function asAnOlderReader(shop: TestShop, sql: string): Promise<void> {
  await shop.stop();
  const db = new Database(path.join(shop.folder, 'shopbell.db'));
  db.exec(sql);
  db.close();
}
/** It had stored every message as a card without a fact, and no order. */
const KNEW_NOTHING = `
  UPDATE webhook_log SET outcome = 'partly', reason = 'type order', reader = 0;
  DELETE FROM order_events; DELETE FROM order_lines; DELETE FROM orders; DELETE FROM products;
  UPDATE messages SET content = '{"kind":"card","type":"x","facts":[]}', type = 'x', catalog_id = NULL, retailer_id = NULL, context_wamid = NULL WHERE direction = 'in';
`;
const outcomes = (shop: TestShop) => shop.rows('SELECT outcome, reason, reader FROM webhook_log ORDER BY id');

test('what an older reader stored as cards becomes what it is, and an order found in it does not ring', async () => {
  const shop = closeAfter(await startShop());
  const [order, question] = [orderMessage(), textMessage({ context: QUESTION })];
  await postSigned(shop.webhookUrl, envelope({ messages: [order] }));
  await postSigned(shop.webhookUrl, envelope({ messages: [question] }));
  await asAnOlderReader(shop, KNEW_NOTHING);

  const again = closeAfter(await shop.restart());
  expect(outcomes(again)).toEqual(Array.from({ length: 2 }, () => ({ outcome: 'applied', reason: null, reader: 2 })));
  expect((await again.api.connection.get()).unread).toMatchObject({ count: 0 });
  expect(again.rows('SELECT message_wamid, state, quiet FROM orders')).toEqual([{ message_wamid: order.id, state: 'new', quiet: 1 }]);
  expect(again.app.waitingOrders()).toBe(0);
  const board = await again.api.orders.board();
  expect(board.new[0]).toMatchObject({ note: 'Love these!', lines: [{ quantity: 2 }, { quantity: 1 }] });
  const { messages } = await again.api.chats.thread({ conversationId: 1 });
  expect(messages.map((message) => [message.type, message.content.kind])).toEqual([
    ['order', 'order'],
    ['text', 'text'],
  ]);
  expect(messages[1]?.product?.retailerId).toBe('loaf');
  const bell = (await again.api.live.bell({ screenId: 'screen-one' }))[Symbol.asyncIterator]();
  expect((await bell.next()).value).toMatchObject({ ring: false });
  await bell.return?.();
});

test('the articles that it names are fetched, though nothing arrives', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ context: QUESTION })] }));
  await asAnOlderReader(shop, KNEW_NOTHING);
  const graph = await answeringServer((response) => void response.end('{"data":[{"retailer_id":"loaf","name":"Rye loaf"}]}'));
  const again = closeAfter(await startShop({ folder: shop.folder, graphUrl: graph.url }));
  await until('its name', () => again.rows("SELECT 1 FROM products WHERE name = 'Rye loaf'").length === 1);
});

test('what a person did stays: an order that was taken is not placed again, a reply keeps its ticks', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage()] }));
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await shop.api.chats.reply({ conversationId: 1, text: 'Thank you', requestId: 'request-0001' });
  await shop.api.chats.seen({ conversationId: 1, messageId: 1 });
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.ours', 'read', { biz_opaque_callback_data: 'request-0001' })] }));
  const state = (of: TestShop) => ({
    orders: of.rows('SELECT * FROM orders'),
    events: of.rows('SELECT * FROM order_events'),
    ours: of.rows("SELECT * FROM messages WHERE direction = 'out'"),
    chats: of.rows('SELECT * FROM conversations'),
    outbox: of.rows('SELECT state FROM outbox'),
  });
  const before = state(shop);
  await asAnOlderReader(shop, "UPDATE webhook_log SET outcome = 'partly', reader = 0");
  const again = closeAfter(await shop.restart());
  expect(outcomes(again)).toEqual(Array.from({ length: 2 }, () => ({ outcome: 'applied', reason: null, reader: 2 })));
  expect(state(again)).toEqual(before);
  expect(before.orders).toMatchObject([{ state: 'accepted', quiet: 0 }]);
});

test('a message that an older reader had not stored at all comes in quietly; the news never say that it arrived', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage(), orderMessage()] }));
  await asAnOlderReader(
    shop,
    `${KNEW_NOTHING} DELETE FROM messages; DELETE FROM conversations; DELETE FROM customer_aliases; DELETE FROM customers; UPDATE webhook_log SET outcome = 'unread'`,
  );
  const store = openStore(path.join(shop.folder, 'shopbell.db'));
  const news: News[] = [];
  const receiver = createReceiver({
    store,
    settings: () => ({ clockSkew: 0, timeZone: 'Europe/Berlin', businessDayStart: 4, isRehearsal: () => false }),
    now: Date.now,
    publish: (entries) => void news.push(...entries),
    onDisk: () => undefined,
    log: () => undefined,
  });
  expect(await receiver.readAgain()).toBe(1);
  expect(await receiver.readAgain()).toBe(0);
  expect(news.map((entry) => entry.kind).toSorted()).toEqual(['message', 'message', 'order']);
  expect(store.orders.ringing()).toEqual([]);
  expect(store.orders.get(1)).toMatchObject({ state: 'new', quiet: 1 });
  expect(store.conversations.page(null, 10)).toHaveLength(1);
  store.close();
});

test('what is still not understood stays marked, with the reason of today', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ type: 'hologram', hologram: {} })] }));
  await postSigned(shop.webhookUrl, 'no JSON');
  await asAnOlderReader(shop, "UPDATE webhook_log SET reader = 0, reason = 'older words'");
  const again = closeAfter(await shop.restart());
  expect(outcomes(again)).toEqual([
    { outcome: 'partly', reason: 'type hologram', reader: 2 },
    { outcome: 'unread', reason: 'not a JSON object', reader: 2 },
  ]);
});

test('the moment of Meta’s test is not set back by an old body', async () => {
  const shop = closeAfter(await startShop());
  const metaTest = textMessage({ from: '16315551181', id: 'ABGGFlA5Fpa' });
  await postSigned(shop.webhookUrl, envelope({ messages: [metaTest] }));
  await postSigned(shop.webhookUrl, envelope({ messages: [metaTest] }));
  const { metaTestAt } = await shop.api.connection.get();
  await asAnOlderReader(shop, "UPDATE webhook_log SET outcome = 'partly', reader = 0, received_at = received_at - 5000 WHERE id = 1");
  const again = closeAfter(await shop.restart());
  expect((await again.api.connection.get()).metaTestAt).toBe(metaTestAt);
});

test('more than one transaction’s worth is read again, all of it', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await asAnOlderReader(
    shop,
    `UPDATE webhook_log SET outcome = 'unread', reader = 0;
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 450)
     INSERT INTO webhook_log SELECT NULL, replace(body, 'wamid.text', 'wamid.copy' || i), shape, outcome, reason, reader, received_at, proof FROM webhook_log, n WHERE id = 1`,
  );
  const again = closeAfter(await shop.restart());
  expect(again.rows('SELECT outcome, count(*) AS n FROM webhook_log GROUP BY 1')).toEqual([{ outcome: 'applied', n: 451 }]);
  expect(again.rows('SELECT count(*) AS n FROM messages')).toEqual([{ n: 451 }]);
});
