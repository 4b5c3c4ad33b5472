import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { orderMessage, postSigned, textMessage, tick } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

test('a thousand updates in one body, over entries, changes, messages and statuses, are all there', async () => {
  const shop = closeAfter(await startShop());
  const many = Array.from({ length: 50 }, (_, entry) => ({
    id: String(entry),
    changes: [
      {
        field: 'messages',
        value: { metadata: { phone_number_id: '106540352242922' }, messages: Array.from({ length: 8 }, () => textMessage({ from: `1650555${1000 + entry}` })) },
      },
      {
        field: 'messages',
        value: {
          metadata: { phone_number_id: '106540352242922' },
          messages: [orderMessage({ from: `1650555${1000 + entry}` }), orderMessage({ from: `1650555${1000 + entry}` })],
          statuses: Array.from({ length: 10 }, (_s, n) => tick(`out.${entry}.${n}`, 'sent')),
        },
      },
    ],
  }));
  expect(await postSigned(shop.webhookUrl, { object: 'whatsapp_business_account', entry: many })).toBe(200);
  expect(
    shop.rows(
      'SELECT (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM tick_parking) AS ticks, (SELECT count(*) FROM customers) AS customers',
    ),
  ).toEqual([{ messages: 500, orders: 100, ticks: 500, customers: 50 }]);
  expect(shop.rows('SELECT count(DISTINCT number) AS numbers, max(number) AS last FROM orders')).toEqual([{ numbers: 100, last: 100 }]);
  expect(shop.rows('SELECT shape, outcome FROM webhook_log')).toEqual([{ shape: 'cloud', outcome: 'applied' }]);
});

test('unknown fields and types, a missing sender and odd parts never stop the rest', async () => {
  const shop = closeAfter(await startShop());
  const value = {
    messages: [
      null,
      'junk',
      { id: 'w.nobody', type: 'text', text: { body: 'from nobody' } },
      { id: 'w.future', from: '16505550111', timestamp: 1_750_000_000, type: 'hologram', hologram: { caption: 'a 3D picture' } },
      { id: 'w.lost', from: '16505550111', timestamp: '1750000000', type: 'interactive' },
      textMessage({ id: 'w.good' }),
    ],
    statuses: [{ status: 'sent' }, { id: 'w.pay', status: 'captured', type: 'payment' }, tick('w.ok', 'sent')],
    errors: [{ code: 131000, title: 'Something went wrong' }],
  };
  const body = {
    object: 'whatsapp_business_account',
    entry: [{ id: 0, changes: [{ field: 'messages', value }, { field: 'account_update', value: {} }, { field: 'messages' }] }, 7],
  };
  expect(await postSigned(shop.webhookUrl, body)).toBe(200);
  expect(shop.rows('SELECT wamid, type FROM messages ORDER BY wamid')).toEqual([
    { wamid: 'w.future', type: 'hologram' },
    { wamid: 'w.good', type: 'text' },
    { wamid: 'w.lost', type: 'interactive' },
  ]);
  expect(shop.rows('SELECT wamid FROM tick_parking')).toEqual([{ wamid: 'w.ok' }]);
  expect(shop.rows('SELECT outcome FROM webhook_log')).toEqual([{ outcome: 'partly' }]);
  expect((await shop.api.connection.get()).unread).toMatchObject({ count: 1, lastReason: expect.stringContaining('more') });

  const card = (await shop.api.chats.thread({ conversationId: 1 })).messages.find((message) => message.type === 'hologram');
  expect(card?.content).toEqual({ kind: 'card', type: 'hologram', facts: [{ fact: 'caption', value: 'a 3D picture' }] });
  expect(JSON.parse((await shop.api.chats.raw({ messageId: card?.id ?? 0 })) ?? '')).toMatchObject({ id: 'w.future', hologram: { caption: 'a 3D picture' } });
});
