import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { BAKERY } from '../../electron/simulator/bakery.ts';
import type { MessageContent, MessageView } from '../../shared/contract/messages.ts';
import { type Misbehaviour, PRACTICE_ACTIONS, type PracticeAction } from '../../shared/contract/practice.ts';
import { closeAfter } from '../support/close-after.ts';
import { PHONE_NUMBER_ID, startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const SHEENA = '16505550101';

/** What a message shows in the chat, in words; an empty text is a blank message. */
function shown(content: MessageContent): string {
  switch (content.kind) {
    case 'text':
    case 'buttons':
    case 'location-request':
    case 'contact-request':
    case 'template':
      return content.body;
    case 'edit':
      return content.text;
    case 'location':
      return content.latitude && content.longitude;
    case 'contacts':
      return content.cards.map(({ name, phones }) => name || (phones[0]?.phone ?? '')).join(', ');
    case 'answer':
      return content.title || content.fields.map(({ name, value }) => `${name}: ${value}`).join(', ');
    case 'system':
      return content.body;
    case 'card':
      return content.facts.map(({ value }) => value).join(', ') || content.type;
    case 'media':
      return content.media.media;
    case 'reaction':
      return content.emoji ?? 'withdrawn';
    case 'order':
      return content.pieces > 0n ? String(content.number) : '';
    case 'products':
      return content.sections.length > 0 ? content.form : '';
    case 'payment':
      return content.status;
    // Their words are the page's own.
    case 'unsupported':
    case 'welcome':
    case 'removed':
      return content.kind;
  }
}

/** A shop whose customers act a second apart: of two reactions in one second nobody can tell the later one. */
async function open(misbehaviour: Partial<Misbehaviour> = {}) {
  let passed = 0;
  const { shop, simulator, reports } = await startShopWithSimulator({ pace: 50, now: () => Date.now() + passed });
  simulator.behave(misbehaviour);
  closeAfter(simulator);
  closeAfter(shop);
  const act = (action: PracticeAction): Promise<void> => {
    passed += 1000;
    return simulator.act(action);
  };
  return { shop, act, graphUrl: simulator.graphUrl, reports };
}

async function allMessages(shop: TestShop): Promise<MessageView[]> {
  const { conversations } = await shop.api.chats.list({});
  const found: MessageView[] = [];
  for (const { id: conversationId } of conversations) {
    let page = await shop.api.chats.thread({ conversationId });
    found.push(...page.messages);
    for (let [oldest] = page.messages; page.more && oldest; [oldest] = page.messages) {
      page = await shop.api.chats.thread({ conversationId, before: { sentAt: oldest.sentAt, id: oldest.id } });
      found.push(...page.messages);
    }
  }
  return found;
}

/** Sheena writes, and is asked everything that can be asked: by the shop, and in a list by its other program. */
async function askEverything(shop: TestShop, act: (action: PracticeAction) => Promise<void>, graphUrl: string): Promise<void> {
  const chatOf = async () => (await shop.api.chats.list({})).conversations.find(({ customer }) => customer.name === 'Sheena Nelson');
  const chat = await until('Sheena writes', async () => {
    await act('text');
    return chatOf();
  });
  const action = { button: 'Pick', sections: [{ rows: [{ id: 'rye', title: 'Rye loaf' }] }] };
  const list = { messaging_product: 'whatsapp', to: `+${SHEENA}`, type: 'interactive', interactive: { type: 'list', body: { text: 'Which?' }, action } };
  const headers = { authorization: 'Bearer test-access-token', 'content-type': 'application/json' };
  const sent = await fetch(`${graphUrl}/v25.0/${PHONE_NUMBER_ID}/messages`, { method: 'POST', headers, body: JSON.stringify(list) });
  expect(sent.status).toBe(200);
  const send = (content: Parameters<TestShop['api']['chats']['send']>[0]['content']) =>
    shop.api.chats.send({ conversationId: chat.id, content, requestId: randomUUID() });
  const body = 'Your order #14: what address shall we deliver it to?';
  await send({ kind: 'text', body });
  await send({ kind: 'buttons', header: '', body: 'Is that right?', footer: '', buttons: ['Yes', 'No'] });
  await send({ kind: 'location-request', body: 'Where are you?' });
  await until('all went', () => shop.rows("SELECT 1 FROM messages WHERE direction = 'out' AND status IN ('sent', 'delivered', 'read')").length >= 3);
}

test.each<[string, Partial<Misbehaviour>]>([
  ['', {}],
  [' where all comes twice', { repeat: true }],
  [' in batches', { batch: true }],
  [' of hidden numbers', { hidePhone: true }],
])('everything that customers can do%s is read, and nothing of it is blank', async (_, misbehaviour) => {
  const { shop, act, graphUrl, reports } = await open(misbehaviour);
  await askEverything(shop, act, graphUrl);
  for (const action of PRACTICE_ACTIONS) await act(action);

  const unread = shop.rows<{ body: string }>("SELECT CAST(body AS TEXT) AS body FROM webhook_log WHERE outcome IN ('unread', 'partly')");
  expect(unread.filter(({ body }) => !body.includes('sticky_note'))).toEqual([]);

  const messages = await allMessages(shop);
  expect(messages.filter(({ content }) => shown(content).trim() === '')).toEqual([]);
  const { conversations } = await shop.api.chats.list({});
  expect(conversations.filter(({ last }) => last === null || shown(last.content).trim() === '')).toEqual([]);

  const kinds = new Set(
    messages.map(({ content }) => (content.kind === 'media' ? content.media.media : content.kind === 'answer' ? content.of : content.kind)),
  );
  expect([...kinds].toSorted()).toEqual(
    expect.arrayContaining(
      ['order', 'text', 'image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts', 'button', 'list', 'flow', 'system'].concat([
        'unsupported',
        'welcome',
        'payment',
        'card',
      ]),
    ),
  );
  const some = (what: string, has: (message: MessageView) => unknown) =>
    expect([what, messages.some((message) => Boolean(has(message)))]).toEqual([what, true]);
  some('a question about a product', ({ product }) => product);
  some('a quote', ({ quoted, content }) => quoted?.messageId && content.kind === 'text');
  some('a forwarded text', ({ forwarded }) => forwarded !== 'no');
  some('a text in a group', ({ inGroup }) => inGroup);
  some('who came by an advertisement', ({ referral }) => referral?.headline);
  some('an edited text', ({ edits }) => edits.length > 0);
  some('a deleted message', ({ deleted }) => deleted);
  some('an answer from the phone', ({ origin }) => origin === 'phone');
  some('a voice note', ({ content }) => content.kind === 'media' && content.voice);
  some('a payment of the order', ({ content }) => content.kind === 'payment' && content.referenceId === 'order-14');
  some('a message of yesterday', ({ late }) => late);
  some('a kind that nobody knows', ({ type }) => type === 'sticky_note');
  expect(messages.flatMap(({ content, reactions }) => (content.kind === 'reaction' ? [content.emoji] : reactions.map(({ emoji }) => emoji)))).toEqual([]);
  expect(messages.filter(({ sentAt }) => sentAt < Date.now() - 47 * 3_600_000)).toHaveLength(30);
  expect(reports).toEqual([]);
});

test('a reaction stands at its message until it is taken back', async () => {
  const { shop, act } = await open();
  await act('text');
  const reactions = async () => (await allMessages(shop)).flatMap((message) => message.reactions.map(({ by }) => by));
  await act('react');
  expect(await reactions()).toEqual(['customer']);
  await act('withdraw-reaction');
  expect(await reactions()).toEqual([]);
});

test('the catalogue that Meta lists with repetitions has each article once, and none that was removed', async () => {
  const { shop, act, reports } = await open();
  await act('order');
  const listed = () => shop.api.catalogue.list({ text: '', section: null, availability: 'all', offset: 0 });
  const { products, total } = await until('the catalogue is read', async () => {
    const page = await listed();
    return page.total >= BAKERY.length ? page : null;
  });
  expect(products.map(({ product }) => product.retailerId).toSorted()).toEqual(BAKERY.map(({ retailerId }) => retailerId).toSorted());
  expect(total).toBe(BAKERY.length);
  expect(reports).toEqual([]);
});
