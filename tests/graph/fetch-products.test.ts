import { expect, test } from 'vitest';
import { fetchProducts } from '../../electron/graph/fetch-products.ts';
import { answeringServer } from '../support/answering-server.ts';

async function fetchFrom(answer: string, ids: string[] = ['a', 'b']) {
  const server = await answeringServer((response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(answer));
  const outcome = await fetchProducts({ baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token' }, '194836987003835', ids);
  return { outcome, asked: new URL(server.asked[0]?.url ?? '', server.url) };
}
const list = (...data: unknown[]) => JSON.stringify({ data, paging: { cursors: { after: 'x' } } });

test('articles are asked for by their ids, with every field that the page shows', async () => {
  const { asked } = await fetchFrom(list(), ['a', 'b & c', '"d"']);
  expect(asked.pathname).toBe('/v25.0/194836987003835/products');
  expect(JSON.parse(asked.searchParams.get('filter') ?? '')).toEqual({ retailer_id: { is_any: ['a', 'b & c', '"d"'] } });
  expect(asked.searchParams.get('fields')?.split(',')).toEqual(
    expect.arrayContaining(['retailer_id', 'name', 'price', 'currency', 'availability', 'inventory', 'image_url']),
  );
  expect(asked.href).not.toContain('EAAB');
});

test('an article named twice is taken once, one that is missing is missing, and one without an id is nobody', async () => {
  const { outcome } = await fetchFrom(list({ retailer_id: 'a', name: 'First' }, { retailer_id: 'a', name: 'Second' }, { name: 'Nobody' }, 'no object', null));
  expect(outcome.ok && outcome.items.map((item) => [item.retailerId, item.name])).toEqual([['a', 'First']]);
});

test('numbers are read where they are text, ids where they are numbers, and odd fields are left unknown', async () => {
  const { outcome } = await fetchFrom(
    list(
      {
        id: 71,
        retailer_id: 17,
        name: 'Loaf',
        description: 'Baked on stone',
        category: 'Bread',
        visibility: 'published',
        review_status: 'approved',
        url: 'https://x/17',
        price: '€4.20',
        currency: 'EUR',
        availability: 'in stock',
        inventory: '12',
        image_url: 'https://x/1.png',
      },
      { retailer_id: 'b', name: { odd: 1 }, inventory: 1.5, price: null },
    ),
  );
  expect(outcome).toEqual({
    ok: true,
    items: [
      {
        retailerId: '17',
        name: 'Loaf',
        priceText: '€4.20',
        currency: 'EUR',
        availability: 'in stock',
        inventory: 12,
        imageUrl: 'https://x/1.png',
        productId: '71',
        description: 'Baked on stone',
        section: 'Bread',
        visibility: 'published',
        review: 'approved',
        url: 'https://x/17',
      },
      {
        retailerId: 'b',
        name: null,
        priceText: null,
        currency: null,
        availability: null,
        inventory: null,
        imageUrl: null,
        productId: null,
        description: null,
        section: null,
        visibility: null,
        review: null,
        url: null,
      },
    ],
  });
});

test('an answer without a list has no articles; a refusal is one', async () => {
  expect((await fetchFrom('{}')).outcome).toEqual({ ok: true, items: [] });
  expect((await fetchFrom('{"error":{"code":190,"message":"expired"}}')).outcome).toMatchObject({ ok: false, kind: 'refused', reason: 'token-refused' });
});
