import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

const CONTACTS = [{ profile: { name: 'Jerry Cooney' }, wa_id: '250788123123' }];
const DAY = 24 * 60 * 60 * 1000;

/** A body of the On-Premises API, with an id that a double does not hold. */
const onprem = (id: string, at: number, over: object = {}) =>
  ({
    contacts: CONTACTS,
    messages: [{ from: '250788123123', id, timestamp: seconds(at), type: 'text', text: { body: `Two loaves, please (${id})` }, ...over }],
  }) as const;
const onpremOrder = (id: string, at: number) =>
  onprem(id, at, {
    type: 'order',
    order: { catalog_id: 800683284849775, product_item: [{ product_retailer_id: '1031', quantity: 1, item_price: 5.5, currency: 'EUR' }] },
  });

/** A shop that would tell, print, answer and ring whatever it could. */
async function loudShop(now = Date.now) {
  const shop = closeAfter(await startShop({ now }));
  const { values } = await shop.api.settings.get();
  await shop.api.settings.save({
    printWhen: 'arrival',
    printer: { ...values.printer, kind: 'network', host: '127.0.0.1', port: 9 },
    autoAnswers: { away: { on: true, texts: {} }, greeting: { on: true, texts: { en: 'Hello!', de: 'Hallo!' } } },
  });
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const told: unknown[] = [];
  shop.app.onNews((_shop, news) => void told.push(...news.filter(({ kind }) => kind === 'arrived')));
  return { shop, bell, told };
}

test('a file of old bodies becomes history and rings nowhere', async () => {
  const { shop, bell, told } = await loudShop();
  const long = Date.now() - 400 * DAY;
  const file = [
    onprem('gBEG1', long),
    onpremOrder('gBEG2', long + 60_000),
    { statuses: [{ id: 'gBEG-of-another', status: 'read', timestamp: seconds(long) }] },
  ];
  const text = file.map((body) => JSON.stringify(body)).join('\n');
  expect(await shop.api.setup.importPayloads({ text })).toEqual({ ok: true, read: 2, known: 1, unread: 0 });

  const board = await shop.api.orders.board();
  expect(board.new).toEqual([]);
  expect(shop.rows("SELECT state, quiet, business_day < strftime('%Y-%m-%d') AS past FROM orders")).toEqual([{ state: 'completed', quiet: 1, past: 1 }]);
  const chats = await shop.api.chats.list({});
  expect(chats).toMatchObject({ unreadConversations: 0, conversations: [{ customer: { name: 'Jerry Cooney' } }] });
  expect(shop.rows('SELECT proof, shape, outcome FROM webhook_log')).toEqual([
    { proof: 'import', shape: 'onprem', outcome: 'applied' },
    { proof: 'import', shape: 'onprem', outcome: 'applied' },
  ]);
  expect(shop.rows('SELECT count(*) AS n FROM print_jobs')).toEqual([{ n: 0 }]);
  expect(shop.rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
  expect(shop.rows('SELECT count(*) AS n FROM tick_parking')).toEqual([{ n: 0 }]);
  expect(told).toEqual([]);
  expect(bell.rings()).toBe(0);
  // Nothing has come: what the connection page says stays true.
  expect(await shop.api.connection.get()).toMatchObject({ lastWebhookAt: null, parkedTicks: 0 });

  expect(await shop.api.setup.importPayloads({ text })).toEqual({ ok: true, read: 0, known: 3, unread: 0 });
  expect(shop.rows('SELECT count(*) AS n FROM messages')).toEqual([{ n: 2 }]);
});

test('what has rung already is known, and what comes after rings', async () => {
  const { shop, bell } = await loudShop();
  const order = orderMessage();
  const body = envelope({ messages: [order] });
  await postSigned(shop.webhookUrl, body);
  expect(await shop.api.setup.importPayloads({ text: JSON.stringify(body) })).toEqual({ ok: true, read: 0, known: 1, unread: 0 });
  expect((await shop.api.orders.board()).new).toHaveLength(1);
  const before = (await shop.api.connection.get()).lastWebhookAt;
  // One of an hour ago is shown as an order that waits, quietly.
  const recent = envelope({ messages: [orderMessage({ timestamp: seconds(Date.now() - 60 * 60 * 1000) })] });
  expect(await shop.api.setup.importPayloads({ text: JSON.stringify(recent) })).toMatchObject({ ok: true, read: 1 });
  expect((await shop.api.orders.board()).new).toHaveLength(2);
  expect(bell.last()?.ringing[0]?.orderIds).toHaveLength(1);
  expect((await shop.api.connection.get()).lastWebhookAt).toBe(before);
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  expect((await shop.api.chats.list({})).unreadConversations).toBe(1);
});

test('one body, a list, one a line, both shapes, broken parts and too large ones', async () => {
  const { shop } = await loudShop();
  const take = (text: string) => shop.api.setup.importPayloads({ text });
  const at = Date.now() - 30 * DAY;
  const cloud = (id: string) => envelope({ messages: [textMessage({ id, timestamp: seconds(at) })] });
  expect(await take(`\uFEFF${JSON.stringify(onprem('a1', at), null, 2)}\n`)).toMatchObject({ read: 1, unread: 0 });
  expect(await take(JSON.stringify([onprem('a2', at), cloud('a3'), { nothing: 'known' }, 7, 'text'], null, 2))).toMatchObject({ read: 2, unread: 3 });
  expect(await take(`${JSON.stringify(cloud('a4'))}\r\n\r\n{"broken": \r\n${JSON.stringify(onprem('a5', at))}`)).toMatchObject({ read: 2, unread: 1 });
  const large = JSON.stringify(onprem('a6', at, { text: { body: 'x'.repeat(3 * 1024 * 1024) } }));
  expect(await take(`${large}\n${JSON.stringify(cloud('a7'))}`)).toMatchObject({ read: 1, unread: 1 });
  // Bytes as they stood: numbers longer than a double holds keep their digits.
  expect(
    await take(
      `[{"contacts":[],"messages":[{"from":"250788123123","id":"a8","timestamp":"${seconds(at)}","type":"text","text":{"body":"]}, \\" ["},"x":12345678901234567890}]}]`,
    ),
  ).toMatchObject({ read: 1 });
  expect(shop.rows("SELECT count(*) AS n FROM webhook_log WHERE instr(body, '12345678901234567890') > 0")).toEqual([{ n: 1 }]);
  for (const text of ['', '   ', 'id;name', '[]', '{"a":1}', '[1,2']) expect(await take(text)).toEqual({ ok: false, reason: 'bad-payloads' });
});

test('a large file holds up nobody', async () => {
  const { shop } = await loudShop();
  const at = Date.now() - 30 * DAY;
  const lines = Array.from({ length: 5_000 }, (_, index) => JSON.stringify(onprem(`big${index}`, at + index)));
  let over = false;
  const importing = shop.api.setup.importPayloads({ text: lines.join('\n') }).finally(() => (over = true));
  let answered = 0;
  while (!over) {
    expect(await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }))).toBe(200);
    answered += 1;
  }
  expect(await importing).toEqual({ ok: true, read: 5_000, known: 0, unread: 0 });
  expect(answered).toBeGreaterThan(3);
  expect(shop.rows("SELECT count(*) AS n FROM webhook_log WHERE proof = 'secret'")).toEqual([{ n: answered }]);
});

test('before there is a real shop, nothing is imported', async () => {
  const environment = {
    SHOPBELL_APP_SECRET: '',
    SHOPBELL_VERIFY_TOKEN: '',
    SHOPBELL_ACCESS_TOKEN: '',
    SHOPBELL_PHONE_NUMBER_ID: '',
    SHOPBELL_ONPREM_SECRET: '',
  };
  const shop = closeAfter(await startShop({ environment: { ...environment, SHOPBELL_GRAPH_URL: '' }, reads: 'practice/shopbell.db' }));
  expect(await shop.api.setup.importPayloads({ text: JSON.stringify(onprem('b1', Date.now())) })).toEqual({ ok: false, reason: 'not-configured' });
});
