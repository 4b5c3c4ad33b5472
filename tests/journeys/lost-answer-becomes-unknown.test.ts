import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { printPromise } from '../support/print-promise.ts';
import { accepted, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop, startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('a lost answer is in doubt, is never sent again by itself, and the ticks clear it up', async () => {
  const { shop, simulator } = await startShopWithSimulator({ pace: 2 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('text');
  simulator.behave({ loseAnswerNext: 1 });
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const doubt = await until('the doubt', async () =>
    (await shop.api.chats.thread({ conversationId: 1 })).messages.find((message) => message.status === 'unknown'),
  );
  expect(doubt.failure).toEqual({ reason: 'lost-answer', code: null, details: null });
  expect((await shop.api.connection.get()).unknownMessages).toBe(1);
  // WhatsApp had taken it: its ticks carry our id and settle what the call could not.
  await until('a tick', () => shop.rows("SELECT 1 FROM messages WHERE direction = 'out' AND status IN ('sent', 'delivered', 'read')").length === 1);
  expect(shop.rows('SELECT state, attempts FROM outbox')).toEqual([{ state: 'accepted', attempts: 1 }]);
  expect((await shop.api.connection.get()).unknownMessages).toBe(0);
});

test('the operator alone sends one in doubt again, as a message of its own', async () => {
  const { shop, simulator } = await startShopWithSimulator({ pace: 0.1 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('text');
  simulator.behave({ loseAnswerNext: 1 });
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  const doubt = await until('the doubt', async () =>
    (await shop.api.chats.thread({ conversationId: 1 })).messages.find((message) => message.status === 'unknown'),
  );
  const again = await shop.api.chats.sendAgain({ messageId: doubt.id });
  expect(again).toMatchObject({ ok: true });
  await until('the second one accepted', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect(shop.rows("SELECT status, sent_again_as FROM messages WHERE direction = 'out' ORDER BY id")).toEqual([
    { status: 'unknown', sent_again_as: doubt.id + 1 },
    { status: 'accepted', sent_again_as: null },
  ]);
});

test('of many answers lost at random, none is sent twice by itself and none disappears', async () => {
  const REPLIES = 60;
  // Every third call is accepted and its answer cut off; WhatsApp has the message all the same.
  const graph = await scriptedGraph((asked, index) => asked.give(index % 3 === 0 ? null : accepted(`wamid.${index}`)));
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  const customers = Array.from({ length: 6 }, (_, index) => textMessage({ from: `1650555020${index}` }));
  await postSigned(shop.webhookUrl, envelope({ messages: customers }));
  for (let index = 0; index < REPLIES; index += 1) {
    await shop.api.chats.reply({ conversationId: 1 + (index % customers.length), text: `reply ${index}`, requestId: `request-${index}` });
  }
  await until('all settled', () => shop.rows("SELECT 1 FROM outbox WHERE state IN ('queued', 'sending')").length === 0, 20_000);
  const texts = graph.asked.map((asked) => asked.body.text?.body);
  const twice = texts.length - new Set(texts).size;
  const [seen] = shop.rows<{ unknown: number; accepted: number }>(
    "SELECT sum(status = 'unknown') AS unknown, sum(status = 'accepted') AS accepted FROM messages WHERE direction = 'out'",
  );
  expect(twice).toBe(0);
  expect(seen).toEqual({ unknown: REPLIES / 3, accepted: (REPLIES * 2) / 3 });
  printPromise(
    5,
    `${REPLIES} replies, ${REPLIES / 3} answers lost: ${twice} sent twice, ${REPLIES - (seen?.unknown ?? 0) - (seen?.accepted ?? 0)} lost silently, ${seen?.unknown} shown as unknown`,
  );
}, 30_000);
