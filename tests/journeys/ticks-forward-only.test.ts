import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage, tick } from '../support/post-webhook.ts';
import { startShop, startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('ticks in any order, repeated and scattered over deliveries, end the same', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  let counter = 0;
  const ticks = ['sent', 'delivered', 'read', 'failed'];
  const states = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...ticks, ...ticks], { minLength: 8 }), async (order) => {
      counter += 1;
      await shop.api.chats.reply({ conversationId: 1, text: `number ${counter}`, requestId: `request-${counter}` });
      const over = (status: string) => ({ biz_opaque_callback_data: `request-${counter}`, timestamp: String(1_750_000_000 + ticks.indexOf(status)) });
      for (const status of order) await postSigned(shop.webhookUrl, envelope({ statuses: [tick(`wamid.out.${counter}`, status, over(status))] }));
      const [row] = shop.rows(
        'SELECT status, tick_sent_at, tick_delivered_at, tick_read_at, tick_failed_at, failure FROM messages WHERE wamid = ?',
        `wamid.out.${counter}`,
      );
      states.add(JSON.stringify(row));
    }),
    { numRuns: 12 },
  );
  expect([...states]).toEqual([
    JSON.stringify({
      status: 'read',
      tick_sent_at: 1_750_000_000_000,
      tick_delivered_at: 1_750_000_001_000,
      tick_read_at: 1_750_000_002_000,
      tick_failed_at: 1_750_000_003_000,
      failure: null,
    }),
  ]);
});

test('a failure reported after acceptance carries Meta’s own reason', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const errors = [{ code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours have passed.' } }];
  const failed = tick('wamid.out', 'failed', { biz_opaque_callback_data: 'request-0001', errors });
  await postSigned(shop.webhookUrl, envelope({ statuses: [failed, tick('wamid.out', 'sent')] }));
  const [, mine] = (await shop.api.chats.thread({ conversationId: 1 })).messages;
  expect(mine).toMatchObject({ status: 'failed', failure: { reason: 'window-closed', code: 131047, details: 'More than 24 hours have passed.' } });
});

test('a WhatsApp that reorders and repeats everything still ends with two blue ticks', async () => {
  const { shop, simulator } = await startShopWithSimulator({ pace: 60 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('text');
  simulator.behave({ reorder: true, repeat: true });
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  await until(
    'read',
    () => shop.rows("SELECT 1 FROM messages WHERE status = 'read' AND tick_sent_at IS NOT NULL AND tick_delivered_at IS NOT NULL").length === 1,
  );
});
