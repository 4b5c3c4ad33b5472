import { expect, test } from 'vitest';
import { BAKERY } from '../../electron/simulator/bakery.ts';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, postSigned, textMessage } from '../support/post-webhook.ts';
import { startShop, startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const MADE = { extras: [], note: '', kind: null, address: '', promisedAt: null };
const LOAF = { catalogId: 'c', retailerId: 'loaf', quantity: 2, price: '4,50', currency: 'EUR' };

test('who orders by telephone and writes later is the same customer, and is told in the chat from then on', async () => {
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_LANGUAGE: 'en' } }));
  const customer = { name: 'Mrs Nelson', phone: '+1 650 555 0111' };
  const make = () => shop.api.orders.make({ ...MADE, requestId: 'request-0001', customer, lines: [LOAF] });
  const [first, again] = await Promise.all([make(), make()]);
  expect(first).toMatchObject({ ok: true, order: { number: 1, source: 'hand', state: 'accepted', totals: [{ minor: 900n, currency: 'EUR' }], tells: [] } });
  expect(again).toEqual(first);
  expect((await shop.api.orders.step({ orderId: 1, action: 'ready' })).ok).toBe(true);
  expect(shop.rows('SELECT count(*) AS n FROM messages')).toEqual([{ n: 0 }]);

  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage()] }));
  const second = await shop.api.orders.make({ ...MADE, requestId: 'request-0002', customer: { conversationId: 1 }, lines: [LOAF] });
  expect(second).toMatchObject({
    ok: true,
    order: { number: 2, conversationId: 1, customer: { id: first.ok ? first.order.customer.id : 0, name: 'Sheena Nelson' } },
  });
  expect(await shop.api.orders.step({ orderId: 2, action: 'ready' })).toMatchObject({ order: { tells: [{ step: 'ready', state: 'waiting' }] } });
  expect((await shop.api.orders.list({ states: ['ready'] })).orders.map((order) => order.number)).toEqual([2, 1]);
});

test('two carts of a customer become one, with all that was ordered and added', async () => {
  const shop = closeAfter(await startShop());
  for (const index of [1, 2]) await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ id: `wamid.cart.${index}` })] }));
  await shop.api.orders.addExtra({ orderId: 1, kind: 'fee', label: 'Delivery', amount: '2,50', currency: 'USD' });
  expect((await shop.api.orders.get({ orderId: 2 }))?.perhapsReplaces).toEqual({ orderId: 1, number: 1 });
  const merged = await Promise.all([1, 2].map(() => shop.api.orders.merge({ orderId: 2, otherId: 1, how: 'together' })));
  for (const answer of merged)
    expect(answer).toMatchObject({ ok: true, order: { totals: [{ minor: 17_250n, currency: 'USD' }], perhapsReplaces: null, lines: { length: 4 } } });
  expect(await shop.api.orders.get({ orderId: 1 })).toMatchObject({ state: 'cancelled', mergedInto: { orderId: 2, number: 2 }, undo: null });
  expect((await shop.api.orders.board()).counts).toMatchObject({ new: 1 });
});

test('once one article was ordered the whole catalogue can be searched, with prices', async () => {
  const { shop, simulator, reports } = await startShopWithSimulator();
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  const found = await until('the whole catalogue', async () => {
    const { products } = await shop.api.products.search({ text: '' });
    return products.length === BAKERY.length ? products : null;
  });
  for (const { product, price } of found) {
    const listed = BAKERY.find((one) => one.retailerId === product.retailerId);
    expect([product.name, price]).toEqual([listed?.name, { minor: BigInt(Math.round(Number(listed?.price) * 100)), currency: 'EUR' }]);
  }
  const [some] = found;
  expect((await shop.api.products.search({ text: (some?.product.name ?? '').toUpperCase() })).products[0]).toEqual(some);
  expect(reports).toEqual([]);
});
