import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, onTestFinished, test } from 'vitest';
import { exportOrders } from '../../electron/queries/export-orders.ts';
import { type Cell, writeCsv, writeJson } from '../../electron/queries/write-csv.ts';
import { openReader } from '../../electron/store/open-reader.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(99))
  .map(([whole, part]) => ({ decimal: `${whole}.${String(part).padStart(2, '0')}` }));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string(),
  fc.constantFrom('=1+1', '+49170', '-5', '@x', '\tx', 'a;b', 'a,b', '"', 'a\r\nb', ' pad ', '＝1'),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), decimal, fc.constant(null));
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    columns: fc.constant(Array.from({ length: width }, (_, index) => `column_${index}`)),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
);

test.each([
  ['de-DE', ';', ','],
  ['en-GB', ',', '.'],
  ['no such locale', ',', '.'],
])('a file for %s is read back as what was written', (locale, delimiter, sign) => {
  fc.assert(
    fc.property(table, ({ columns, rows }) => {
      const csv = writeCsv({ columns, rows }, locale);
      expect(csv.startsWith('\ufeff')).toBe(true);
      const [head, ...read] = Papa.parse<string[]>(csv.slice(1, -2), { delimiter, newline: '\r\n' }).data;
      expect(head).toEqual(columns);
      const expected = rows.map((row) =>
        row.map((value) => {
          if (value === null) return '';
          if (typeof value === 'object') return value.decimal.replace('.', sign);
          return typeof value === 'string' && /^[=+\-@\t\r\n＝]/.test(value) ? `'${value}` : String(value);
        }),
      );
      expect(read).toEqual(expected);
    }),
  );
});

test('no text begins as a formula, and no number is turned into a text', () => {
  const csv = writeCsv(
    {
      columns: ['a', 'b'],
      rows: [
        ['=cmd()', { decimal: '-12.05' }],
        ['+49170', -3],
      ],
    },
    'de',
  );
  expect(csv).toBe("\ufeffa;b\r\n'=cmd();-12,05\r\n'+49170;-3\r\n");
});

test('as JSON, every decimal keeps its digits', () => {
  fc.assert(
    fc.property(table, ({ columns, rows }) => {
      const read = JSON.parse(writeJson({ columns, rows })) as Record<string, unknown>[];
      const plain = (value: Cell | undefined) => (value !== null && typeof value === 'object' ? value.decimal : value);
      expect(read.map((row) => columns.map((column) => row[column]))).toEqual(rows.map((row) => row.map(plain)));
    }),
  );
});

test('rehearsals and orders that went into others are in no file; two currencies are two rows; a discount is negative', () => {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const { store, db, conversation, order } = openRooms(file);
  const reader = openReader(file);
  onTestFinished(() => reader.close());
  const chat = conversation('491701');
  const line = (retailerId: string, currency: string) => ({ retailerId, quantity: 2, quantityRaw: '2', unitMinor: 1250, currency, unitRaw: '?' });
  const id = order(chat, { lines: [line('a', 'EUR'), line('b', 'KWD')] });
  store.orderExtras.add({ order_id: id, kind: 'discount', label: 'Friends', minor: 99, currency: 'EUR' });
  order(chat, { rehearsal: true });
  db.exec(`UPDATE orders SET merged_into = ${id} WHERE id = ${order(chat)}`);
  const ask = {
    format: 'json',
    from: '2026-11-23',
    to: '2026-11-23',
    locale: 'en',
    shopName: 'Café "Brot & Co" / München',
    timeZone: 'Europe/Berlin',
  } as const;
  const rows = (what: 'orders' | 'lines' | 'customers') => JSON.parse(exportOrders(reader, { ...ask, what }).text) as Record<string, unknown>[];
  expect(rows('orders').map((row) => [row['number'], row['total'], row['currency']])).toEqual([
    [1, '24.01', 'EUR'],
    [1, '2.500', 'KWD'],
  ]);
  expect(rows('lines').map((row) => [row['kind'], row['line_total']])).toEqual([
    ['article', '25.00'],
    ['article', '2.500'],
    ['discount', '-0.99'],
  ]);
  expect(rows('customers')).toHaveLength(2);
  expect(exportOrders(reader, { ...ask, what: 'orders' }).filename).toBe('Café-Brot-Co-München-orders-2026-11-23.json');
  expect(exportOrders(reader, { ...ask, shopName: '/../', what: 'orders' }).filename).toBe('Shopbell-orders-2026-11-23.json');
});

test('the customers’ file names nobody who is known by rehearsals alone, nor the shop’s own rehearsal customer', () => {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const { store, conversation, order } = openRooms(file);
  const reader = openReader(file);
  onTestFinished(() => reader.close());
  const named = (chat: number, name: string) => (store.customers.name(store.conversations.get(chat)?.customer_id ?? 0, name, null, T), chat);
  const { id } = store.customers.resolve([{ kind: 'user_id', value: 'shopbell-rehearsal' }], T);
  const own = named(store.conversations.customerWrote(id, 'rehearsal', T), 'Shopbell');
  order(own, { rehearsal: true });
  // Made by hand from a rehearsal's page: an order, but no customer.
  order(own);
  order(named(conversation('491702'), 'Only tried it'), { rehearsal: true });
  order(named(conversation('491703'), 'Kerry Obi'));
  order(conversation('491703'), { rehearsal: true });
  const day = { from: '2026-11-23', to: '2026-11-23', locale: 'en', shopName: '', timeZone: 'Europe/Berlin' };
  const { text } = exportOrders(reader, { what: 'customers', format: 'json', ...day });
  expect(JSON.parse(text)).toMatchObject([{ customer: 'Kerry Obi', orders: 1 }]);
});
