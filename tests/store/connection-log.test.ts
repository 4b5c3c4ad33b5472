import { expect, test } from 'vitest';
import { openRooms, T } from '../support/open-rooms.ts';

test('the log of the connection is told newest first, page by page, and to its end', () => {
  const { connectionLog } = openRooms().store;
  expect(connectionLog.list(undefined, 10)).toEqual({ entries: [], more: false });
  const ids = Array.from({ length: 5 }, (_, n) => connectionLog.add(T + n, n % 2 === 0 ? 'green' : 'red', { proof: 'loop', reason: 'loop-unreachable' }));
  const first = connectionLog.list(undefined, 3);
  expect(first.entries.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 3));
  expect(first.more).toBe(true);
  expect(first.entries[0]).toEqual({ id: ids[4], at: T + 4, event: 'green', proof: 'loop', reason: 'loop-unreachable', details: null });
  const rest = connectionLog.list(first.entries.at(-1)?.id, 3);
  expect([rest.entries.map(({ id }) => id), rest.more]).toEqual([ids.toReversed().slice(3), false]);
});

test('the newest entry of a kind is found', () => {
  const { connectionLog } = openRooms().store;
  expect(connectionLog.last('red')).toBeNull();
  connectionLog.add(T, 'red');
  connectionLog.add(T + 1, 'red', { details: 'again' });
  connectionLog.add(T + 2, 'green');
  expect(connectionLog.last('red')).toMatchObject({ at: T + 1, details: 'again' });
});

test('the newest five thousand are kept, and no more than a few beside them', () => {
  const { store, db } = openRooms();
  store.transaction(() => {
    for (let n = 0; n < 5_700; n += 1) store.connectionLog.add(T + n, 'green');
  });
  const { count, oldest } = db.prepare('SELECT count(*) AS count, min(at) AS oldest FROM connection_log').get() as { count: number; oldest: number };
  expect(count).toBeGreaterThanOrEqual(5_000);
  expect(count).toBeLessThan(5_200);
  expect(oldest).toBe(T + 5_700 - count);
});
