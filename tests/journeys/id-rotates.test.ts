import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { accepted, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;

async function sendTo(shop: TestShop, conversationId: number, body: string) {
  expect(await shop.api.chats.send({ conversationId, content: { kind: 'text', body }, requestId: randomUUID() })).toMatchObject({ ok: true });
}

test('an id is replaced, then the number, then both write anew: one customer, one chat, all of it, and the answer goes to the newest', async () => {
  const graph = await scriptedGraph((asked, index) => asked.give(accepted(`wamid.sent.${index}`)));
  const start = Date.now() - 60 * MINUTE;
  const at = (minutes: number) => seconds(start + minutes * MINUTE);
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  const post = (...values: Parameters<typeof envelope>) => postSigned(shop.webhookUrl, envelope(...values));

  const old = { from: '16505550144', from_user_id: 'US.1' };
  await post({
    contacts: [{ profile: { name: 'Rita' }, wa_id: '16505550144', user_id: 'US.1' }],
    messages: [textMessage({ ...old, timestamp: at(0), text: { body: 'one' } })],
  });
  await post({ messages: [orderMessage({ ...old, timestamp: at(1) })] });
  const [{ customer, id: chatId } = { customer: { id: 0 }, id: 0 }] = (await shop.api.chats.list({})).conversations;
  await shop.api.customers.save({ customerId: customer.id, note: 'Rye only', tags: ['regular'] });
  await post({ user_id_update: [{ wa_id: '16505550144', detail: 'x', user_id: { previous: 'US.1', current: 'US.2' }, timestamp: at(10) }] }, 'user_id_update');
  const changed = { type: 'user_changed_number', body: 'Rita changed from 16505550144 to 16505550155', wa_id: '16505550155' };
  await post({ messages: [{ from: '16505550144', id: 'wamid.system', timestamp: at(20), type: 'system', system: changed }] });
  const anew = { from: '16505550155', from_user_id: 'US.3' };
  await post({
    contacts: [{ profile: { name: 'Rita N' }, wa_id: '16505550155', user_id: 'US.3' }],
    messages: [textMessage({ ...anew, timestamp: at(30), text: { body: 'two' } })],
  });

  const chats = (await shop.api.chats.list({})).conversations;
  expect(chats.map((chat) => [chat.id, chat.customer.id, chat.customer.name])).toEqual([[chatId, customer.id, 'Rita N']]);
  const view = await shop.api.customers.get({ customerId: customer.id });
  expect(view).toMatchObject({ note: 'Rye only', tags: ['regular'], messages: 4, orderCount: 1, customer: { phone: '+16505550155' } });
  expect(view?.aliases.map(({ value }) => value).toSorted()).toEqual(['16505550144', '16505550155', 'US.1', 'US.2', 'US.3']);
  expect(view?.spent).toEqual([{ minor: 8500n, currency: 'USD' }]);
  const thread = await shop.api.chats.thread({ conversationId: chatId });
  expect(thread.messages.map(({ type }) => type)).toEqual(['text', 'order', 'system', 'text']);
  await sendTo(shop, chatId, 'Hello again');
  const sent = await until('the answer', () => Promise.resolve(graph.asked.find(({ body }) => body.text?.body === 'Hello again')));
  expect(sent.body.to?.replace('+', '')).toBe('16505550155');
});

test('a customer without a number is answered by their id, and by the new one when it was replaced', async () => {
  const graph = await scriptedGraph((asked, index) => asked.give(accepted(`wamid.sent.${index}`)));
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(
    shop.webhookUrl,
    envelope({ messages: [{ ...textMessage({ from: undefined, from_user_id: 'US.7', timestamp: seconds(Date.now() - MINUTE) }) }] }),
  );
  const [chat] = (await shop.api.chats.list({})).conversations;
  expect(chat?.customer).toMatchObject({ phone: null });
  const askedFor = (text: string) =>
    until(text, () =>
      Promise.resolve(graph.asked.map(({ body }) => body as typeof body & { recipient?: string }).find(({ text: said }) => said?.body === text)),
    );
  await sendTo(shop, chat?.id ?? 0, 'first');
  expect(await askedFor('first')).toMatchObject({ recipient: 'US.7' });
  await postSigned(
    shop.webhookUrl,
    envelope({ user_id_update: [{ user_id: { previous: 'US.7', current: 'US.8' }, timestamp: seconds(Date.now()) }] }, 'user_id_update'),
  );
  await sendTo(shop, chat?.id ?? 0, 'second');
  const second = await askedFor('second');
  expect(second).toMatchObject({ recipient: 'US.8' });
  expect(second).not.toHaveProperty('to');
});
