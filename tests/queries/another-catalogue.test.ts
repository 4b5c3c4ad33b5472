import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { viewDayBook } from '../../electron/queries/day-book.ts';
import { exportOrders } from '../../electron/queries/export-orders.ts';
import { searchOrders } from '../../electron/queries/search-orders.ts';
import { openReader } from '../../electron/store/open-reader.ts';
import { openRooms } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = '2026-11-23';
const line = { quantity: 2, quantityRaw: '2', unitMinor: 450, currency: 'EUR', unitRaw: '4.5' };

test('a line that came from another catalogue than its order is that catalogue’s article in day book, search and export', () => {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const { db, conversation, order } = openRooms(file);
  db.prepare("INSERT INTO products (catalog_id, retailer_id, name) VALUES ('old', '1', 'Rye bread'), ('new', '1', 'Apple cake')").run();
  const id = order(conversation('16505550111'), {
    catalogId: 'new',
    lines: [
      { ...line, retailerId: '1' },
      { ...line, retailerId: '1', catalogId: 'old' },
    ],
  });
  const reader = openReader(file);
  onTestFinished(() => reader.close());
  const book = viewDayBook(reader.dayBook, { day: DAY, today: DAY, timeZone: 'UTC', businessDayStart: 0 });
  expect(new Map(book.best.map(({ catalogId, name }) => [catalogId, name]))).toEqual(
    new Map([
      ['new', 'Apple cake'],
      ['old', 'Rye bread'],
    ]),
  );
  expect(searchOrders(reader, 'rye').hits.map((hit) => [hit.orderId, hit.text])).toEqual([[id, 'Rye bread']]);
  const { text } = exportOrders(reader, { what: 'lines', format: 'json', from: DAY, to: DAY, locale: 'en', shopName: '', timeZone: 'UTC' });
  expect((JSON.parse(text) as { name: string }[]).map(({ name }) => name)).toEqual(['Apple cake', 'Rye bread']);
});
