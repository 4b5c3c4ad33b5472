import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, postSigned, textMessage, tick } from '../support/post-webhook.ts';
import { accepted, refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const CATALOGUE = '194836987003835';
const skus = (from: number, count: number) => Array.from({ length: count }, (_, index) => `sku-${from + index}`);
const LIST = {
  kind: 'product-list' as const,
  catalogId: CATALOGUE,
  header: 'Our bread',
  body: 'Pick what you like',
  footer: 'Fresh every day',
  sections: [
    { title: 'Loaves', retailerIds: skus(1, 20) },
    { title: 'Rolls', retailerIds: skus(21, 10) },
  ],
};

async function openChat(answer: Parameters<typeof scriptedGraph>[0]) {
  const graph = await scriptedGraph(answer);
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage({ id: 'wamid.ask', text: { body: 'What do you have?' } })] }));
  const { messages } = await shop.api.chats.thread({ conversationId: 1 });
  const mine = async () => (await shop.api.chats.thread({ conversationId: 1 })).messages.find(({ direction }) => direction === 'out');
  /** Other calls (catalogues, receipts) name nobody. */
  const sent = () => graph.asked.filter(({ body }) => body.to !== undefined).map(({ body }) => body);
  return { shop, question: messages[0]?.id ?? 0, mine, sent };
}

test('thirty articles in two sections reach the customer in one message, and every tick of it is told', async () => {
  const { shop, question, mine, sent } = await openChat((asked) => asked.give(accepted('wamid.list')));
  const request = { conversationId: 1, content: LIST, quoteMessageId: question, requestId: 'request-list' };
  const answer = await shop.api.chats.send(request);
  expect(answer).toMatchObject({ ok: true });
  expect(await shop.api.chats.send(request)).toEqual(answer);
  await until('the answer of the send call', async () => (await mine())?.status === 'accepted');
  expect(sent()).toEqual([
    {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+16505550111',
      type: 'interactive',
      interactive: {
        type: 'product_list',
        header: { type: 'text', text: 'Our bread' },
        body: { text: 'Pick what you like' },
        footer: { text: 'Fresh every day' },
        action: {
          catalog_id: CATALOGUE,
          sections: LIST.sections.map(({ title, retailerIds }) => ({
            title,
            product_items: retailerIds.map((product_retailer_id) => ({ product_retailer_id })),
          })),
        },
      },
      context: { message_id: 'wamid.ask' },
      biz_opaque_callback_data: 'request-list',
    },
  ]);
  for (const status of ['sent', 'delivered', 'read']) await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.list', status)] }));
  const message = await mine();
  expect(message).toMatchObject({ status: 'read', content: { kind: 'products', form: 'product-list', sections: [{ title: 'Loaves' }, { title: 'Rolls' }] } });
  const details = await shop.api.chats.details({ messageId: message?.id ?? 0 });
  expect(details).toMatchObject({ wamid: 'wamid.list', callbackId: 'request-list' });
  expect(details?.arrivals.map(({ what }) => what)).toEqual(['sent', 'delivered', 'read']);
});

test('what Meta would not take is said at once, and nobody is asked', async () => {
  const { shop, sent } = await openChat((asked) => asked.give(accepted('wamid.never')));
  const send = (content: Parameters<typeof shop.api.chats.send>[0]['content']) =>
    shop.api.chats.send({ conversationId: 1, content, requestId: crypto.randomUUID() });
  const carousel = { kind: 'carousel' as const, catalogId: CATALOGUE, body: 'New today', retailerIds: skus(1, 11) };
  expect(
    await Promise.all([
      send({ ...LIST, sections: [{ title: '', retailerIds: skus(1, 31) }] }),
      send({ ...LIST, header: '' }),
      send({ ...LIST, sections: [...LIST.sections.slice(0, 1), { title: '', retailerIds: ['x'] }] }),
      send(carousel),
    ]),
  ).toEqual(['too-many-products', 'header-missing', 'title-missing', 'too-many-products'].map((reason) => ({ ok: false, reason })));
  expect([shop.rows('SELECT count(*) AS n FROM outbox'), sent()]).toEqual([[{ n: 0 }], []]);
});

test('where no article is in the catalogue, the refusal stands at the message and in the list of failed ones, until it is put aside', async () => {
  const { shop, mine } = await openChat((asked) => asked.give(refusal(131009, 'Products not found in the catalog'), 400));
  await shop.api.chats.send({ conversationId: 1, content: LIST, requestId: 'request-lost' });
  await until('the refusal', async () => (await mine())?.status === 'failed');
  const { failed } = await shop.api.chats.failed();
  expect(failed).toMatchObject([
    { customer: { name: 'Sheena Nelson' }, message: { failure: { reason: 'bad-parameter', code: 131009, details: 'Products not found in the catalog' } } },
  ]);
  const messageId = failed[0]?.message.id ?? 0;
  expect(await shop.api.chats.dismiss({ messageId })).toEqual({ ok: true });
  expect(await shop.api.chats.failed()).toEqual({ failed: [], more: false });
  expect(await mine()).toMatchObject({ status: 'failed', dismissed: true });
});

test('a product that was read of is shown with its name in the thread', async () => {
  const { shop, mine } = await openChat((asked) => asked.give(accepted('wamid.one')));
  await shop.api.chats.send({
    conversationId: 1,
    content: { kind: 'product', catalogId: CATALOGUE, retailerId: 'sku-1', body: '', footer: '' },
    requestId: 'request-one',
  });
  expect((await mine())?.content).toMatchObject({ form: 'product', sections: [{ title: null, products: [{ catalogId: CATALOGUE, retailerId: 'sku-1' }] }] });
});
