import { expect, test } from 'vitest';
import { VOICE_NOTE } from '../../electron/simulator/files/voice-note.ts';
import { keepCustomers } from '../../electron/simulator/keep-customers.ts';
import { PHRASES } from '../../electron/simulator/phrases.ts';
import { priceOf } from '../../electron/simulator/price-message.ts';
import type { SendAnswer } from '../../electron/wire/send-types.ts';
import { openPracticeShop, TO_SHEENA } from './practice-shop.ts';
import { uploadFile } from './upload-file.ts';

test('an accepted text is answered with its id, then ticked sent, delivered and read in that order, each with our own id', async () => {
  const shop = await openPracticeShop();
  const response = await shop.send(TO_SHEENA);
  const answer = (await response.json()) as SendAnswer;
  expect(response.status).toBe(200);
  expect(response.headers.get('date')).not.toBeNull();
  expect(response.headers.get('facebook-api-version')).toBe('v25.0');
  expect(answer).toEqual({
    messaging_product: 'whatsapp',
    contacts: [{ input: '+16505550101', wa_id: '16505550101' }],
    messages: [{ id: expect.stringMatching(/^wamid\.HBgL/) }],
  });
  await shop.until(() => shop.statuses().length === 3);
  const common = { id: answer.messages[0]?.id, recipient_id: '16505550101', recipient_user_id: 'US.13491208655302741918', biz_opaque_callback_data: 'out-1' };
  const pricing = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
  expect(shop.statuses()).toEqual([
    { ...common, status: 'sent', timestamp: '1795338000', pricing },
    { ...common, status: 'delivered', timestamp: '1795338000', pricing },
    { ...common, status: 'read', timestamp: '1795338000' },
  ]);
});

test('a voice note is played after it was read, and no other file is', async () => {
  const shop = await openPracticeShop({ pace: 1000 });
  const bytes = Buffer.from(VOICE_NOTE, 'base64');
  const { id } = await uploadFile(shop, { name: 'a.ogg', type: 'audio/ogg', bytes });
  const { text: _text, ...to } = TO_SHEENA;
  await shop.send({ ...to, type: 'audio', audio: { id, voice: true }, biz_opaque_callback_data: 'note' });
  await shop.send({ ...to, type: 'audio', audio: { id }, biz_opaque_callback_data: 'music' });
  await shop.until(() => shop.statuses().length === 7);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const ticks = (of: string) =>
    shop
      .statuses()
      .filter((status) => status.biz_opaque_callback_data === of)
      .map(({ status }) => status);
  expect([ticks('note'), ticks('music')]).toEqual([
    ['sent', 'delivered', 'read', 'played'],
    ['sent', 'delivered', 'read'],
  ]);
  expect(shop.statuses().find(({ status }) => status === 'played')).not.toHaveProperty('pricing');
});

test('of a month the first thousand service messages are free, and each month begins anew by the account’s clock', () => {
  const clock = { now: Date.UTC(2026, 10, 30, 22, 0) };
  const price = priceOf(() => clock.now);
  const [sheena] = keepCustomers(clock.now).all;
  if (sheena === undefined) throw new Error('no cast');
  const service = () => price({ kind: 'text', body: 'a' }, sheena);
  for (let count = 0; count < 999; count += 1) service();
  const free = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' };
  expect([service(), service()]).toEqual([free, { ...free, billable: true, type: 'regular' }]);
  clock.now = Date.UTC(2026, 10, 30, 23, 0);
  expect(service()).toEqual(free);
});

test.each([
  ['2026-09-30T21:59:00Z', 0, 'UTILITY', false],
  ['2026-09-30T22:00:00Z', 0, 'UTILITY', true],
  ['2026-09-30T21:59:00Z', 25, 'UTILITY', true],
  ['2026-09-30T21:59:00Z', 0, 'MARKETING', true],
] as const)('at %s, %i hours after the customer wrote, a template of %s costs something: %s', (time, hours, category, billable) => {
  const now = Date.parse(time);
  const [sheena] = keepCustomers(now - hours * 3_600_000).all;
  if (sheena === undefined) throw new Error('no cast');
  const type = billable ? 'regular' : 'free_customer_service';
  const price = priceOf(() => now)({ kind: 'template', category, fields: [], quickReplies: [] }, sheena);
  expect(price).toEqual({ billable, pricing_model: 'PMP', type, category: category.toLowerCase() });
});

test('the ticks of many messages keep their order within each message by default', async () => {
  const shop = await openPracticeShop({ pace: 1000 });
  const sends = Array.from({ length: 25 }, (_, index) => shop.send({ ...TO_SHEENA, biz_opaque_callback_data: `out-${index}` }));
  await Promise.all(sends);
  await shop.until(() => shop.statuses().length === 75);
  for (let index = 0; index < 25; index += 1) {
    const ticks = shop.statuses().filter((status) => status.biz_opaque_callback_data === `out-${index}`);
    expect(ticks.map((status) => status.status)).toEqual(['sent', 'delivered', 'read']);
  }
});

test('a send by business-scoped id is answered with that id, and ticked without a number for a customer who never shared one', async () => {
  const shop = await openPracticeShop();
  const { to: _, ...rest } = TO_SHEENA;
  const response = await shop.send({ ...rest, recipient: 'FR.61904833277514865149' });
  expect(await response.json()).toMatchObject({ contacts: [{ input: 'FR.61904833277514865149', user_id: 'FR.61904833277514865149' }] });
  await shop.until(() => shop.statuses().length === 3);
  for (const status of shop.statuses()) expect(status).not.toHaveProperty('recipient_id');
  expect(shop.values().map((value) => value.contacts?.[0]?.profile?.username)).toEqual([undefined, 'mr_ravel', 'mr_ravel']);
});

test('a read receipt is taken and causes no tick', async () => {
  const shop = await openPracticeShop({ pace: 1000 });
  const response = await shop.send({ messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.HBgL', typing_indicator: { type: 'text' } });
  expect(await response.json()).toEqual({ success: true });
  await shop.send(TO_SHEENA);
  await shop.until(() => shop.statuses().length === 3);
  expect(shop.deliveries).toHaveLength(3);
});

test('a tick waits for the answer to the one before it, however slow the shop is', async () => {
  const shop = await openPracticeShop({ pace: 1000 });
  shop.answers.push('slow');
  await shop.send(TO_SHEENA);
  await shop.until(() => shop.statuses().length === 3);
  expect(shop.statuses().map((status) => status.status)).toEqual(['sent', 'delivered', 'read']);
});

test('a customer thanks for an answer while the script runs', async () => {
  const shop = await openPracticeShop({ pace: 1000 });
  await shop.simulator.act('order');
  const person = shop.values()[0]?.contacts?.[0]?.user_id ?? '';
  const thanks = Object.values(PHRASES).flatMap((phrases) => phrases.thanks);
  shop.simulator.script(true);
  const { to: _, ...rest } = TO_SHEENA;
  await shop.send({ ...rest, recipient: person });
  await shop.until(() => shop.messages().some((message) => thanks.includes(message.text?.body ?? '')));
  expect(shop.messages().find((message) => thanks.includes(message.text?.body ?? ''))?.from_user_id).toBe(person);
});
