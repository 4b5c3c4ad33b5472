import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, ONPREM_SECRET_WRONG, postOnprem, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

const CONTACTS = [{ profile: { name: 'Jerry Cooney' }, wa_id: '250788123123' }];
/** The list is spelled in the singular, as on the page that this shape is from. */
const ORDER = {
  contacts: CONTACTS,
  messages: [
    {
      from: '250788123123',
      id: '41',
      timestamp: seconds(Date.now()),
      type: 'order',
      order: {
        catalog_id: 800683284849775,
        product_item: [
          { product_retailer_id: '1031', quantity: 1, item_price: 599.9, currency: 'BRL' },
          { product_retailer_id: 10320, quantity: '1', item_price: '2399', currency: 'BRL' },
        ],
      },
    },
  ],
};

test('an un-enveloped order behind the secret path rings like any other', async () => {
  const shop = closeAfter(await startShop());
  expect(await postOnprem(shop.webhookUrl, ORDER)).toBe(200);
  expect((await shop.api.orders.board()).new[0]).toMatchObject({
    customer: { name: 'Jerry Cooney' },
    totals: [{ minor: 299_890n, currency: 'BRL' }],
    unclear: 0,
    pieces: 2n,
  });
  expect(shop.rows('SELECT shape, outcome FROM webhook_log')).toEqual([{ shape: 'onprem', outcome: 'applied' }]);
  expect(shop.rows('SELECT phone_number_id FROM conversations')).toEqual([{ phone_number_id: 'onprem' }]);
});

test('its statuses are read: ticks wait for their message, and a deleted message says so', async () => {
  const shop = closeAfter(await startShop());
  await postOnprem(shop.webhookUrl, {
    contacts: CONTACTS,
    messages: [{ from: '250788123123', id: '42', timestamp: '1518694235', type: 'text', text: { body: 'Never mind' } }],
  });
  await postOnprem(shop.webhookUrl, {
    statuses: [
      { id: '9712A34B4A8B6AD50F', recipient_id: '16315555555', status: 'sent', timestamp: '1518694700', type: 'message' },
      { id: '42', recipient_id: '250788123123', status: 'deleted', timestamp: '1518694800' },
    ],
  });
  expect(shop.rows('SELECT wamid, status, at FROM tick_parking')).toEqual([{ wamid: '9712A34B4A8B6AD50F', status: 'sent', at: 1_518_694_700_000 }]);
  expect((await shop.api.chats.thread({ conversationId: 1 })).messages[0]).toMatchObject({ deleted: true, late: true });
});

test('nothing can be sent from a number of the ended API, and that is said', async () => {
  const shop = closeAfter(await startShop());
  await postOnprem(shop.webhookUrl, ORDER);
  expect(await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' })).toEqual({ ok: false, reason: 'number-cannot-reply' });
});

test('the path decides the proof, the body decides the shape', async () => {
  const shop = closeAfter(await startShop());
  expect(await postSigned(shop.webhookUrl, ORDER)).toBe(200);
  expect(await postOnprem(shop.webhookUrl, envelope({ messages: [textMessage()] }))).toBe(200);
  expect(await postOnprem(shop.webhookUrl, 'no json {')).toBe(200);
  expect(shop.rows('SELECT shape, outcome FROM webhook_log ORDER BY id')).toEqual([
    { shape: 'onprem', outcome: 'applied' },
    { shape: 'cloud', outcome: 'applied' },
    { shape: 'none', outcome: 'unread' },
  ]);
});

test('the door is not there while it is off, or under a wrong secret', async () => {
  const shop = closeAfter(await startShop());
  expect(await postOnprem(shop.webhookUrl, ORDER, ONPREM_SECRET_WRONG)).toBe(404);
  expect(await postOnprem(shop.webhookUrl, ORDER, '')).toBe(404);
  const closed = closeAfter(await startShop({ environment: { SHOPBELL_ONPREM_SECRET: '' } }));
  expect(await postOnprem(closed.webhookUrl, ORDER)).toBe(404);
  expect(closed.rows('SELECT count(*) AS n FROM webhook_log')).toEqual([{ n: 0 }]);
});
