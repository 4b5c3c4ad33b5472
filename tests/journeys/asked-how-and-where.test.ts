import { expect, test } from 'vitest';
import type { OrderView } from '../../shared/contract/orders.ts';
import { closeAfter } from '../support/close-after.ts';
import { startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

async function ordered() {
  const { shop, simulator, reports } = await startShopWithSimulator({ pace: 40 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  const [order] = (await shop.api.orders.board()).new;
  if (!order) throw new Error('no order');
  return { shop, simulator, reports, orderId: order.id };
}

async function ask(shop: TestShop, orderId: number, what: 'fulfilment' | 'address', how: 'buttons' | 'location' | 'text'): Promise<OrderView> {
  const before = shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length;
  const result = await shop.api.orders.ask({ orderId, what, how, requestId: `request-${what}-${how}` });
  if (!result.ok) throw new Error(result.reason);
  await until('the question to be taken', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length > before);
  return result.order;
}

const fulfilmentOf = async (shop: TestShop, orderId: number) => (await shop.api.orders.get({ orderId }))?.fulfilment;

test('pick-up or delivery, then the place: both asked with one click, both taken over and remembered', async () => {
  const { shop, simulator, reports, orderId } = await ordered();
  expect((await ask(shop, orderId, 'fulfilment', 'buttons')).fulfilment).toMatchObject({ kind: null, kindAskedAt: expect.any(Number) });
  await simulator.act('press-last');
  expect(await fulfilmentOf(shop, orderId)).toMatchObject({ kind: 'delivery', kindAskedAt: null, remembered: { kind: 'delivery' } });

  expect((await ask(shop, orderId, 'address', 'location')).fulfilment.addressAskedAt).not.toBeNull();
  await simulator.act('location');
  const placed = await fulfilmentOf(shop, orderId);
  expect(placed).toMatchObject({ kind: 'delivery', coordinates: expect.stringMatching(/^\d+\.\d+, \d+\.\d+$/), addressAskedAt: null, suggestion: null });
  expect(placed?.remembered).toEqual({ kind: 'delivery', address: placed?.address, coordinates: placed?.coordinates });
  const order = await shop.api.orders.get({ orderId });
  expect(order?.events.slice(1).map(({ who, what }) => [who, what])).toEqual([
    ['operator', 'asked'],
    ['customer', 'fulfilment'],
    ['operator', 'asked'],
    ['customer', 'fulfilment'],
  ]);
  expect(reports).toEqual([]);
});

test('a typed address is proposed, and taken over by a person', async () => {
  const { shop, simulator, orderId } = await ordered();
  await ask(shop, orderId, 'address', 'text');
  await simulator.act('address');
  const asked = await fulfilmentOf(shop, orderId);
  expect(asked).toMatchObject({ kind: null, address: null, suggestion: { text: expect.any(String) } });
  const address = asked?.suggestion?.text ?? '';
  const taken = await shop.api.orders.fulfil({ orderId, kind: 'delivery', address, coordinates: null });
  expect(taken).toMatchObject({
    ok: true,
    order: { fulfilment: { kind: 'delivery', address, addressAskedAt: null, suggestion: null, remembered: { address } } },
  });
});

test('customers who act by themselves answer what they are asked', async () => {
  const { shop, simulator, orderId } = await ordered();
  simulator.script(true);
  await ask(shop, orderId, 'address', 'location');
  await until('a place or an address', async () => {
    const now = await fulfilmentOf(shop, orderId);
    return now?.coordinates != null || now?.suggestion != null;
  });
});

test('outside the window nothing can be asked, and the language chosen for the customer is the one they are asked in', async () => {
  let ahead = 0;
  const { shop, simulator } = await startShopWithSimulator({ pace: 40, now: () => Date.now() + ahead });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  const orderId = (await shop.api.orders.board()).new[0]?.id ?? 0;
  expect(await shop.api.orders.speak({ orderId, language: 'de' })).toMatchObject({ ok: true, order: { language: { code: 'de', chosen: true } } });
  const order = await ask(shop, orderId, 'fulfilment', 'buttons');
  const { messages } = await shop.api.chats.thread({ conversationId: order.conversationId ?? 0 });
  expect(messages.at(-1)?.content).toMatchObject({ kind: 'buttons', buttons: ['Ich hole ab', 'Bitte liefern'] });
  ahead = 25 * 60 * 60 * 1000;
  expect(await shop.api.orders.ask({ orderId, what: 'address', how: 'text', requestId: 'request-late' })).toEqual({ ok: false, reason: 'window-closed' });
});
