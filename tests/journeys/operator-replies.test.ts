import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { accepted, refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop, startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

async function practised() {
  const { shop, simulator, reports } = await startShopWithSimulator({ pace: 40 });
  closeAfter(shop);
  closeAfter(simulator);
  return { shop, simulator, reports };
}

test('a reply goes from the clock to two blue ticks', async () => {
  const { shop, simulator, reports } = await practised();
  await simulator.act('question');
  const [chat] = (await shop.api.chats.list({})).conversations;
  const seen = new Set<string>();
  const feed = (await shop.api.live.feed({}))[Symbol.asyncIterator]();
  expect((await feed.next()).value).toMatchObject({ reset: true });
  const sent = await shop.api.chats.reply({ conversationId: chat?.id ?? 0, text: 'Yes, it is. Shall I keep one?', requestId: 'request-0001' });
  expect(sent).toMatchObject({ ok: true });
  const messageId = sent.ok ? sent.messageId : 0;

  await until('two blue ticks', async () => {
    await feed.next();
    const { messages } = await shop.api.chats.thread({ conversationId: chat?.id ?? 0 });
    const mine = messages.find((message) => message.id === messageId);
    seen.add(mine?.status ?? 'none');
    return mine?.status === 'read' && mine.ticks.sent !== null && mine.ticks.delivered !== null && mine.ticks.read !== null;
  });
  const way = ['queued', 'sending', 'accepted', 'sent', 'delivered', 'read'];
  expect([...seen]).toEqual(way.filter((status) => seen.has(status)));
  expect(seen).toContain('read');
  expect(shop.rows('SELECT state, attempts FROM outbox')).toEqual([{ state: 'accepted', attempts: 1 }]);
  expect(reports).toEqual([]);
  await feed.return?.();
});

test('the same request twice is one message', async () => {
  const { shop, simulator } = await practised();
  await simulator.act('text');
  const ask = () => shop.api.chats.reply({ conversationId: 1, text: 'Hello!', requestId: 'request-0001' });
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(first).toEqual(second);
  await until('its acceptance', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
  expect(shop.rows("SELECT count(*) AS n FROM messages WHERE direction = 'out'")).toEqual([{ n: 1 }]);
});

test('messages to one customer leave in the order they were written, though the first must wait', async () => {
  const graph = await scriptedGraph((asked, index) => asked.give(index === 0 ? refusal(130429) : accepted(`wamid.${index}`), index === 0 ? 400 : 200));
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  for (const [index, text] of ['one', 'two', 'three'].entries()) await shop.api.chats.reply({ conversationId: 1, text, requestId: `request-000${index}` });
  const waiting = await until('the reason of the wait', async () =>
    (await shop.api.chats.thread({ conversationId: 1 })).messages.find((message) => message.retryAt !== null),
  );
  expect(waiting).toMatchObject({ status: 'queued', failure: { reason: 'rate-limited', code: 130429 } });
  await until('all three accepted', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 3);
  expect(graph.asked.map((asked) => asked.body.text?.body)).toEqual(['one', 'one', 'two', 'three']);
  expect(shop.rows('SELECT attempts FROM outbox ORDER BY id')).toEqual([{ attempts: 2 }, { attempts: 1 }, { attempts: 1 }]);
});

test('what Meta refuses is said, and goes again only when a person sends it again', async () => {
  const { shop, simulator } = await practised();
  await simulator.act('text');
  simulator.behave({ refuseCode: 131026 });
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello!', requestId: 'request-0001' });
  const failed = await until('the failure', async () =>
    (await shop.api.chats.thread({ conversationId: 1 })).messages.find((message) => message.status === 'failed'),
  );
  expect(failed.failure).toMatchObject({ reason: 'undeliverable', code: 131026 });
  simulator.behave({ refuseCode: 0 });
  const again = await shop.api.chats.sendAgain({ messageId: failed.id });
  expect(again).toEqual({ ok: true, messageId: failed.id + 1 });
  expect(await shop.api.chats.sendAgain({ messageId: failed.id })).toEqual({ ok: false, reason: 'already-sent' });
  await until('the second one accepted', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
});

test('a refused token holds the whole outbox, and burns no message', async () => {
  const { shop, simulator } = await practised();
  await simulator.act('text');
  simulator.behave({ refuseCode: 190 });
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello!', requestId: 'request-0001' });
  await until('the hold', async () => (await shop.api.connection.get()).outboxHold === 'token-refused');
  expect(shop.rows('SELECT state, attempts FROM outbox')).toEqual([{ state: 'queued', attempts: 0 }]);
  simulator.behave({ refuseCode: 0 });
  expect((await shop.api.connection.resumeOutbox()).outboxHold).toBeNull();
  await until('its acceptance', () => shop.rows("SELECT 1 FROM outbox WHERE state = 'accepted'").length === 1);
});

test('an empty text, one too long, and a chat that is not there are refused in words of ours', async () => {
  const { shop, simulator } = await practised();
  await simulator.act('text');
  const ask = (text: string, conversationId = 1) => shop.api.chats.reply({ conversationId, text, requestId: `request-${text.length}-${conversationId}` });
  expect(await ask('  \n ')).toEqual({ ok: false, reason: 'empty-text' });
  expect(await ask('x'.repeat(4097))).toEqual({ ok: false, reason: 'text-too-long' });
  expect(await ask('Hello', 77)).toEqual({ ok: false, reason: 'not-found' });
});
