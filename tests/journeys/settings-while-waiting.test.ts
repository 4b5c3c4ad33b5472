import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { accepted, refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('a moved volume slider does not hurry a message that Meta told to wait', async () => {
  const graph = await scriptedGraph((asked) => asked.give(refusal(131056), 400));
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const waiting = await until('the wait', () => shop.rows<{ next_at: number }>("SELECT next_at FROM outbox WHERE state = 'queued' AND attempts = 1")[0]);
  for (let bellVolume = 1; bellVolume <= 20; bellVolume += 1) await shop.api.settings.save({ bellVolume });
  await until('the settings', async () => (await shop.api.settings.get()).values.bellVolume === 20);
  expect(shop.rows('SELECT state, next_at, attempts FROM outbox')).toEqual([{ state: 'queued', next_at: waiting.next_at, attempts: 1 }]);
  expect(graph.asked).toHaveLength(1);
});

test('a new token lets go at once what a refused one held', async () => {
  const graph = await scriptedGraph((asked, index) => (index === 0 ? asked.give(refusal(190), 401) : asked.give(accepted('wamid.1'))));
  const shop = closeAfter(await startShop({ graphUrl: graph.url, environment: { SHOPBELL_ACCESS_TOKEN: '' } }));
  await shop.api.settings.setSecret({ name: 'accessToken', value: 'an-old-token' });
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  await until('the hold', async () => (await shop.api.connection.get()).outboxHold === 'token-refused');
  await shop.api.settings.setSecret({ name: 'accessToken', value: 'a-new-token' });
  await until('its acceptance', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect((await shop.api.connection.get()).outboxHold).toBeNull();
});

test('a mended address is tried at once, not after the pause that the wrong one has earned', async () => {
  const graph = await scriptedGraph((asked) => asked.give(accepted('wamid.1')));
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_GRAPH_URL: '' } }));
  await shop.api.settings.save({ graphUrl: 'http://graph.invalid' });
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  await until(
    'a wait of 10 s',
    () => shop.rows("SELECT 1 FROM outbox WHERE state = 'queued' AND next_at - (SELECT sent_at FROM messages WHERE id = message_id) > 4000").length === 1,
  );
  const before = performance.now();
  await shop.api.settings.save({ graphUrl: graph.url });
  await until('its acceptance', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect(performance.now() - before).toBeLessThan(2_000);
});
