import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

// Meta's own sample: the quoted id decodes to the literal words "product_inquiry" and is nobody's message.
const ENQUIRY = {
  from: '15550783881',
  id: 'wamid.HBgLMTY1MDM4Nzk0MzkVAgARGA9wcm9kdWN0X2lucXVpcnkA',
  referred_product: { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' },
};

test('a question shows the product it is about, waits for an answer, and is quoted by it', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage({ context: ENQUIRY })] }));

  const list = await shop.api.chats.list({});
  expect(list).toMatchObject({ unreadConversations: 1, questions: 1, more: false });
  const [chat] = list.conversations;
  expect(chat).toMatchObject({
    customer: { name: 'Sheena Nelson' },
    unread: 1,
    asked: { catalogId: '194836987003835', retailerId: 'di9ozbzfi4' },
    questionSince: expect.any(Number),
    window: { state: 'open' },
    last: { content: { kind: 'text', body: 'Is this still available?' }, product: { retailerId: 'di9ozbzfi4' }, quoted: null },
  });

  const answer = await shop.api.chats.reply({
    conversationId: 1,
    text: 'Yes, two left.',
    quoteMessageId: chat?.askedMessageId ?? 0,
    requestId: 'request-0001',
  });
  expect(answer).toEqual({ ok: true, messageId: 2 });
  expect((await shop.api.chats.list({})).questions).toBe(0);
  const { messages } = await shop.api.chats.thread({ conversationId: 1 });
  expect(messages[1]).toMatchObject({ direction: 'out', quoted: { messageId: 1, text: 'Is this still available?' } });
  expect(await shop.api.chats.seen({ conversationId: 1, messageId: 1 })).toEqual({ unread: 0 });
});

test('the product is read from a message of any type', async () => {
  const shop = closeAfter(await startShop());
  const button = { from: '16505550111', id: 'wamid.b', timestamp: '1750016800', type: 'button', button: { text: 'More', payload: null }, context: ENQUIRY };
  await postSigned(shop.webhookUrl, envelope({ messages: [button] }));
  expect((await shop.api.chats.list({})).conversations[0]?.asked?.retailerId).toBe('di9ozbzfi4');
});

test('a text of the same thread without a product is an ordinary message', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  const list = await shop.api.chats.list({});
  expect(list.questions).toBe(0);
  expect(list.conversations[0]).toMatchObject({ asked: null, questionSince: null, unread: 1 });
});
