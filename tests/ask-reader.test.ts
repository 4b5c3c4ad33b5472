import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createAskReader } from '../electron/ask-reader.ts';
import { openRooms } from './support/open-rooms.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { until } from './support/until.ts';

const ask = { day: '2026-11-23', today: '2026-11-23', timeZone: 'Europe/Berlin', businessDayStart: 4 };

function aReader(file = path.join(temporaryFolder(), 'shopbell.db')) {
  const log: string[] = [];
  const reader = createAskReader(file, (line) => void log.push(line));
  onTestFinished(() => reader.stop());
  return { file, reader, log };
}

test('questions are answered in a thread that sees what was committed a moment ago', async () => {
  const { file, reader } = aReader();
  const { order, conversation } = openRooms(file);
  expect((await reader.ask('dayBook', ask)).orders).toBe(0);
  order(conversation('491701'), { note: 'with nuts' });
  const [day, found] = await Promise.all([reader.ask('dayBook', ask), reader.ask('searchOrders', 'nuts')]);
  expect([day.orders, found.hits.length]).toEqual([1, 1]);
});

test('a question that fails tells why, and the thread lives on', async () => {
  const { file, reader } = aReader();
  openRooms(file);
  await expect(reader.ask('dayBook', { ...ask, timeZone: 'Nowhere/Land' })).rejects.toThrow('Nowhere/Land');
  expect((await reader.ask('dayBook', ask)).orders).toBe(0);
});

test('a thread that died is told of, and the next question starts another', async () => {
  const { file, reader, log } = aReader();
  // Nobody has made the file yet: the thread cannot open it, as if it had been taken away.
  await expect(reader.ask('dayBook', ask)).rejects.toThrow('unable to open');
  expect(log.join()).toContain('unable to open');
  openRooms(file);
  expect((await reader.ask('dayBook', ask)).orders).toBe(0);
});

test('after the end nothing is asked, and the file can be taken away', async () => {
  const { file, reader } = aReader();
  const { store } = openRooms(file);
  await reader.ask('dayBook', ask);
  await reader.stop();
  await expect(reader.ask('dayBook', ask)).rejects.toThrow('closed');
  store.orders.countIn('new');
  const db = new Database(file);
  expect(db.pragma('wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0 }]);
  db.close();
});

test('a search is answered while an export runs, and the thread of the export is gone afterwards', async () => {
  const { file, reader } = aReader();
  const { order, conversation, db } = openRooms(file);
  const first = order(conversation('491701'), { note: 'with nuts' });
  db.exec(`WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO orders (number, business_day, state, customer_id, placed_at, rings_from, catalog_id)
    SELECT i, business_day, state, customer_id, placed_at + i, placed_at, catalog_id FROM orders, n WHERE id = ${first}`);
  await reader.ask('searchOrders', 'nuts');
  const ended: string[] = [];
  const day = { from: '2026-11-23', to: '2026-11-23', locale: 'de', shopName: '', timeZone: 'Europe/Berlin' };
  const exported = reader.ask('export', { what: 'orders', format: 'csv', ...day }).finally(() => ended.push('export'));
  const found = reader.ask('searchOrders', 'nuts').finally(() => ended.push('search'));
  expect((await found).hits).toHaveLength(1);
  expect((await exported).rows).toBe(20_000);
  expect(ended).toEqual(['search', 'export']);
  await until('the end of the thread', () => reader.threads() === 1);
  expect((await reader.ask('export', { what: 'customers', format: 'json', ...day })).rows).toBe(1);
});

test('exports that are asked for one after the other are all answered', async () => {
  const { file, reader } = aReader();
  const { order, conversation } = openRooms(file);
  order(conversation('491701'));
  const day = { from: '2026-11-23', to: '2026-11-23', locale: 'de', shopName: '', timeZone: 'Europe/Berlin' };
  const files = Array.from({ length: 4 }, () => reader.ask('export', { what: 'orders', format: 'csv', ...day }));
  expect((await Promise.all(files)).map(({ rows }) => rows)).toEqual([1, 1, 1, 1]);
  for (let n = 0; n < 3; n += 1) expect((await reader.ask('export', { what: 'lines', format: 'csv', ...day })).rows).toBe(0);
});
