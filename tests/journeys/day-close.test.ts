import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, seconds } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

const NINE = Date.UTC(2026, 10, 23, 8);
const MINUTE = 60_000;

/** A shop whose clock the test turns. */
async function aShop() {
  let clock = NINE;
  const shop = closeAfter(await startShop({ now: () => clock }));
  const cart = async (name: string, from: string, items: [string, number, number][], text = '') => {
    const product_items = items.map(([product_retailer_id, quantity, item_price]) => ({ product_retailer_id, quantity, item_price, currency: 'EUR' }));
    const message = orderMessage({ from, timestamp: seconds(clock), order: { catalog_id: '77', text, product_items } });
    expect(await postSigned(shop.webhookUrl, envelope({ contacts: [{ profile: { name }, wa_id: from }], messages: [message] }))).toBe(200);
  };
  const step = async (orderId: number, action: 'accept' | 'ready' | 'complete' | 'decline', reason?: string) =>
    expect(await shop.api.orders.step({ orderId, action, ...(reason === undefined ? {} : { reason }) })).toMatchObject({ ok: true });
  return { shop, cart, step, wait: (minutes: number) => void (clock += minutes * MINUTE) };
}

/** Two taken and one of them brought to its end, one declined, one that waits. */
async function aDay() {
  const day = await aShop();
  const { cart, step, wait } = day;
  await cart(
    'Zeynep Öztürk',
    '4917000001',
    [
      ['bread', 2, 3.5],
      ['cake', 1, 19.99],
    ],
    '=HYPERLINK("http://evil.example")',
  );
  wait(1);
  await step(1, 'accept');
  await cart('Ana; "the" Baker', '4917000002', [['bread', 5, 3.5]], 'first line\nsecond line');
  wait(3);
  await step(2, 'accept');
  await cart('Kerry Obi', '4917000003', [['cake', 1, 19.99]]);
  await step(3, 'decline', 'No flour left');
  wait(90);
  await step(1, 'ready');
  await step(1, 'complete');
  await cart('Zeynep Öztürk', '4917000001', [
    ['jam', 3, 4.1],
    ['odd', 1, 1.999],
  ]);
  return day;
}

test('the day book says exactly what the day was', async () => {
  const { shop } = await aDay();
  expect(await shop.api.orders.pay({ orderId: 1, method: 'card' })).toMatchObject({ ok: true });
  const view = await shop.api.dayBook.get({});
  expect(view).toMatchObject({
    day: '2026-11-23',
    today: '2026-11-23',
    firstDay: '2026-11-23',
    orders: 4,
    turnover: [{ minor: 2699n + 1750n + 1230n, currency: 'EUR' }],
    unclear: 1,
    averageTakeMs: 2 * MINUTE,
    averageFinishMs: 93 * MINUTE,
    refused: [{ state: 'declined', reason: 'No flour left', orders: 1 }],
    best: [
      { retailerId: 'bread', quantity: 7n, totals: [{ minor: 2450n, currency: 'EUR' }] },
      { retailerId: 'jam', quantity: 3n },
      { retailerId: 'cake', quantity: 1n },
      { retailerId: 'odd', quantity: 1n, totals: [] },
    ],
  });
  expect(view.paid.map(({ method, orders }) => [method, orders])).toEqual([
    ['card', 1],
    [null, 2],
  ]);
  expect(view.byHour.filter(({ orders }) => orders > 0)).toEqual([
    { hour: 9, orders: 3 },
    { hour: 10, orders: 1 },
  ]);
  expect(await shop.api.dayBook.get({ day: '2026-11-22' })).toMatchObject({ day: '2026-11-22', today: '2026-11-23', orders: 0, turnover: [] });
});

test('the lines’ file opens in a German spreadsheet, adds up to the turnover, and runs no formula', async () => {
  const { shop } = await aDay();
  const range = { from: '2026-11-01', to: '2026-11-30' };
  const file = await shop.api.dayBook.export({ what: 'lines', format: 'csv', ...range, locale: 'de-DE' });
  expect(file).toMatchObject({ filename: expect.stringMatching(/-lines-2026-11-01-to-2026-11-30\.csv$/), rows: 6 });
  expect(file.text.startsWith('\ufeffbusiness_day;number;')).toBe(true);
  const rows = Papa.parse<Record<string, string>>(file.text.slice(1), { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const cents = rows.filter((row) => row['state'] !== 'declined').map((row) => Number(row['line_total']?.replace(',', '') || 0));
  expect(cents.reduce((sum, value) => sum + value, 0)).toBe(2699 + 1750 + 1230);
  expect(rows.at(-1)).toMatchObject({ article_number: 'odd', unit_price: '', line_total: '', unclear_price: '1.999' });

  const orders = await shop.api.dayBook.export({ what: 'orders', format: 'csv', ...range, locale: 'en-US' });
  const read = Papa.parse<Record<string, string>>(orders.text.slice(1), { header: true, delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
  expect(read[0]).toMatchObject({ number: '1', customer: 'Zeynep Öztürk', total: '26.99', note: '\'=HYPERLINK("http://evil.example")' });
  expect(read[0]).toMatchObject({ phone: "'+4917000001", placed_at_utc: '2026-11-23T08:00:00.000Z', placed_at_local: '2026-11-23 09:00:00' });
  expect(read[1]).toMatchObject({ customer: 'Ana; "the" Baker', note: 'first line\nsecond line' });
  expect(read[2]).toMatchObject({ state: 'declined', reason: 'No flour left' });

  const customers = await shop.api.dayBook.export({ what: 'customers', format: 'json', ...range, locale: 'en' });
  expect(JSON.parse(customers.text)).toMatchObject([
    { customer: 'Zeynep Öztürk', phone: '+4917000001', orders: 2, ordered_total: '39.29', currency: 'EUR' },
    { customer: 'Ana; "the" Baker', ordered_total: '17.50' },
    { customer: 'Kerry Obi', orders: 1, declined_or_cancelled: 1, ordered_total: null },
  ]);
  expect(await shop.api.dayBook.export({ what: 'orders', format: 'json', from: '2025-01-01', to: '2025-01-31', locale: 'en' })).toMatchObject({
    rows: 0,
    text: '[]\n',
  });
});

test('what stands in orders is found: from the moment it arrives, by new names, and no more by old ones', async () => {
  const { shop, cart, wait } = await aDay();
  const search = async (text: string) =>
    (await shop.api.search.orders({ text })).hits.map((hit) => [hit.number, hit.where, hit.text.slice(hit.start, hit.start + hit.length)]);
  expect(await search('ozt')).toEqual([
    [4, 'customer', 'Özt'],
    [1, 'customer', 'Özt'],
  ]);
  expect(await search('ÖZ')).toHaveLength(2);
  expect(await search('#3')).toEqual([[3, 'number', '#3']]);
  expect(await search('flour')).toEqual([[3, 'reason', 'flour']]);
  expect(await search('second')).toEqual([[2, 'note', 'second']]);
  expect(await search('0170000002')).toEqual([]);
  expect(await search('+49 170 00002')).toEqual([[2, 'customer', '4917000002']]);
  expect(await search('jam')).toEqual([[4, 'article', 'jam']]);
  wait(1);
  await cart('Zeynep Yılmaz', '4917000001', [['bread', 1, 3.5]]);
  expect(await search('Yılm')).toEqual([
    [5, 'customer', 'Yılm'],
    [4, 'customer', 'Yılm'],
    [1, 'customer', 'Yılm'],
  ]);
  expect(await search('Öztürk')).toEqual([]);
  expect(await search('  ')).toEqual([]);
  expect(await search('"*')).toEqual([]);
});
