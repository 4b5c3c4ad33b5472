import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { closeAfter } from '../support/close-after.ts';
import { startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

test('a question is pinned with price and stock, answered with the price, later with the article itself, and both get their ticks', async () => {
  const { shop, simulator } = await startShopWithSimulator({ pace: 50 });
  closeAfter(shop);
  closeAfter(simulator);
  await simulator.act('question');
  const chat = await until('a pinned question with a price', async () =>
    (await shop.api.chats.list({})).conversations.find(({ asked }) => asked?.priceText != null),
  );
  expect(chat).toMatchObject({ asked: { catalogId: PRACTICE_ACCOUNT.catalogId, name: expect.any(String) }, questionSince: expect.any(Number) });
  const { catalogId, retailerId, name } = chat.asked ?? { catalogId: '', retailerId: '', name: null };

  const text = await shop.api.catalogue.answerText({ conversationId: chat.id, catalogId, retailerId });
  expect(text).toMatch(new RegExp(`^${name} costs €\\d+\\.\\d\\d\\.`));
  const quote = { quoteMessageId: chat.askedMessageId ?? 0 };
  expect(await shop.api.chats.reply({ conversationId: chat.id, text: text ?? '', ...quote, requestId: 'answer-0001' })).toMatchObject({ ok: true });
  expect((await shop.api.chats.get({ conversationId: chat.id }))?.questionSince).toBeNull();
  // The question stays in sight for what is asked next.
  expect((await shop.api.chats.get({ conversationId: chat.id }))?.asked?.retailerId).toBe(retailerId);

  const content = { kind: 'product' as const, catalogId, retailerId, body: 'Here it is', footer: '' };
  expect(await shop.api.chats.send({ conversationId: chat.id, content, requestId: 'article-0001' })).toMatchObject({ ok: true });
  const sent = await until('two delivered answers', async () => {
    const { messages } = await shop.api.chats.thread({ conversationId: chat.id });
    const ours = messages.filter(({ direction }) => direction === 'out');
    return ours.length === 2 && ours.every(({ ticks }) => ticks.delivered !== null) ? ours : undefined;
  });
  expect(sent.map(({ content: { kind } }) => kind)).toEqual(['text', 'products']);

  const overview = await until('the catalogue to be read', async () => {
    const now = await shop.api.catalogue.overview();
    return now.catalogues[0]?.connected && now.catalogues[0].readAt !== null ? now : undefined;
  });
  expect(overview).toMatchObject({ problem: null, catalogues: [{ catalogId, name: PRACTICE_ACCOUNT.catalogName, source: 'meta', problem: null }] });
  expect(await shop.api.catalogue.get({ catalogId, retailerId })).toMatchObject({ asked: 1, trouble: null });
  expect((await shop.api.dayBook.get({})).asked).toMatchObject([{ retailerId, times: 1, times30: 1 }]);
});
