import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { READER } from '../../electron/inbound/parse-webhook.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage, tick } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ANA = { profile: { name: 'Ana Erasmus', username: 'ana.erasmus' }, wa_id: '16505550122', user_id: 'US.5550122' };
const BEN = { profile: { name: 'Ben Staying' }, wa_id: '16505550133' };
const ana = { from: '16505550122', from_user_id: 'US.5550122' };
const TRACES = ['16505550122', 'US.5550122', 'Erasmus', 'hazelnut', 'Meadow Lane'];

test('an erased person is gone from every table, from the raw arrivals and from the file; others and the figures stay', async () => {
  let now = Date.now();
  const shop = closeAfter(await startShop({ now: () => now }));
  const old = { ...textMessage({ ...ana, timestamp: seconds(now), text: { body: 'I must not eat hazelnut' } }) };
  // Two people in one body: what is the other's stays to the letter.
  const both = envelope({
    contacts: [ANA, BEN],
    messages: [old, textMessage({ from: '16505550133', id: 'wamid.ben', text: { body: 'Two rolls, 4.50 each' } })],
  });
  await postSigned(shop.webhookUrl, both);
  await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages: [orderMessage({ ...ana, timestamp: seconds(now) })] }));
  await postSigned(shop.webhookUrl, envelope({ statuses: [tick('wamid.of.nobody', 'read', { recipient_id: '16505550122' })] }));
  const inBase64 = (number: string) => `wamid.${Buffer.from(`\u001d\u0018\u000b${number}\u0015`).toString('base64')}`;
  const elsewhere = ['16505550122', '16505550133'].map((number) => tick(inBase64(number), 'sent', { recipient_id: number }));
  await postSigned(shop.webhookUrl, envelope({ statuses: elsewhere }));
  const customerId = shop.rows<{ id: number }>("SELECT id FROM customers WHERE name = 'Ana Erasmus'")[0]?.id ?? 0;
  await shop.api.customers.save({ customerId, called: 'Mrs Erasmus', note: 'No hazelnut', tags: ['Meadow Lane'] });
  await shop.api.orders.step({ orderId: 1, action: 'accept' });
  await shop.api.orders.fulfil({ orderId: 1, kind: 'delivery', address: '1 Meadow Lane', coordinates: null });
  await shop.api.orders.fulfil({ orderId: 1, kind: 'delivery', address: '2 Meadow Lane', coordinates: null });

  const chatOf = shop.rows<{ id: number }>('SELECT id FROM conversations WHERE customer_id = ?', customerId)[0]?.id ?? 0;
  expect(await shop.api.chats.gone({ conversationId: chatOf })).toBeNull();
  expect(await shop.api.customers.erase({ customerId })).toMatchObject({ ok: true, messages: 3, files: 0, arrivals: 4 });
  expect(shop.rows('SELECT wamid FROM tick_parking ORDER BY wamid')).toEqual(
    [inBase64('16505550133'), 'wamid.of.nobody'].toSorted().map((wamid) => ({ wamid })),
  );

  expect(await shop.api.customers.get({ customerId })).toBeNull();
  expect([await shop.api.chats.get({ conversationId: chatOf }), await shop.api.chats.gone({ conversationId: chatOf })]).toEqual([null, 'erased']);
  expect((await shop.api.chats.list({})).conversations.map((chat) => chat.customer.name)).toEqual(['Ben Staying']);
  const order = await shop.api.orders.get({ orderId: 1 });
  expect(order).toMatchObject({
    customer: { name: null, phone: null, erased: true },
    note: null,
    conversationId: null,
    totals: [{ minor: 8500n, currency: 'USD' }],
  });
  expect(order?.fulfilment).toMatchObject({ address: null });
  expect(shop.rows('PRAGMA foreign_key_check')).toEqual([]);
  const left = shop.rows<{ body: string }>("SELECT body FROM webhook_log WHERE outcome = 'redacted'").map(({ body }) => body);
  expect(left).toHaveLength(4);
  expect(left[0]).toContain('Two rolls, 4.50 each');

  // Ticks of what is gone still come: nothing of theirs stays in the log, and nothing waits for a message. Ben's do.
  const late = tick('wamid.long.gone', 'read', { recipient_id: '16505550122', recipient_user_id: 'US.5550122' });
  await postSigned(shop.webhookUrl, envelope({ statuses: [late, tick('wamid.to.ben', 'read', { recipient_id: '16505550133' })] }));
  const parked = shop.rows("SELECT wamid FROM tick_parking WHERE wamid IN ('wamid.long.gone', 'wamid.to.ben')");
  expect(parked).toEqual([{ wamid: 'wamid.to.ben' }]);
  const [newest] = shop.rows<{ body: string }>('SELECT body FROM webhook_log ORDER BY id DESC LIMIT 1');
  expect([newest?.body.includes('16505550122'), newest?.body.includes('wamid.to.ben')]).toEqual([false, true]);

  // The old message once more, and all of it read again: nothing comes back.
  now += 60_000;
  await postSigned(shop.webhookUrl, both);
  expect((await shop.api.chats.list({})).conversations).toHaveLength(1);
  const again = closeAfter(await shop.restart());
  expect((await again.api.chats.list({})).conversations).toHaveLength(1);
  await again.stop();
  const bytes = ['shopbell.db', 'shopbell.db-wal'].map((name) => {
    try {
      return readFileSync(path.join(shop.folder, name)).toString('latin1');
    } catch {
      return '';
    }
  });
  for (const trace of TRACES) expect([trace, bytes.some((text) => text.includes(trace))]).toEqual([trace, false]);

  // Whoever was erased and writes anew is a new customer.
  const anew = closeAfter(await again.restart());
  await postSigned(anew.webhookUrl, envelope({ contacts: [ANA], messages: [textMessage({ ...ana, timestamp: seconds(now + 1000) })] }));
  const [chat] = (await anew.api.chats.list({})).conversations;
  expect(chat?.customer).toMatchObject({ name: 'Ana Erasmus' });
  expect(chat?.customer.id).not.toBe(customerId);
});

test('an erasure that was cut off goes on when the shop opens again', async () => {
  const shop = closeAfter(await startShop());
  for (const index of [1, 2, 3])
    await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages: [textMessage({ ...ana, id: `wamid.cut.${index}`, text: { body: 'hazelnut' } })] }));
  const erasing = shop.api.customers.erase({ customerId: 1 });
  const again = closeAfter(await shop.restart());
  await erasing.catch(() => undefined);
  await expect.poll(() => again.rows('SELECT 1 FROM erasures')).toEqual([]);
  expect(again.rows("SELECT 1 FROM messages UNION ALL SELECT 1 FROM customers UNION ALL SELECT 1 FROM webhook_log WHERE instr(body, 'hazelnut')")).toEqual([]);
});

test('an erasure out of thousands of arrivals holds up nobody who writes meanwhile', async () => {
  const folder = temporaryFolder();
  const before = openStore(path.join(folder, 'shopbell.db'));
  const theirs = JSON.stringify(envelope({ contacts: [ANA, BEN], statuses: [tick('wamid.some', 'read', { recipient_id: '16505550122' })] }));
  before.transaction(() => {
    for (let index = 0; index < 5_000; index += 1)
      before.webhookLog.add(Buffer.from(theirs), { shape: 'cloud', outcome: 'applied', reason: null }, READER, Date.now());
  });
  before.close();
  const shop = closeAfter(await startShop({ folder }));
  await postSigned(shop.webhookUrl, envelope({ contacts: [ANA], messages: [textMessage(ana)] }));
  let erased = false;
  const erasing = shop.api.customers.erase({ customerId: 1 }).finally(() => (erased = true));
  let meanwhile = 0;
  for (let index = 0; index < 20; index += 1) {
    expect(await postSigned(shop.webhookUrl, envelope({ contacts: [BEN], messages: [textMessage({ from: '16505550133' })] }))).toBe(200);
    if (!erased) meanwhile += 1;
  }
  expect(await erasing).toMatchObject({ ok: true, messages: 1, arrivals: 5_001 });
  expect(meanwhile).toBeGreaterThan(0);
  expect(shop.rows("SELECT 1 FROM webhook_log WHERE instr(body, '16505550122') OR instr(body, 'Erasmus')")).toEqual([]);
  expect(shop.rows("SELECT count(*) AS n FROM webhook_log WHERE instr(body, 'Ben Staying')")).toEqual([{ n: 5_020 }]);
  expect(shop.rows('SELECT count(*) AS n FROM messages')).toEqual([{ n: 20 }]);
});
