import { expect, test } from 'vitest';
import type { OrderView } from '../../shared/contract/orders.ts';
import { closeAfter } from '../support/close-after.ts';
import { startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

/** A customer of the practice cast has ordered; the newest of their open orders. */
async function ordered() {
  const { shop, simulator, reports } = await startShopWithSimulator({ pace: 40 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  const [order] = (await shop.api.orders.board()).new;
  if (!order) throw new Error('no order');
  return { shop, simulator, reports, order };
}

const get = async (shop: TestShop, orderId: number): Promise<OrderView> => {
  const order = await shop.api.orders.get({ orderId });
  if (!order) throw new Error('no order');
  return order;
};

/** Strikes the first line, by asking. */
async function propose(shop: TestShop, order: OrderView, requestId: string): Promise<OrderView> {
  const result = await shop.api.orders.revise({ orderId: order.id, lines: [{ position: 0, quantity: 0 }], how: 'ask', requestId });
  if (!result.ok) throw new Error(result.reason);
  return result.order;
}

const gone = (shop: TestShop, count: number) =>
  until('the question to be taken', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === count);

const totalWithout = (order: OrderView): bigint => (order.totals[0]?.minor ?? 0n) - (order.lines[0]?.lineMinor ?? 0n);

test('accepted by the customer, the order changes by itself: its total, its line and its history', async () => {
  const { shop, simulator, reports, order } = await ordered();
  const proposed = await propose(shop, order, 'request-0001');
  expect(proposed.totals).toEqual(order.totals);
  expect(proposed.revisions).toMatchObject([{ state: 'proposed', lines: [{ position: 0, before: order.lines[0]?.quantity, after: 0 }] }]);
  await gone(shop, 1);

  const feed = (await shop.api.live.feed({}))[Symbol.asyncIterator]();
  await feed.next();
  await simulator.act('press-first');
  await until('the screens’ news of the order', async () => {
    const next = await feed.next();
    return next.done !== true && next.value.news.some(({ kind }) => kind === 'order');
  });
  await feed.return?.();

  const changed = await get(shop, order.id);
  expect(changed.revisions).toMatchObject([{ state: 'accepted' }]);
  expect(changed.lines[0]).toMatchObject({ quantity: 0, orderedQuantity: order.lines[0]?.quantity });
  expect(changed.totals[0]?.minor ?? 0n).toBe(totalWithout(order));
  expect(changed.events.map(({ who, what }) => [who, what])).toEqual([
    ['customer', 'state'],
    ['operator', 'revision-proposed'],
    ['customer', 'revision-accepted'],
  ]);
  const { messages } = await shop.api.chats.thread({ conversationId: order.conversationId ?? 0 });
  const question = messages.find(({ direction }) => direction === 'out');
  const answer = messages.find(({ type, direction }) => type === 'interactive' && direction === 'in');
  expect(question).toMatchObject({ direction: 'out', content: { kind: 'buttons', buttons: ['Yes, that’s fine', 'No, thank you'] } });
  expect(answer).toMatchObject({
    direction: 'in',
    content: { kind: 'answer', of: 'button', title: 'Yes, that’s fine' },
    quoted: { messageId: question?.id, text: expect.stringContaining('not available') },
  });
  expect(reports).toEqual([]);
});

test('declined, the order stays, and the customer may still not undo it by the other button', async () => {
  const { shop, simulator, order } = await ordered();
  await propose(shop, order, 'request-0001');
  await gone(shop, 1);
  await simulator.act('press-last');
  const declined = await get(shop, order.id);
  expect(declined.revisions).toMatchObject([{ state: 'declined' }]);
  expect(declined.totals).toEqual(order.totals);
  expect(declined.lines.map(({ quantity, orderedQuantity }) => [quantity, orderedQuantity])).toEqual(order.lines.map(({ quantity }) => [quantity, null]));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await simulator.act('press-first');
  expect(await get(shop, order.id)).toMatchObject({ revisions: [{ state: 'declined' }], totals: order.totals });
});

test('withdrawn by the shop, the answer is readable and changes nothing', async () => {
  const { shop, simulator, order } = await ordered();
  const [revision] = (await propose(shop, order, 'request-0001')).revisions;
  await gone(shop, 1);
  const settle = { orderId: order.id, revisionId: revision?.id ?? 0, how: 'withdraw' } as const;
  expect(await shop.api.orders.settleRevision(settle)).toMatchObject({ ok: true, order: { revisions: [{ state: 'withdrawn' }] } });
  await simulator.act('press-first');
  expect(await get(shop, order.id)).toMatchObject({ revisions: [{ state: 'withdrawn' }], totals: order.totals });
  const { messages } = await shop.api.chats.thread({ conversationId: order.conversationId ?? 0 });
  expect(messages).toContainEqual(expect.objectContaining({ direction: 'in', content: expect.objectContaining({ kind: 'answer', of: 'button' }) }));
});

test('everything delivered twice, late and in disorder changes the order once', async () => {
  const { shop, simulator, order } = await ordered();
  simulator.behave({ repeat: true, reorder: true, batch: true });
  await propose(shop, order, 'request-0001');
  await gone(shop, 1);
  await simulator.act('press-first');
  const changed = await until('the answer', async () => {
    const now = await get(shop, order.id);
    return now.revisions[0]?.state === 'accepted' ? now : null;
  });
  expect(changed.totals[0]?.minor ?? 0n).toBe(totalWithout(order));
  expect(changed.events.filter(({ what }) => what === 'revision-accepted')).toHaveLength(1);
});

test('an answer counts though the answer of the send call was lost, and nobody knows whether the question went', async () => {
  const { shop, simulator, order } = await ordered();
  simulator.behave({ loseAnswerNext: 1, delayMs: 60_000 });
  await propose(shop, order, 'request-0001');
  await until('the message in doubt', () => shop.rows("SELECT 1 FROM messages WHERE status = 'unknown'").length === 1);
  simulator.behave({ delayMs: 0 });
  await simulator.act('press-first');
  expect(await get(shop, order.id)).toMatchObject({ revisions: [{ state: 'accepted' }] });
});

test('the same holds after a restart between question and answer', async () => {
  const { shop, simulator, order } = await ordered();
  await propose(shop, order, 'request-0001');
  await gone(shop, 1);
  const again = closeAfter(await shop.restart());
  await simulator.act('press-first');
  // The first try may fall on the connection that ended with the program; Meta comes again.
  await until('the answer', async () => (await get(again, order.id)).revisions[0]?.state === 'accepted');
});
