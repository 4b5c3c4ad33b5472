import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';

async function telephoned(shop: TestShop, name: string, phone: string) {
  const line = { catalogId: 'c', retailerId: 'rye', quantity: 1, price: '6.50', currency: 'USD' };
  const order = { customer: { name, phone }, lines: [line], extras: [], note: '', kind: null, address: '', promisedAt: null };
  const made = await shop.api.orders.make({ ...order, requestId: randomUUID() });
  if (!made.ok) throw new Error(made.reason);
  return made.order;
}

test('a number as the shop’s own country writes it is the customer’s who writes from it, and the order is in their chat', async () => {
  const shop = closeAfter(await startShop());
  // The shop's own number, +1 555 078 3881, stands in what arrives.
  await postSigned(shop.webhookUrl, envelope({ contacts: [{ profile: { name: 'Ana' }, wa_id: '16505550111' }], messages: [textMessage()] }));
  const [chat] = (await shop.api.chats.list({})).conversations;
  for (const typed of ['(650) 555-0111', '650 555 0111', '+1 650 555 0111', '001 650 555 0111']) {
    const order = await telephoned(shop, 'Mrs A', typed);
    expect([typed, order.customer.id, order.conversationId, order.note]).toEqual([typed, chat?.customer.id, chat?.id, null]);
  }
  expect(await telephoned(shop, 'Somebody', '650 555 0999')).toMatchObject({ conversationId: null, note: '☎ 650 555 0999' });
});

test('who telephoned first and writes later: their order gets the chat, and answers go there', async () => {
  const shop = closeAfter(await startShop());
  const order = await telephoned(shop, 'Rita', '+55 11 98765-0001');
  expect(order).toMatchObject({ conversationId: null, customer: { name: 'Rita' } });
  expect((await shop.api.customers.get({ customerId: order.customer.id }))?.blockTrouble).toBe('no-chat');
  // WhatsApp spells it without the ninth digit.
  const message = textMessage({ from: '551187650001' });
  await postSigned(shop.webhookUrl, envelope({ contacts: [{ profile: { name: 'Rita N' }, wa_id: '551187650001' }], messages: [message] }));
  const [chat] = (await shop.api.chats.list({})).conversations;
  expect(chat?.customer).toMatchObject({ id: order.customer.id, name: 'Rita N', phone: '+551187650001' });
  expect(await shop.api.orders.get({ orderId: order.id })).toMatchObject({ conversationId: chat?.id, customer: { id: order.customer.id } });
});
