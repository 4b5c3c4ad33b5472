import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openOrderAsks } from '../../electron/store/order-asks.ts';
import { openOrderHistory } from '../../electron/store/order-history.ts';
import { openOrderTells } from '../../electron/store/order-tells.ts';
import { openOrders } from '../../electron/store/orders.ts';
import { openOutbox } from '../../electron/store/outbox.ts';
import { openPrintJobs } from '../../electron/store/print-jobs.ts';
import { openRooms } from '../support/open-rooms.ts';

/** The questions of a room that read a whole table, or sort one. */
function slowOnes(open: (db: Database) => unknown): string[] {
  const { db } = openRooms();
  const asked: string[] = [];
  open({
    prepare(sql: string) {
      asked.push(sql);
      return db.prepare(sql);
    },
  } as unknown as Database);
  return asked.filter((sql) => {
    const plan = sql.startsWith('SELECT') ? db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|@\w+/g, '1')}`).all() : [];
    return plan.some(({ detail }) => /^(?:SCAN|SEARCH) \w+$/.test(detail));
  });
}

// They are asked at every news or at every turn of a worker, of a file with years of orders in it.
test.each([
  ['orders', openOrders],
  ['their history', openOrderHistory],
  ['what was asked', openOrderAsks],
  ['what was told', openOrderTells],
  ['the outbox', openOutbox],
])('no question about %s reads all of it', (_what, open) => {
  expect(slowOnes(open)).toEqual([]);
});

test('of what was printed only the page of the printer reads all', () => {
  expect(slowOnes(openPrintJobs)).toEqual(['SELECT max(printed_at) AS at FROM print_jobs']);
});
