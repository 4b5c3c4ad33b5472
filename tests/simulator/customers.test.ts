import { expect, test } from 'vitest';
import { addressMedia } from '../../electron/simulator/address-media.ts';
import { actAsCustomers } from '../../electron/simulator/act-as-customers.ts';
import { keepMedia } from '../../electron/simulator/files/keep-media.ts';
import { keepCustomers } from '../../electron/simulator/keep-customers.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { seededRandom } from '../../electron/simulator/seeded-random.ts';
import type { Happening } from '../../electron/simulator/sort-deliveries.ts';
import type { PracticeAction } from '../../shared/contract/practice.ts';
import { openPracticeShop, PHONE_ID, TOKEN } from './practice-shop.ts';

const ACTIONS: readonly PracticeAction[] = ['order', 'question', 'order', 'text', 'photo', 'rotate', 'order', 'question', 'order', 'text', 'order'];

async function played(seed: number): Promise<string[]> {
  const shop = await openPracticeShop({ seed });
  for (const action of ACTIONS) await shop.simulator.act(action);
  // Files' addresses name the port, which is another each time.
  return shop.deliveries.map((delivery) => delivery.raw.replaceAll(/127\.0\.0\.1:\d+/g, 'graph'));
}

test('the same seed brings the same customers, carts, texts and ids in the same order, byte for byte', async () => {
  const first = await played(42);
  expect(first).toHaveLength(ACTIONS.length);
  expect(await played(42)).toEqual(first);
});

test('another seed brings other carts and ids', async () => {
  const first = await played(42);
  const other = await played(43);
  expect(other.filter((raw) => first.includes(raw))).toEqual([]);
});

test('what the shop sends in between does not change what the customers do next', async () => {
  const quiet = await played(42);
  const shop = await openPracticeShop({ seed: 42 });
  await shop.simulator.act('order');
  await shop.send({ messaging_product: 'whatsapp', to: '+16505550101', type: 'text', text: { body: 'Hello' } });
  await shop.until(() => shop.statuses().length === 3);
  await shop.simulator.act('question');
  const acted = shop.deliveries.filter((delivery) => delivery.raw.includes('"messages":['));
  expect(acted.map((delivery) => delivery.raw)).toEqual(quiet.slice(0, 2));
});

test('thanks in between do not change what the customers do next', async () => {
  const shop = await openPracticeShop({ seed: 42 });
  for (const action of ACTIONS) await shop.simulator.act(action);
  const mailed: Happening[] = [];
  const customers = keepCustomers(shop.clock.now);
  const acting = actAsCustomers({
    customers,
    shelf: keepMedia(() => shop.clock.now),
    addresses: addressMedia(TOKEN, shop.simulator.graphUrl, () => shop.clock.now),
    blocked: new Set(),
    mail: (happening) => {
      mailed.push(happening);
      return Promise.resolve();
    },
    random: (stream) => seededRandom(42, stream),
    phoneNumberId: PHONE_ID,
    behaviour: () => shop.simulator.behaviour,
    now: () => shop.clock.now,
  });
  const [sheena] = customers.all;
  if (sheena === undefined) throw new Error('no cast');
  const acted: Happening[] = [];
  for (const action of ACTIONS) {
    await acting.act(action);
    acted.push(...mailed.splice(0));
    await acting.thank(sheena);
    mailed.length = 0;
  }
  expect(acted.map((happening) => happening.change.value)).toEqual(shop.values());
});

test('an order names the catalogue, and carries lines with quantities and prices as JSON numbers in EUR', async () => {
  const shop = await openPracticeShop();
  for (let count = 0; count < 40; count += 1) await shop.simulator.act('order');
  const orders = shop.messages().map((message) => message.order);
  for (const order of orders) {
    expect(order).toMatchObject({ catalog_id: PRACTICE_ACCOUNT.catalogId });
    expect(order?.product_items.length).toBeGreaterThan(0);
    const skus = order?.product_items.map((item) => item.product_retailer_id);
    expect(new Set(skus).size).toBe(skus?.length);
    for (const item of order?.product_items ?? [])
      expect(item).toMatchObject({ quantity: expect.any(Number), item_price: expect.any(Number), currency: 'EUR' });
  }
  expect(orders.some((order) => order?.text === '')).toBe(true);
  expect(orders.some((order) => order !== undefined && !('text' in order))).toBe(true);
  expect(orders.some((order) => (order?.text ?? '').length > 3)).toBe(true);
  expect(shop.deliveries.some((delivery) => /"item_price":\d+\.\d[,}]/.test(delivery.raw))).toBe(true);
});

test('a question pins its product and quotes an id that decodes to product_inquiry', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('question');
  const [question] = shop.messages();
  expect(question).toMatchObject({
    type: 'text',
    text: { body: expect.stringMatching(/[?？؟]/) },
    context: {
      from: PRACTICE_ACCOUNT.displayPhoneNumber,
      referred_product: { catalog_id: PRACTICE_ACCOUNT.catalogId, product_retailer_id: expect.any(String) },
    },
  });
  expect(Buffer.from(question?.context?.id?.replace('wamid.', '') ?? '', 'base64').toString('latin1')).toContain('product_inquiry');
});

test('a photo is an image with a caption, a media id and a hash in base64', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('photo');
  expect(shop.messages()).toMatchObject([
    {
      type: 'image',
      image: { id: expect.stringMatching(/^\d{16}$/), mime_type: 'image/png', sha256: expect.stringMatching(/^.{43}=$/), caption: expect.any(String) },
    },
  ]);
});

test('names of many scripts come, each with the number that wrote, its business-scoped id and an id of the message in Meta’s form', async () => {
  const shop = await openPracticeShop();
  for (let count = 0; count < 60; count += 1) await shop.simulator.act('text');
  const people = new Map(shop.values().map((value) => [value.contacts?.[0]?.user_id, value.contacts?.[0]]));
  expect(people.size).toBe(8);
  const names = [...people.values()].map((contact) => contact?.profile?.name);
  expect(names).toEqual(expect.arrayContaining(['Sheena Nelson', '李娜', 'Zeynep Öztürk', 'ليلى حداد', undefined]));
  const nameless = [...people.values()].find((contact) => contact?.profile?.name === undefined);
  expect(nameless).toMatchObject({ profile: { username: 'mr_ravel' } });
  expect(nameless).not.toHaveProperty('wa_id');
  for (const value of shop.values()) {
    expect(value.metadata?.phone_number_id).toBe(PHONE_ID);
    const [message] = value.messages ?? [];
    expect(message?.from).toBe(value.contacts?.[0]?.wa_id);
    expect(message?.from_user_id).toMatch(/^[A-Z]{2}\.\d{20}$/);
    expect(message?.id).toMatch(/^wamid\.HBgL|^wamid\.HBgM|^wamid\.HBgN/);
    expect(message?.timestamp).toBe('1795338000');
  }
  expect(new Set(shop.messages().map((message) => message.id)).size).toBe(60);
});

test('a rotated customer is announced with the old and the new id, keeps the number, and writes with the new id', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  await shop.simulator.act('rotate');
  const [before] = shop.messages();
  expect(shop.deliveries[1]?.body.entry[0]?.changes[0]?.field).toBe('user_id_update');
  const [update] = shop.values()[1]?.user_id_update ?? [];
  expect(update?.user_id.previous).toBe(before?.from_user_id);
  expect(update?.wa_id).toBe(before?.from);
  expect(update?.user_id.current).not.toBe(update?.user_id.previous);
  for (let count = 0; count < 30; count += 1) await shop.simulator.act('text');
  const later = shop.messages().filter((message) => message.from_user_id === update?.user_id.current);
  expect(later.length).toBeGreaterThan(0);
  expect(later.every((message) => message.from === before?.from)).toBe(true);
  expect(
    shop
      .messages()
      .slice(1)
      .some((message) => message.from_user_id === update?.user_id.previous),
  ).toBe(false);
});
