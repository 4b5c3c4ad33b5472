import { request } from 'node:http';
import { expect, test } from 'vitest';
import { BAKERY, REMOVED_ARTICLE } from '../../electron/simulator/bakery.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import type { GraphErrorBody, ProductsAnswer } from '../../electron/wire/send-types.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA, TOKEN } from './practice-shop.ts';

const DAY = 24 * 60 * 60 * 1000;
const { catalogId, wabaId } = PRACTICE_ACCOUNT;

function get(shop: PracticeShop, path: string, token = TOKEN): Promise<Response> {
  return fetch(`${shop.simulator.graphUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

async function errorOf(response: Response): Promise<GraphErrorBody['error']> {
  const body = (await response.json()) as GraphErrorBody;
  expect(Object.keys(body)).toEqual(['error']);
  expect(body.error).toMatchObject({ message: expect.any(String), type: expect.any(String), fbtrace_id: expect.stringMatching(/^A.{22}$/) });
  return body.error;
}

const long = 'x'.repeat(4097);
const { text: _text, ...withoutText } = TO_SHEENA;
const { to: _to, ...withoutTo } = TO_SHEENA;

test.each<[string, unknown, number]>([
  ['no messaging product', { ...TO_SHEENA, messaging_product: undefined }, 100],
  ['another messaging product', { ...TO_SHEENA, messaging_product: 'telegram' }, 100],
  ['an unknown recipient type', { ...TO_SHEENA, recipient_type: 'crowd' }, 100],
  ['a key that Meta does not know', { ...TO_SHEENA, subject: 'Hello' }, 100],
  ['a key in the text that Meta does not know', { ...TO_SHEENA, text: { body: 'a', footer: 'b' } }, 100],
  ['an unknown type', { ...TO_SHEENA, type: 'fax' }, 100],
  ['the object of another type', { ...TO_SHEENA, type: 'image' }, 100],
  ['nobody to send to', withoutTo, 131008],
  ['no text', withoutText, 131008],
  ['an empty body', { ...TO_SHEENA, text: { body: '' } }, 131008],
  ['a body that is too long', { ...TO_SHEENA, text: { body: long } }, 131009],
  ['a body that is no string', { ...TO_SHEENA, text: { body: 5 } }, 100],
  ['a preview that is no boolean', { ...TO_SHEENA, text: { body: 'a', preview_url: 'yes' } }, 100],
  ['a business-scoped id in the place of the number', { ...TO_SHEENA, to: 'US.13491208655302741918' }, 131009],
  ['a number in the place of the business-scoped id', { ...withoutTo, recipient: '16505550101' }, 131009],
  ['a quote without an id', { ...TO_SHEENA, context: {} }, 131008],
  ['callback data that is too long', { ...TO_SHEENA, biz_opaque_callback_data: 'x'.repeat(513) }, 131009],
  ['a read receipt for no message', { messaging_product: 'whatsapp', status: 'read' }, 131008],
  ['a status that is not read', { messaging_product: 'whatsapp', status: 'seen', message_id: 'wamid.A' }, 100],
  ['a list', [], 100],
  ['no JSON', '{"messaging_product":', 100],
])('a send with %s is refused in Meta’s shape and reported', async (_, body, code) => {
  const shop = await openPracticeShop({ pace: 10_000 });
  const response = await shop.send(body);
  expect(response.status).toBe(400);
  const error = await errorOf(response);
  expect(error).toMatchObject({ type: 'OAuthException', code, error_data: { messaging_product: 'whatsapp', details: expect.any(String) } });
  expect(error.message).toMatch(`(#${code})`);
  expect(shop.reports).toHaveLength(1);
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('the longest body, the longest callback data, a quote and a missing type are taken', async () => {
  const shop = await openPracticeShop();
  const longest = {
    ...TO_SHEENA,
    type: undefined,
    text: { body: 'x'.repeat(4096) },
    biz_opaque_callback_data: 'y'.repeat(512),
    context: { message_id: 'wamid.HBgL' },
  };
  expect((await shop.send(longest)).status).toBe(200);
  expect(shop.reports).toEqual([]);
});

test('a wrong token is 401 with code 190, none at all 104', async () => {
  const shop = await openPracticeShop();
  const wrong = await shop.send(TO_SHEENA, { token: 'stolen' });
  expect(wrong.status).toBe(401);
  expect(await errorOf(wrong)).toMatchObject({ type: 'OAuthException', code: 190 });
  const none = await shop.send(TO_SHEENA, { token: null });
  expect(none.status).toBe(401);
  expect(await errorOf(none)).toMatchObject({ code: 104 });
});

test('another phone number id is 400 with code 100 and sub-code 33', async () => {
  const shop = await openPracticeShop();
  const response = await shop.send(TO_SHEENA, { path: '/v25.0/12345/messages' });
  expect(response.status).toBe(400);
  expect(await errorOf(response)).toMatchObject({ type: 'GraphMethodException', code: 100, error_subcode: 33, message: expect.stringContaining("'12345'") });
});

test('a customer who has not written for 24 hours cannot be sent a text, and can again after writing', async () => {
  const shop = await openPracticeShop();
  shop.clock.now += DAY;
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
  shop.clock.now += 1;
  const closed = await shop.send(TO_SHEENA);
  expect(closed.status).toBe(400);
  expect(await errorOf(closed)).toMatchObject({ code: 131047, message: '(#131047) Re-engagement message' });
  while (!shop.messages().some((message) => message.from === '16505550101')) await shop.simulator.act('text');
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('a number that never wrote cannot be sent a text', async () => {
  const shop = await openPracticeShop();
  expect(await errorOf(await shop.send({ ...TO_SHEENA, to: '+16505550199' }))).toMatchObject({ code: 131047 });
});

test('a body beyond the limit is answered 413 and the server lives on', async () => {
  const shop = await openPracticeShop();
  const response = await shop.send({ ...TO_SHEENA, text: { body: 'x'.repeat(1024 * 1024) } });
  expect(response.status).toBe(413);
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('unknown paths are 404 in Meta’s shape and reported, and odd requests crash nothing', async () => {
  const shop = await openPracticeShop();
  for (const path of ['/', '/v25.0', '/favicon.ico', `/v25.0/${PHONE_ID}/media`, '/pictures/none.svg', '/pictures/__proto__.svg', '/%00%ff', '//']) {
    const response = await get(shop, path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await errorOf(response)).toMatchObject({ code: 2500, message: expect.stringContaining('Unknown path components') });
  }
  expect(shop.reports).toHaveLength(8);
  await new Promise<void>((resolve) => {
    request(`${shop.simulator.graphUrl}/`, { headers: { host: 'a b:c' } }, (answer) => answer.resume().on('end', resolve))
      .on('error', () => resolve())
      .end();
  });
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('the catalogue is found by the account; its products are listed page by page without a gap, one of each page on the next again', async () => {
  const shop = await openPracticeShop();
  expect(await (await get(shop, `/v25.0/${wabaId}/product_catalogs`)).json()).toMatchObject({ data: [{ id: catalogId, name: 'Practice bakery' }] });
  const seen: string[] = [];
  let next: string | undefined = `${shop.simulator.graphUrl}/v25.0/${catalogId}/products?fields=id,retailer_id,name&limit=5`;
  let pages = 0;
  while (next !== undefined) {
    const page = (await (await fetch(next, { headers: { authorization: `Bearer ${TOKEN}` } })).json()) as ProductsAnswer;
    seen.push(...page.data.map((product) => product.retailer_id));
    next = page.paging?.next;
    pages += 1;
  }
  expect(pages).toBe(3);
  const ids = BAKERY.map((product) => product.retailerId);
  expect(seen).toEqual([...ids.slice(0, 5), ...ids.slice(4, 9), ...ids.slice(8)]);
});

test('what was removed is on no list, by its number neither, cannot be sent, and is still spoken of', async () => {
  const shop = await openPracticeShop();
  const { retailerId } = REMOVED_ARTICLE;
  const filter = encodeURIComponent(JSON.stringify({ retailer_id: { is_any: [retailerId, 'pretzel'] } }));
  const found = (await (await get(shop, `/v25.0/${catalogId}/products?filter=${filter}`)).json()) as ProductsAnswer;
  expect(found.data.map((product) => product.retailer_id)).toEqual(['pretzel']);
  const { text: _words, ...to } = TO_SHEENA;
  const product = { type: 'product', action: { catalog_id: catalogId, product_retailer_id: retailerId } };
  expect(await errorOf(await shop.send({ ...to, type: 'interactive', interactive: product }))).toMatchObject({ code: 131009 });
  for (let count = 0; count < 8; count += 1) await shop.simulator.act('old-message');
  const named = shop.messages().map((message) => message.context?.referred_product?.product_retailer_id);
  expect(new Set(named)).toEqual(new Set([undefined, retailerId]));
  await shop.simulator.act('history');
  expect(shop.deliveries.some(({ raw }) => raw.includes(`"product_items":[{"product_retailer_id":"${retailerId}"`))).toBe(true);
});

test('products asked for by their number come with just the fields that were asked for', async () => {
  const shop = await openPracticeShop();
  const filter = encodeURIComponent('{"retailer_id":{"is_any":["pretzel","nothing","coffee-beans"]}}');
  const fields = 'id,retailer_id,price,currency,availability,inventory,product_group{id,name}';
  const answer = (await (await get(shop, `/v25.0/${catalogId}/products?fields=${fields}&filter=${filter}`)).json()) as ProductsAnswer;
  expect(answer.data).toEqual([
    { id: expect.stringMatching(/^\d+$/), retailer_id: 'pretzel', price: '€1.60', currency: 'EUR', availability: 'in stock' },
    { id: expect.stringMatching(/^\d+$/), retailer_id: 'coffee-beans', price: '€12.40', currency: 'EUR', availability: 'out of stock', inventory: 0 },
  ]);
});

test.each(['fields=id,colour', 'filter={', 'filter={"name":{"eq":"a"}}', 'filter=null', 'limit=0', 'limit=x', 'after=nowhere'])(
  'a listing with %s is refused with code 100',
  async (query) => {
    const shop = await openPracticeShop();
    const response = await get(shop, `/v25.0/${catalogId}/products?${query}`);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ code: 100 });
  },
);

test('the phone number tells its name, and refuses a field that it does not have', async () => {
  const shop = await openPracticeShop();
  expect(await (await get(shop, `/v25.0/${PHONE_ID}?fields=display_phone_number,verified_name`)).json()).toEqual({
    display_phone_number: '+493023125014',
    verified_name: 'Practice Bakery',
    id: PHONE_ID,
  });
  expect(await errorOf(await get(shop, `/v25.0/${PHONE_ID}?fields=colour`))).toMatchObject({ code: 100 });
  expect((await get(shop, `/v25.0/${PHONE_ID}`, 'stolen')).status).toBe(401);
});

test('every product has a picture of its own, served without a token', async () => {
  const shop = await openPracticeShop();
  const filter = encodeURIComponent(JSON.stringify({ retailer_id: { is_any: BAKERY.map((product) => product.retailerId) } }));
  const answer = (await (await get(shop, `/v25.0/${catalogId}/products?fields=image_url&limit=100&filter=${filter}`)).json()) as ProductsAnswer;
  const pictures = await Promise.all(
    answer.data.map(async ({ image_url: url = '' }) => {
      const response = await fetch(url);
      expect(response.headers.get('content-type')).toBe('image/svg+xml');
      return response.text();
    }),
  );
  expect(new Set(pictures).size).toBe(12);
  for (const picture of pictures) expect(picture).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 160 160"[\s\S]*<\/svg>\n$/);
});
