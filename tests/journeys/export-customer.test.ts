import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { readZip } from '../support/read-zip.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';

const ANA = { profile: { name: 'Ana <script>alert(1)</script>' }, wa_id: '16505550122', user_id: 'US.5550122' };
const BEN = { profile: { name: 'Ben Other' }, wa_id: '16505550133' };
const ana = { from: '16505550122', from_user_id: 'US.5550122' };
const PHOTO = readFileSync(path.join(import.meta.dirname, '../fixtures/tickets/everyday-a4.png'));

const idOf = (shop: TestShop) => shop.rows<{ id: number }>("SELECT customer_id AS id FROM customer_aliases WHERE value = '16505550122'")[0]?.id ?? 0;
async function exported(shop: TestShop, customerId: number) {
  const made = await shop.api.customers.export({ customerId });
  if (!made.ok) throw new Error(made.reason);
  const served = await shop.app.findFile('real', made.url.replace('/media/real/', ''));
  const bytes = readFileSync(served?.file ?? '');
  const entries = readZip(bytes);
  const json = (name: string) => JSON.parse(entries.get(name)?.toString() ?? '') as Record<string, unknown>[];
  return { made, served, bytes, entries, json };
}

test('everything of one person is in the file, nothing of anybody else, and nothing in it runs or leaves its folder', async () => {
  let now = Date.now();
  const shop = closeAfter(await startShop({ now: () => now }));
  const first = textMessage({ ...ana, id: 'wamid.first', text: { body: 'Is there <img src=x onerror=alert(2)> rye?' } });
  const ben = textMessage({ from: '16505550133', text: { body: 'Ben likes rolls' } });
  await postSigned(shop.webhookUrl, envelope({ contacts: [ANA, BEN], messages: [first, ben] }));
  const again = { contacts: [ANA], messages: [orderMessage({ ...ana, timestamp: seconds(now) })] };
  await postSigned(shop.webhookUrl, envelope(again));
  const reaction = { ...ana, id: 'wamid.reaction', timestamp: seconds(now), type: 'reaction', reaction: { message_id: 'wamid.first', emoji: '🥖' } };
  const question = textMessage({
    ...ana,
    text: { body: 'Still there?' },
    context: { from: '15550783881', id: 'x', referred_product: { catalog_id: 'c', product_retailer_id: 'rye' } },
  });
  await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages: [reaction, question] }));
  const customerId = idOf(shop);
  await shop.api.customers.save({ customerId, called: 'Ana/../../Eve', note: 'No hazelnut', tags: ['regular'], language: 'de' });
  await shop.api.orders.fulfil({ orderId: 1, kind: 'delivery', address: '1 Meadow Lane', coordinates: null });
  const begun = await shop.api.media.begin({ name: '../../evil "name".png', mimeType: 'image/png', size: PHOTO.length });
  if (!begun.ok) throw new Error(begun.reason);
  await shop.api.media.chunk({ uploadId: begun.uploadId, offset: 0, base64: PHOTO.toString('base64') });
  const conversationId = (await shop.api.chats.list({})).conversations.find((chat) => chat.customer.id === customerId)?.id ?? 0;
  const sent = { kind: 'media' as const, uploadId: begun.uploadId, as: 'document' as const, caption: 'The menu' };
  expect(await shop.api.chats.send({ conversationId, content: sent, requestId: randomUUID() })).toMatchObject({ ok: true });

  const { made, served, bytes, entries, json } = await exported(shop, customerId);
  expect(made.filename).toMatch(/^Ana_.._.._Eve \d{4}-\d\d-\d\d\.zip$/);
  expect([made.size, served?.filename, served?.version]).toEqual([bytes.length, made.filename, null]);
  const names = [...entries.keys()];
  expect(names.slice(0, 6)).toEqual(['person.json', 'orders.json', 'questions.json', 'messages.json', 'arrivals.json', 'index.html']);
  expect(names).toHaveLength(7);
  expect(names[6]).toMatch(/^files\/\d+-_.._evil _name_\.png$/);
  expect(entries.get(names[6] ?? '')?.equals(PHOTO)).toBe(true);
  expect(json('person.json')).toMatchObject({
    called: 'Ana/../../Eve',
    note: 'No hazelnut',
    tags: ['regular'],
    language: 'de',
    address: '1 Meadow Lane',
    aliases: [{ value: 'US.5550122' }, { value: '16505550122' }].map((alias) => expect.objectContaining(alias) as object),
  });
  const [order] = json('orders.json');
  expect(order).toMatchObject({ address: '1 Meadow Lane', note: 'Love these!', lines: [{ quantity: 2, unit_minor: 3000 }, { quantity: 1 }] });
  expect(order).toHaveProperty(['history', 1]);
  expect(json('questions.json')).toMatchObject([{ retailer_id: 'rye' }]);
  const messages = json('messages.json');
  expect(messages).toHaveLength(5);
  expect(messages.find(({ wamid }) => wamid === 'wamid.first')).toMatchObject({ content: { kind: 'text' }, reactions: [{ emoji: '🥖' }] });
  expect(messages.find(({ type }) => type === 'document')).toMatchObject({ media: { file: names[6] } });
  const arrivals = json('arrivals.json');
  expect(arrivals.map(({ wamid }) => wamid)).toEqual(expect.arrayContaining(['wamid.first', again.messages[0]?.id, 'wamid.reaction', question.id]));
  expect(arrivals.find(({ wamid }) => wamid === 'wamid.first')).toMatchObject({ what: 'text', raw: first });
  const html = entries.get('index.html')?.toString() ?? '';
  expect(html).toContain('Is there &lt;img src=x onerror=alert(2)&gt; rye?');
  expect(html).toContain('1 Meadow Lane');
  expect(html).not.toMatch(/<script|<img/);
  expect(bytes.includes('Ben')).toBe(false);

  // Ten minutes, and not one more.
  now += 10 * 60_000 + 1;
  expect(await shop.app.findFile('real', made.url.replace('/media/real/', ''))).toBeNull();
});

test('a chat of many pages is whole; an erasure takes the file away; a person who is not there has none', async () => {
  const shop = closeAfter(await startShop());
  for (let body = 0; body < 9; body += 1) {
    const messages = Array.from({ length: 50 }, (_, index) => textMessage({ ...ana, id: `wamid.many.${body}.${index}`, timestamp: '1700000000' }));
    await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages }));
  }
  const customerId = idOf(shop);
  const { served, json, entries } = await exported(shop, customerId);
  expect(new Set(json('messages.json').map(({ wamid }) => wamid)).size).toBe(450);
  expect(json('arrivals.json').filter(({ what }) => what === 'text')).toHaveLength(450);
  expect(entries.get('index.html')?.toString().match(/<li>/g)).toHaveLength(450);

  expect(existsSync(served?.file ?? '')).toBe(true);
  await shop.api.customers.erase({ customerId });
  expect(existsSync(served?.file ?? '')).toBe(false);
  for (const id of [customerId, 999]) expect(await shop.api.customers.export({ customerId: id })).toEqual({ ok: false, reason: 'not-found' });
});

test('a shop that closes leaves no export behind', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages: [textMessage(ana)] }));
  const { served } = await exported(shop, idOf(shop));
  await shop.stop();
  expect(readdirSync(path.dirname(served?.file ?? ''))).toEqual([]);
});
