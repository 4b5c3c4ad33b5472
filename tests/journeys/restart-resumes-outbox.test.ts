import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { accepted, refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('what waited is sent after a restart; what was under way is in doubt and is not', async () => {
  const graph = await scriptedGraph((asked) => {
    if (asked.body.text?.body === 'waits') asked.give(refusal(130429), 400);
    // "under way" is never answered: the program ends while it waits.
  });
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ from: '16505550111' }), textMessage({ from: '16505550122' })] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'waits', requestId: 'request-0001' });
  await shop.api.chats.reply({ conversationId: 2, text: 'under way', requestId: 'request-0002' });
  await until('both calls', () => graph.asked.length === 2 && shop.rows("SELECT 1 FROM outbox WHERE state = 'queued' AND attempts = 1").length === 1);
  await shop.stop();

  const working = await scriptedGraph((asked, index) => asked.give(accepted(`wamid.${index}`)));
  const again = closeAfter(await startShop({ folder: shop.folder, graphUrl: working.url }));
  await until('the one that waited', () => again.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect(working.asked.map((asked) => asked.body.text?.body)).toEqual(['waits']);
  expect(again.rows("SELECT json_extract(content, '$.body') AS body, status FROM messages WHERE direction = 'out' ORDER BY id")).toEqual([
    { body: 'waits', status: 'accepted' },
    { body: 'under way', status: 'unknown' },
  ]);
}, 60_000);

test('what was never tried for want of a token is sent when there is one', async () => {
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_ACCESS_TOKEN: '' } }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  expect(await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' })).toMatchObject({ ok: true });
  await until('the hold', async () => (await shop.api.connection.get()).outboxHold === 'not-configured');
  expect((await shop.api.connection.get()).missing).toEqual(['accessToken']);
  const graph = await scriptedGraph((asked) => asked.give(accepted('wamid.1')));
  await shop.stop();
  const again = closeAfter(await startShop({ folder: shop.folder, graphUrl: graph.url }));
  await until('its acceptance', () => again.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
});
