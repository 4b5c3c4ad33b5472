import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { diskReason } from '../../electron/store/disk-error.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const boom = () => {
  throw new Error('boom');
};
const full = () => {
  throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
};

test('a transaction is all or nothing, and one inside it belongs to it', () => {
  const { store, conversation } = openRooms();
  expect(store.transaction(() => conversation('1'))).toBe(1);
  expect(() => store.transaction(() => (conversation('2'), boom()))).toThrow('boom');
  expect(() =>
    store.transaction(() => {
      store.transaction(() => conversation('3'));
      boom();
    }),
  ).toThrow('boom');
  expect(store.conversations.page(null, 10)).toHaveLength(1);
});

test('what another connection reads is there only after the commit', () => {
  const { store, db, conversation } = openRooms();
  const count = () => db.prepare('SELECT count(*) FROM conversations').pluck().get();
  store.transaction(() => {
    conversation('1');
    expect(count()).toBe(0);
  });
  expect(count()).toBe(1);
});

test('an attempt that fails undoes itself alone, and says why', () => {
  const { store, conversation } = openRooms();
  store.transaction(() => {
    conversation('1');
    const failed = store.attempt(() => (conversation('2'), boom()));
    expect(failed).toMatchObject({ ok: false, error: new Error('boom') });
    expect(store.attempt(() => conversation('3'))).toEqual({ ok: true, value: 2 });
    // One inside another: the inner one alone is undone.
    expect(store.attempt(() => (store.attempt(() => (conversation('4'), boom())), conversation('5')))).toMatchObject({ ok: true });
  });
  expect(store.conversations.page(null, 10)).toHaveLength(3);
});

test('a failing disk goes through every attempt and undoes the whole transaction', () => {
  const { store, conversation } = openRooms();
  expect(() => store.transaction(() => (conversation('1'), store.attempt(() => (conversation('2'), full()))))).toThrow('disk is full');
  expect(store.conversations.page(null, 10)).toEqual([]);
  // And the next transaction starts afresh.
  store.transaction(() => conversation('3'));
  expect(store.conversations.page(null, 10)).toHaveLength(1);
});

test('only what the disk refuses is the disk’s fault', () => {
  const reasonOf = (code: string) => diskReason(new Database.SqliteError('x', code));
  expect(reasonOf('SQLITE_FULL')).toBe('disk-full');
  for (const code of ['SQLITE_IOERR_WRITE', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_CORRUPT', 'SQLITE_BUSY']) expect(reasonOf(code)).toBe('disk-failed');
  for (const code of ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', 'SQLITE_MISMATCH']) expect(reasonOf(code)).toBeNull();
  expect([diskReason(new Error('SQLITE_FULL')), diskReason('SQLITE_FULL'), diskReason(null)]).toEqual([null, null, null]);
});

test('a fact is what was said last, and outlives the program', () => {
  const { store, db } = openRooms();
  expect(store.facts.get('probe_key')).toBeNull();
  store.facts.set('probe_key', 'a');
  store.facts.set('meta_test_at', String(T));
  store.facts.set('probe_key', 'b');
  expect(db.prepare('SELECT * FROM facts ORDER BY name').raw().all()).toEqual([
    ['meta_test_at', String(T)],
    ['probe_key', 'b'],
  ]);
});
