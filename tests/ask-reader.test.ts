import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createAskReader } from '../electron/ask-reader.ts';
import { openRooms } from './support/open-rooms.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

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
