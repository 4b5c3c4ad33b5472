import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { startShop, startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const aShop = async () => closeAfter(await startShop());

test('a signed cart becomes a new order with number, lines, note and total', async () => {
  const shop = await aShop();
  const message = orderMessage();
  expect(await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [message] }))).toBe(200);

  const board = await shop.api.orders.board();
  expect(board.counts).toEqual({ new: 1, accepted: 0, preparing: 0, ready: 0, closed: 0 });
  expect(board.new[0]).toMatchObject({
    number: 1,
    state: 'new',
    note: 'Love these!',
    customer: { name: 'Sheena Nelson', phone: '+16505550111' },
    totals: [{ minor: 8500n, currency: 'USD' }],
    unclear: 0,
    pieces: 3n,
    late: false,
  });
  expect(shop.rows('SELECT retailer_id, quantity, unit_minor, currency, unit_raw FROM order_lines ORDER BY position')).toEqual([
    { retailer_id: 'di9ozbzfi4', quantity: 2, unit_minor: 3000, currency: 'USD', unit_raw: '30' },
    { retailer_id: 'nqryix03ez', quantity: 1, unit_minor: 2500, currency: 'USD', unit_raw: '25' },
  ]);
});

test('declining takes a reason, is written down, and cannot be undone by accepting', async () => {
  const shop = await aShop();
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage()] }));
  expect(await shop.api.orders.step({ orderId: 1, action: 'decline', reason: 'sold out' })).toMatchObject({
    ok: true,
    order: {
      state: 'declined',
      events: [
        { who: 'customer', to: 'new' },
        { who: 'operator', from: 'new', to: 'declined', reason: 'sold out' },
        { who: 'program', what: 'told', to: 'declined' },
      ],
    },
  });
  expect(await shop.api.orders.step({ orderId: 1, action: 'accept' })).toEqual({ ok: false, reason: 'wrong-state' });
  expect(await shop.api.orders.step({ orderId: 99, action: 'accept' })).toEqual({ ok: false, reason: 'not-found' });
});

test('a practice customer orders, and the catalogue gives the articles names and pictures', async () => {
  const { shop, simulator, reports } = await startShopWithSimulator();
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('order');
  const order = await until('an order whose articles have names', async () => {
    const [first] = (await shop.api.orders.board()).new;
    return first?.lines.every((line) => line.product.name !== null && line.product.hasImage) ? first : null;
  });
  const { catalogId, retailerId } = order.lines[0]?.product ?? { catalogId: '', retailerId: '' };
  expect(await shop.api.products.image({ catalogId, retailerId })).toMatch(/^data:image\/svg\+xml;base64,/);
  expect(reports).toEqual([]);
});
