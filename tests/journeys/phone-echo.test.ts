import { expect, test } from 'vitest';
import type { News } from '../../shared/contract/live.ts';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { CONTACT, envelope, orderMessage, postSigned, seconds, textMessage, tick } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';

const echo = (over: object = {}) => ({
  from: '15550783881',
  to: '16505550111',
  id: 'wamid.echo',
  timestamp: seconds(Date.now()),
  type: 'text',
  text: { body: 'Yes, until six' },
  ...over,
});
const echoed = (message: object) => envelope({ contacts: [CONTACT], message_echoes: [message] }, 'smb_message_echoes');

/** All that a page hears while that happens. */
async function hears(shop: TestShop, act: () => Promise<unknown>): Promise<News[]> {
  const feed = (await shop.api.live.feed({}))[Symbol.asyncIterator]();
  const first = await feed.next();
  await feed.return?.();
  if (first.done === true) throw new Error('the feed ended');
  await act();
  const again = (await shop.api.live.feed({ epoch: first.value.epoch, since: first.value.number }))[Symbol.asyncIterator]();
  const next = await again.next();
  await again.return?.();
  return next.done === true ? [] : [...next.value.news];
}
const chat = async (shop: TestShop) => (await shop.api.chats.list({ filter: 'all' })).conversations[0];

test('what the shop writes on its phone is shown as that, answers the customer and announces nothing', async () => {
  const shop = closeAfter(await startShop());
  const asked = await hears(shop, () => postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage()] })));
  expect(asked.some(({ kind }) => kind === 'arrived')).toBe(true);
  expect((await chat(shop))?.unansweredSince).not.toBeNull();

  const news = await hears(shop, () => postSigned(shop.webhookUrl, echoed(echo({ timestamp: seconds(Date.now() + 2000) }))));
  expect(news).toContainEqual({ kind: 'message', conversationId: 1, messageId: 2 });
  expect(news.some(({ kind }) => kind === 'arrived')).toBe(false);
  expect(await chat(shop)).toMatchObject({
    unansweredSince: null,
    last: { origin: 'phone', direction: 'out', status: 'sent', content: { body: 'Yes, until six' } },
  });
  expect(shop.rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);
});

test.each([
  ['after it', ['echo', 'tick']],
  ['before it', ['tick', 'echo']],
])('a tick of it counts, also when it comes %s', async (_, order) => {
  const shop = closeAfter(await startShop());
  const bodies: Record<string, object> = { echo: echoed(echo()), tick: envelope({ statuses: [tick('wamid.echo', 'read')] }) };
  for (const name of order) await postSigned(shop.webhookUrl, bodies[name]);
  const { messages } = await shop.api.chats.thread({ conversationId: 1 });
  expect(messages).toMatchObject([{ origin: 'phone', status: 'read' }]);
  expect(messages[0]?.ticks.read).not.toBeNull();
});

test('an echo that comes twice stands once', async () => {
  const shop = closeAfter(await startShop());
  const body = echoed(echo());
  await Promise.all([postSigned(shop.webhookUrl, body), postSigned(shop.webhookUrl, body)]);
  expect((await shop.api.chats.thread({ conversationId: 1 })).messages).toHaveLength(1);
});

test('the phone’s history comes quietly: nothing is announced, unread or waits for an answer', async () => {
  const shop = closeAfter(await startShop());
  const old = (id: string, daysAgo: number, over: object = {}) => ({
    ...textMessage({ id, timestamp: seconds(Date.now() - daysAgo * 86_400_000), history_context: { status: 'READ' } }),
    ...over,
  });
  const messages = [old('wamid.old-1', 3), old('wamid.old-2', 2, { from: '15550783881', to: '16505550111' }), old('wamid.old-3', 0)];
  const chunk = { metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads: [{ id: '16505550111', messages }] };
  const news = await hears(shop, () => postSigned(shop.webhookUrl, envelope({ history: [chunk] }, 'history')));
  expect(news.some(({ kind }) => kind === 'arrived')).toBe(false);
  expect(await chat(shop)).toMatchObject({ unread: 0, unansweredSince: null });
  expect((await shop.api.connection.get()).unread).toMatchObject({ count: 0 });
  const thread = await shop.api.chats.thread({ conversationId: 1 });
  expect(thread.messages.map(({ direction, origin, status }) => [direction, origin, status])).toEqual([
    ['in', 'here', null],
    ['out', 'phone', 'read'],
    ['in', 'here', null],
  ]);
});

test('an order out of the phone’s history belongs to its own day and is over; one of today waits, and neither rings', async () => {
  const shop = closeAfter(await startShop());
  const placed = (id: string, hoursAgo: number) =>
    orderMessage({ id, timestamp: seconds(Date.now() - hoursAgo * 3_600_000), history_context: { status: 'READ' } });
  const threads = [{ id: '16505550111', messages: [placed('wamid.old-order', 50), placed('wamid.new-order', 0)] }];
  const chunk = { metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads };
  const bell = await listenToBell(shop.api, 'screen-number-1');
  await postSigned(shop.webhookUrl, envelope({ history: [chunk] }, 'history'));
  const orders = shop.rows('SELECT state, business_day < (SELECT max(business_day) FROM orders) AS earlier FROM orders ORDER BY placed_at');
  expect(orders).toEqual([
    { state: 'completed', earlier: 1 },
    { state: 'new', earlier: 0 },
  ]);
  expect((await shop.api.orders.board()).new).toHaveLength(1);
  expect(bell.rings()).toBe(0);
});
