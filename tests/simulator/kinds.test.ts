import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { PRACTICE_ACTIONS } from '../../shared/contract/practice.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA, TOKEN } from './practice-shop.ts';

const { text: _text, type: _type, ...TO } = TO_SHEENA;
const { catalogId: catalog, wabaId } = PRACTICE_ACCOUNT;
const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

test('every action of the contract posts something that is signed', async () => {
  const shop = await openPracticeShop();
  for (const action of PRACTICE_ACTIONS) {
    const before = shop.deliveries.length;
    await shop.simulator.act(action);
    expect(shop.deliveries.length, action).toBeGreaterThan(before);
  }
  expect(shop.forged).toEqual([]);
  expect(shop.reports).toEqual([]);
});

test('a change of number is told by the old one, and the next message has new ids', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  await shop.simulator.act('change-number');
  const [first, system, next] = shop.messages();
  expect(system).toMatchObject({ from: first?.from, type: 'system', system: { type: 'user_changed_number', wa_id: next?.from, user_id: next?.from_user_id } });
  expect(next?.from).not.toBe(first?.from);
  expect(next?.from_user_id).not.toBe(first?.from_user_id);
});

test('a number that was hidden is named from the same person’s next message on', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ hidePhone: true });
  await shop.simulator.act('text');
  await shop.simulator.act('show-number');
  const [hidden, shown] = shop.messages();
  expect(hidden?.from).toBeUndefined();
  expect(shown?.from_user_id).toBe(hidden?.from_user_id);
  expect(shown?.from).toMatch(/^\d+$/);
});

test('the phone brings what it answered, and thirty older messages with a photo that comes after', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('phone-answer');
  await shop.simulator.act('history');
  const [echo, history, photo] = shop.deliveries.map(({ body }) => body.entry[0]?.changes[0]);
  expect(echo).toMatchObject({ field: 'smb_message_echoes', value: { message_echoes: [{ from: PRACTICE_ACCOUNT.displayPhoneNumber, type: 'text' }] } });
  const [chunk] = (history?.value.history ?? []) as { threads: { messages: { id: string; type: string }[] }[] }[];
  const threads = chunk?.threads ?? [];
  expect(threads[0]?.messages).toHaveLength(30);
  const placeholder = threads[0]?.messages.find(({ type }) => type === 'media_placeholder');
  expect(photo).toMatchObject({ field: 'history', value: { messages: [{ id: placeholder?.id, type: 'image' }] } });
});

test('a message of yesterday opens no window', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('old-message');
  const [message] = shop.messages();
  expect(Number(message?.timestamp) * 1000).toBe(shop.clock.now - 25 * 3_600_000);
  const response = await shop.send({ ...TO_SHEENA, to: `+${message?.from ?? ''}` });
  expect(((await response.json()) as GraphErrorBody).error.code).toBe(131047);
});

const interactive = (one: object) => ({ ...TO, type: 'interactive', interactive: one });
const body = { text: 'Look' };
const item = (id: string) => ({ product_retailer_id: id });
const list = (sections: object[], more: object = {}) =>
  interactive({ type: 'product_list', header: { type: 'text', text: 'Bread' }, body, action: { catalog_id: catalog, sections }, ...more });
const card = (index: number, id = 'baguette') => ({ card_index: index, type: 'product', action: { product_retailer_id: id, catalog_id: catalog } });

test.each<[string, object]>([
  ['a product', interactive({ type: 'product', action: { catalog_id: catalog, product_retailer_id: 'baguette' } })],
  ['thirty products', list([{ product_items: Array.from({ length: 30 }, () => item('baguette')) }])],
  ['the catalogue', interactive({ type: 'catalog_message', body, action: { name: 'catalog_message' } })],
  ['a carousel', interactive({ type: 'carousel', body, action: { cards: [card(0), card(1)] } })],
  ['a request for contact details', interactive({ type: 'request_contact_info', body, action: { name: 'request_contact_info' } })],
  ['a place', { ...TO, type: 'location', location: { latitude: '54.01', longitude: '-7.9', name: 'Pier' } }],
])('%s is taken without a word', async (_, send) => {
  const shop = await openPracticeShop();
  expect((await shop.send(send)).status).toBe(200);
  expect(shop.reports).toEqual([]);
});

test.each<[string, object, number]>([
  ['an unknown product', interactive({ type: 'product', action: { catalog_id: catalog, product_retailer_id: 'eaten' } }), 131009],
  ['another catalogue', interactive({ type: 'product', action: { catalog_id: '1', product_retailer_id: 'baguette' } }), 131009],
  ['a list without a heading', list([{ product_items: [item('baguette')] }], { header: undefined }), 131008],
  ['two sections without titles', list([{ product_items: [item('baguette')] }, { product_items: [item('pretzel')] }]), 131008],
  ['31 products', list([{ product_items: Array.from({ length: 31 }, () => item('baguette')) }]), 131009],
  ['11 sections', list(Array.from({ length: 11 }, () => ({ title: 'a', product_items: [item('baguette')] }))), 131009],
  ['a carousel of one card', interactive({ type: 'carousel', body, action: { cards: [card(0)] } }), 131009],
  ['two cards in one place', interactive({ type: 'carousel', body, action: { cards: [card(0), card(0)] } }), 131009],
  ['a place that is nowhere', { ...TO, type: 'location', location: { latitude: '91', longitude: '0' } }, 131009],
  ['a reaction of two emoji', { ...TO, type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '👍👍' } }, 131009],
  ['a file that was never uploaded', { ...TO, type: 'image', image: { id: '1234567890123456' } }, 131009],
  ['a paused template', { ...TO, type: 'template', template: { name: 'summer_sale', language: { code: 'en' } } }, 132015],
  ['a template that waits', { ...TO, type: 'template', template: { name: 'new_opening_hours', language: { code: 'en' } } }, 132001],
  ['no picture in the header', { ...TO, type: 'template', template: { name: 'weekend_cake', language: { code: 'en' } } }, 132012],
])('a send with %s is refused', async (_, send, code) => {
  const response = await (await openPracticeShop()).send(send);
  expect(((await response.json()) as GraphErrorBody).error.code).toBe(code);
});

test('unknown products beside known ones are dropped, and an error says so', async () => {
  const shop = await openPracticeShop();
  expect((await shop.send(list([{ product_items: [item('baguette'), item('eaten')] }]))).status).toBe(200);
  await shop.until(() => shop.values().some((value) => value.errors !== undefined));
  expect(shop.values().flatMap((value) => value.errors ?? [])[0]).toMatchObject({ code: 131009, error_data: { details: expect.stringContaining('eaten') } });
});

async function block(shop: PracticeShop, method: 'POST' | 'DELETE', users: string[]): Promise<{ status: number; body: Record<string, unknown> }> {
  const whole = JSON.stringify({ messaging_product: 'whatsapp', block_users: users.map((user) => ({ user })) });
  const response = await fetch(`${shop.simulator.graphUrl}/v25.0/${PHONE_ID}/block_users`, { method, headers, body: whole });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('somebody who is blocked cannot be written to until that is undone; a stranger fails in part with 139100', async () => {
  const shop = await openPracticeShop();
  expect(await block(shop, 'POST', ['+16505550101', '+15550000000'])).toMatchObject({
    status: 400,
    body: { error: { code: 139100 }, block_users: { added_users: [{ wa_id: '16505550101' }], failed_users: [{ input: '+15550000000' }] } },
  });
  expect(((await (await shop.send(TO_SHEENA)).json()) as GraphErrorBody).error.code).toBe(130403);
  expect((await block(shop, 'DELETE', ['+16505550101'])).status).toBe(200);
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('the templates are listed by pages, all statuses and forms among them', async () => {
  const shop = await openPracticeShop();
  const fields = 'id,name,language,status,category,parameter_format,components,rejected_reason';
  let url: string | undefined = `${shop.simulator.graphUrl}/v25.0/${wabaId}/message_templates?fields=${fields}&limit=10`;
  const found: Record<string, string>[] = [];
  while (url !== undefined) {
    const page = (await (await fetch(url, { headers })).json()) as { data: Record<string, string>[]; paging?: { next?: string } };
    found.push(...page.data);
    url = page.paging?.next;
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['APPROVED', 'PENDING', 'REJECTED', 'PAUSED']));
  expect(new Set(found.map(({ parameter_format: format }) => format))).toEqual(new Set(['NAMED', 'POSITIONAL']));
});
