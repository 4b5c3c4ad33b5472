import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { scriptedGraph } from '../support/scripted-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

async function open() {
  const graph = await scriptedGraph((asked) => asked.give(JSON.stringify({ success: true })));
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  const receive = async () => {
    const message = textMessage();
    await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [message] }));
    const [row] = shop.rows<{ id: number }>('SELECT id FROM messages WHERE wamid = ?', message.id);
    return { wamid: message.id, messageId: row?.id ?? 0 };
  };
  const bodies = () => graph.asked.map(({ body }) => body as Record<string, unknown>);
  return { shop, receive, bodies };
}

test('what the operator has seen is told to the customer once, by the newest message', async () => {
  const { shop, receive, bodies } = await open();
  await receive();
  const { wamid, messageId } = await receive();
  await shop.api.chats.seen({ conversationId: 1, messageId });
  await until('the receipt', () => bodies().length === 1);
  expect(bodies()).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: wamid }]);
  await until('it is noted', () => shop.rows<{ n: number }>('SELECT read_sent_id AS n FROM conversations')[0]?.n === messageId);
  await shop.api.chats.seen({ conversationId: 1, messageId });
  await shop.restart().then(closeAfter);
  expect(bodies()).toHaveLength(1);
});

test('with the setting off nothing is told, and neither is it later', async () => {
  const { shop, receive, bodies } = await open();
  await shop.api.settings.save({ sendReadReceipts: false });
  const { messageId } = await receive();
  await shop.api.chats.seen({ conversationId: 1, messageId });
  await until('it is noted', () => shop.rows<{ n: number }>('SELECT read_sent_id AS n FROM conversations')[0]?.n === messageId);
  await shop.api.settings.save({ sendReadReceipts: true });
  const next = await receive();
  await shop.api.chats.seen({ conversationId: 1, messageId: next.messageId });
  await until('the next one’s receipt', () => bodies().length === 1);
  expect(bodies()[0]).toMatchObject({ message_id: next.wamid });
});

test('that an answer is being written is told only where the settings say so', async () => {
  const { shop, receive, bodies } = await open();
  const { wamid } = await receive();
  expect(await shop.api.chats.typing({ conversationId: 1 })).toEqual({ told: false });
  await shop.api.settings.save({ sendTyping: true });
  expect(await shop.api.chats.typing({ conversationId: 1 })).toEqual({ told: true });
  expect(bodies()).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: wamid, typing_indicator: { type: 'text' } }]);
});

test('a draft is the same on every screen, and survives a restart', async () => {
  const { shop, receive } = await open();
  await receive();
  expect(await shop.api.chats.draft({ conversationId: 1, text: 'Dear Shee' })).toEqual({ kept: true });
  expect(await shop.api.chats.draft({ conversationId: 1, text: 'Dear Shee' })).toEqual({ kept: false });
  const again = closeAfter(await shop.restart());
  expect((await again.api.chats.get({ conversationId: 1 }))?.draft).toBe('Dear Shee');
  await again.api.chats.draft({ conversationId: 1, text: '' });
  expect((await again.api.chats.get({ conversationId: 1 }))?.draft).toBe('');
});
