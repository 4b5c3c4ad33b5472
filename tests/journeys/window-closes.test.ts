import { expect, test } from 'vitest';
import { SERVICE_WINDOW_MS } from '../../shared/domain/service-window.ts';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const NOON = Date.parse('2026-11-23T12:00:00Z');

test('the window is shown, closes 24 hours after the customer wrote, and opens anew when they write', async () => {
  let now = NOON;
  const shop = closeAfter(await startShop({ now: () => now }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ timestamp: seconds(NOON) })] }));
  expect((await shop.api.chats.get({ conversationId: 1 }))?.window).toEqual({ state: 'open', endsAt: NOON + SERVICE_WINDOW_MS });

  now = NOON + SERVICE_WINDOW_MS - 60_000;
  expect((await shop.api.chats.get({ conversationId: 1 }))?.window).toEqual({ state: 'closed', endedAt: NOON + SERVICE_WINDOW_MS });
  expect(await shop.api.chats.reply({ conversationId: 1, text: 'Too late', requestId: 'request-0001' })).toEqual({ ok: false, reason: 'window-closed' });
  expect(shop.rows('SELECT count(*) AS n FROM outbox')).toEqual([{ n: 0 }]);

  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ timestamp: seconds(now) })] }));
  expect((await shop.api.chats.get({ conversationId: 1 }))?.window).toMatchObject({ state: 'open' });
});

test('a message that waited past the end of the window is not sent, and says why', async () => {
  let now = NOON;
  const graph = await scriptedGraph((asked) => asked.give(refusal(131016), 500));
  const shop = closeAfter(await startShop({ now: () => now, graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ timestamp: seconds(NOON) })] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  await until('the first refusal', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'queued' AND attempts = 1").length === 1);
  now = NOON + SERVICE_WINDOW_MS;
  await shop.api.connection.resumeOutbox();
  const [, mine] = await until('the failure', async () => {
    const { messages } = await shop.api.chats.thread({ conversationId: 1 });
    return messages[1]?.status === 'failed' ? messages : null;
  });
  expect(mine).toMatchObject({ failure: { reason: 'window-closed', code: null } });
  expect(graph.asked).toHaveLength(1);
});
