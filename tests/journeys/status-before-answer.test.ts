import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage, tick } from '../support/post-webhook.ts';
import { accepted, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('a tick that carries our id settles the message before the answer comes', async () => {
  const graph = await scriptedGraph();
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const call = await until('the call', () => graph.asked[0]);
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.early', 'delivered', { biz_opaque_callback_data: 'request-0001' })] }));
  expect(shop.rows('SELECT wamid, status FROM messages WHERE id = 2')).toEqual([{ wamid: 'wamid.early', status: 'delivered' }]);
  call.give(accepted('wamid.early'));
  await until('the settled outbox', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect(shop.rows('SELECT status FROM messages WHERE id = 2')).toEqual([{ status: 'delivered' }]);
});

test('a tick without our id waits in the parking and is applied when the answer names its message', async () => {
  const graph = await scriptedGraph();
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const call = await until('the call', () => graph.asked[0]);
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.early', 'read'), tick('wamid.early', 'sent')] }));
  expect(shop.rows('SELECT status FROM tick_parking ORDER BY status')).toEqual([{ status: 'read' }, { status: 'sent' }]);
  call.give(accepted('wamid.early'));
  await until('read', () => shop.rows("SELECT 1 FROM messages WHERE status = 'read' AND tick_sent_at IS NOT NULL").length === 1);
  expect(shop.rows('SELECT count(*) AS n FROM tick_parking')).toEqual([{ n: 0 }]);
});

test('a tick comes instead of the answer: the message is settled and nothing is in doubt', async () => {
  const graph = await scriptedGraph();
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const call = await until('the call', () => graph.asked[0]);
  call.give(null);
  await until('the doubt', () => shop.rows("SELECT 1 FROM messages WHERE status = 'unknown'").length === 1);
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.late', 'sent', { biz_opaque_callback_data: 'request-0001' })] }));
  expect(shop.rows('SELECT wamid, status, failure FROM messages WHERE id = 2')).toEqual([{ wamid: 'wamid.late', status: 'sent', failure: null }]);
  expect(shop.rows('SELECT state FROM outbox')).toEqual([{ state: 'accepted' }]);
  expect(graph.asked).toHaveLength(1);
});
