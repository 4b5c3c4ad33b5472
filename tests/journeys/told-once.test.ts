import { expect, test } from 'vitest';
import type { Settings } from '../../shared/contract/settings.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, postSigned, seconds } from '../support/post-webhook.ts';
import { accepted, type Asked, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop, startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const TEN_SECONDS = 10_000;

/** A shop with one order of Sheena's, a clock that stands, and a Graph API that takes everything. */
async function shopWithOrder(told: (asked: Asked, index: number) => void = (asked, index) => asked.give(accepted(`wamid.told.${index}`))) {
  const clock = { now: NOON };
  const graph = await scriptedGraph(told);
  const shop = closeAfter(await startShop({ now: () => clock.now, graphUrl: graph.url, environment: { SHOPBELL_LANGUAGE: 'en' } }));
  await shop.api.settings.save({ customerLanguage: 'en', shopName: 'Corner Bakery' });
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage({ timestamp: seconds(NOON) })] }));
  const sends = () => graph.asked.filter((asked) => 'messaging_product' in asked.body);
  /** The shop's clock moves on, and the worker looks again. */
  const pass = async (ms: number, on: TestShop = shop) => {
    clock.now += ms;
    await on.api.connection.resumeOutbox();
  };
  return { shop, graph, clock, sends, pass };
}
const settled = (shop: TestShop) => until('its acceptance', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
const outgoing = (shop: TestShop) =>
  shop.rows<{ id: number; status: string; body: string; gone: number | null }>(
    "SELECT id, status, json_extract(content, '$.body') AS body, deleted_at AS gone FROM messages WHERE direction = 'out' ORDER BY id",
  );
const whats = (shop: TestShop) => shop.rows<{ what: string }>('SELECT what FROM order_events ORDER BY id').map((event) => event.what);
async function withTell(shop: TestShop, step: keyof Settings['tells'], change: Partial<Settings['tells']['accepted']>) {
  const { tells } = defaultSettings();
  await shop.api.settings.save({ tells: { ...tells, [step]: { ...tells[step], ...change } } });
}

test('two screens that accept at once, and one that asks again, tell the customer once, after ten seconds, with the promised time', async () => {
  const { shop, sends, pass } = await shopWithOrder();
  const accept = () => shop.api.orders.step({ orderId: 1, action: 'accept', promisedAt: NOON + 30 * 60_000 });
  const preview = await shop.api.orders.preview({ orderId: 1, action: 'accept', promisedAt: NOON + 30 * 60_000 });
  const answers = await Promise.all([accept(), accept(), shop.api.orders.step({ orderId: 1, action: 'accept', tell: true })]);
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, order: { state: 'accepted', tells: [{ step: 'accepted', state: 'waiting' }] } });
  const text = 'Hello Sheena Nelson, thank you for your order #1! We have accepted it. Total: $85.00. It should be ready around 1:30 PM.';
  expect(preview).toEqual({ how: 'text', on: true, text, language: 'en', reason: null, alreadyTold: false });
  expect(outgoing(shop)).toEqual([{ id: 2, status: 'queued', body: text, gone: null }]);
  await pass(TEN_SECONDS - 1);
  expect(sends()).toEqual([]);
  expect((await shop.api.orders.get({ orderId: 1 }))?.tells).toMatchObject([{ state: 'waiting', takeBackUntil: NOON + TEN_SECONDS }]);
  await pass(1);
  await settled(shop);
  expect(sends().map((asked) => asked.body.text?.body)).toEqual([text]);
  await accept();
  await shop.api.orders.step({ orderId: 1, action: 'accept', tell: 'And once more' });
  await pass(TEN_SECONDS);
  expect(sends()).toHaveLength(1);
  expect(await shop.api.orders.preview({ orderId: 1, action: 'accept' })).toMatchObject({ how: null, alreadyTold: true, reason: null });
  expect((await shop.api.orders.get({ orderId: 1 }))?.tells).toMatchObject([{ state: 'told', messageId: 2 }]);
});

test('an undo within the ten seconds takes the message back: nothing is sent, and the step can be told later', async () => {
  const { shop, sends, pass } = await shopWithOrder();
  const first = await shop.api.orders.step({ orderId: 1, action: 'accept' });
  const undo = first.ok ? first.order.undo : null;
  expect(undo).toMatchObject({ from: 'new', to: 'accepted', told: 'waiting', freeUntil: NOON + TEN_SECONDS });
  const undone = await shop.api.orders.undo({ orderId: 1, eventId: undo?.eventId ?? 0 });
  expect(undone).toMatchObject({ ok: true, told: false, correction: null, order: { state: 'new', tells: [] } });
  await pass(TEN_SECONDS);
  expect(sends()).toEqual([]);
  const { messages } = await shop.api.chats.thread({ conversationId: 1 });
  expect(messages[1]).toMatchObject({ direction: 'out', deleted: true, status: null, takeBackUntil: null, failure: null });
  expect(shop.rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
  expect(whats(shop)).toEqual(['state', 'state', 'told', 'taken-back', 'undone']);
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await pass(TEN_SECONDS);
  await settled(shop);
  expect(sends()).toHaveLength(1);
});

test('an undo after it went says that the customer was told, and proposes what puts it right', async () => {
  const { shop, sends, pass } = await shopWithOrder();
  const first = await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await pass(TEN_SECONDS);
  await settled(shop);
  const undone = await shop.api.orders.undo({ orderId: 1, eventId: (first.ok && first.order.undo?.eventId) || 0 });
  const correction = expect.stringContaining('Hello Sheena Nelson, our last message about your order #1 was a mistake');
  expect(undone).toMatchObject({ ok: true, told: true, correction, order: { state: 'new', tells: [{ step: 'accepted', state: 'told' }] } });
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await pass(TEN_SECONDS);
  expect(sends()).toHaveLength(1);
  expect(outgoing(shop)).toHaveLength(1);
});

test('a shop that ends while the message waits sends it once when it is back; one that was taken back stays so', async () => {
  const { shop, sends, pass, clock } = await shopWithOrder();
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ from: '16505550122', timestamp: seconds(NOON) })] }));
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  const second = await shop.api.orders.step({ orderId: 2, action: 'decline', reason: 'No flour', tell: true });
  expect(await shop.api.chats.takeBack({ messageId: (second.ok && second.order.tells[0]?.messageId) || 0 })).toEqual({ ok: true });
  clock.now += TEN_SECONDS / 2;
  const again = closeAfter(await shop.restart());
  expect(sends()).toEqual([]);
  expect((await again.api.orders.get({ orderId: 1 }))?.tells).toMatchObject([{ state: 'waiting' }]);
  expect((await again.api.orders.get({ orderId: 2 }))?.tells).toEqual([]);
  await again.api.orders.step({ orderId: 1, action: 'accept', tell: true });
  await pass(TEN_SECONDS, again);
  await settled(again);
  expect(sends().map((asked) => asked.body.to)).toEqual(['+16505550111']);
});

test('what was sent but not answered before the end is in doubt, and never goes by itself again', async () => {
  const { shop, sends, pass } = await shopWithOrder(() => undefined);
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await pass(TEN_SECONDS);
  await until('the call', () => sends().length === 1);
  const again = closeAfter(await shop.restart());
  await again.api.orders.step({ orderId: 1, action: 'accept', tell: true });
  await pass(TEN_SECONDS, again);
  expect(outgoing(again)).toMatchObject([{ status: 'unknown' }]);
  expect(sends()).toHaveLength(1);
  expect((await again.api.orders.get({ orderId: 1 }))?.undo).toMatchObject({ told: 'yes' });
}, 60_000);

test('what went is not taken back', async () => {
  const { shop, pass } = await shopWithOrder();
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await pass(TEN_SECONDS);
  await settled(shop);
  expect(await shop.api.chats.takeBack({ messageId: 2 })).toEqual({ ok: false, reason: 'too-late' });
  expect(await shop.api.chats.takeBack({ messageId: 1 })).toEqual({ ok: false, reason: 'not-found' });
});

test('outside the window without a template nobody is told, and the order says why', async () => {
  const { shop, sends, pass } = await shopWithOrder();
  await shop.api.orders.step({ orderId: 1, action: 'accept', tell: false });
  await pass(DAY);
  expect(await shop.api.orders.preview({ orderId: 1, action: 'ready' })).toMatchObject({ how: null, on: true, reason: 'no-template', alreadyTold: false });
  expect(await shop.api.orders.step({ orderId: 1, action: 'ready' })).toMatchObject({
    ok: true,
    order: { state: 'ready', tells: [{ step: 'ready', state: 'not-told', reason: 'no-template', messageId: null }] },
  });
  expect(whats(shop)).toEqual(['state', 'state', 'state', 'not-told']);
  await pass(TEN_SECONDS);
  expect(sends()).toEqual([]);
  // The customer writes, and a person tells what could not be told.
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ timestamp: seconds(NOON + DAY) })] }));
  expect(await shop.api.orders.step({ orderId: 1, action: 'ready', tell: true })).toMatchObject({ ok: true, order: { tells: [{ state: 'waiting' }] } });
  await pass(TEN_SECONDS);
  await settled(shop);
  expect(sends()).toHaveLength(1);
});

test('outside the window the template that the shop has named goes, once, and is read', async () => {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const { shop, simulator, reports } = await startShopWithSimulator({ pace: 40, now });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  await withTell(shop, 'accepted', { template: { name: 'order_accepted', language: 'en', fields: ['name', 'number'] } });
  ahead = DAY;
  const preview = await shop.api.orders.preview({ orderId: 1, action: 'accept' });
  expect(preview).toMatchObject({ how: 'template', on: true, language: 'en', text: expect.stringMatching(/^.+ · 1$/) });
  await Promise.all([1, 2].map(() => shop.api.orders.step({ orderId: 1, action: 'accept' })));
  // An edited text would not be what the template says: it is not sent as one.
  expect(await shop.api.orders.step({ orderId: 1, action: 'ready', tell: 'Come soon' })).toMatchObject({
    order: { tells: expect.arrayContaining([expect.objectContaining({ step: 'ready', state: 'not-told', reason: 'window-closed' })]) },
  });
  ahead += TEN_SECONDS;
  await shop.api.connection.resumeOutbox();
  await until('two blue ticks', () => outgoing(shop)[0]?.status === 'read');
  expect(outgoing(shop)).toHaveLength(1);
  expect((await shop.api.chats.thread({ conversationId: 1 })).messages.at(-1)?.content).toMatchObject({ kind: 'template', name: 'order_accepted' });
  expect(reports).toEqual([]);
});
