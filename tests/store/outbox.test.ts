import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const bodies = (rows: { message_id: number }[]) => rows.map((row) => row.message_id);

test('one row a conversation is due, the first that is open, and those of others beside it', () => {
  const { store, conversation, outgoing } = openRooms();
  const [ana, bo] = [conversation('1'), conversation('2')];
  const [a1, a2, b1] = [outgoing(ana), outgoing(ana), outgoing(bo)];
  expect(bodies(store.outbox.due(T, 10))).toEqual([a1, b1]);
  expect(bodies(store.outbox.due(T, 1))).toEqual([a1]);
  expect(store.outbox.due(T - 1, 10)).toEqual([]);
  store.outbox.lease(store.outbox.of(a1)?.id ?? 0, T + 60_000);
  expect(bodies(store.outbox.due(T, 10))).toEqual([b1]);
  // Given back for later: the next of that conversation waits behind it, however long.
  store.outbox.requeue(a1, T + 600_000, 1);
  expect(bodies(store.outbox.due(T + 599_999, 10))).toEqual([b1]);
  expect(bodies(store.outbox.due(T + 600_000, 10))).toEqual([b1, a1]);
  store.outbox.lease(store.outbox.of(a1)?.id ?? 0, T + 60_000);
  store.outbox.settle(a1, 'accepted');
  expect(bodies(store.outbox.due(T, 10))).toEqual([a2, b1]);
});

test.each(['unknown', 'failed', 'accepted'] as const)('a row that is %s holds up nobody', (state) => {
  const { store, conversation, outgoing } = openRooms();
  const chat = conversation('1');
  const [first, second] = [outgoing(chat), outgoing(chat)];
  store.outbox.lease(store.outbox.of(first)?.id ?? 0, T);
  store.outbox.settle(first, state);
  expect(bodies(store.outbox.due(T, 10))).toEqual([second]);
  expect(store.outbox.waiting()).toBe(1);
});

test('a lease is one worker’s: two connections to one file never both get it', () => {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const { store, conversation, outgoing } = openRooms(file);
  const other = openStore(file);
  const id = store.outbox.of(outgoing(conversation('1')))?.id ?? 0;
  expect([store.outbox.lease(id, T), other.outbox.lease(id, T), store.outbox.lease(id, T)]).toEqual([true, false, false]);
  expect(other.outbox.of(1)).toMatchObject({ state: 'sending', attempts: 1 });
  other.close();
});

test('leases that ran out are told, those that run on are not', () => {
  const { store, conversation, outgoing } = openRooms();
  const [a, b] = [outgoing(conversation('1')), outgoing(conversation('2'))];
  store.outbox.lease(store.outbox.of(a)?.id ?? 0, T);
  store.outbox.lease(store.outbox.of(b)?.id ?? 0, T + 1);
  expect(bodies(store.outbox.expired(T + 1))).toEqual([a]);
  expect(bodies(store.outbox.expired(Number.MAX_SAFE_INTEGER))).toEqual([a, b]);
});

test('what is settled stays settled: neither a late give-back nor a late doubt moves it', () => {
  const { store, conversation, outgoing } = openRooms();
  const id = outgoing(conversation('1'));
  store.outbox.settle(id, 'accepted');
  store.outbox.requeue(id, T, 3);
  store.outbox.settle(id, 'unknown');
  store.outbox.settle(id, 'failed');
  expect(store.outbox.of(id)).toMatchObject({ state: 'accepted', attempts: 0 });
  // What was in doubt may still turn out either way.
  const doubt = outgoing(conversation('2'));
  store.outbox.settle(doubt, 'unknown');
  store.outbox.settle(doubt, 'accepted');
  expect(store.outbox.of(doubt)?.state).toBe('accepted');
});

test('hurried rows are due now; those under way and those that were due stay', () => {
  const { store, conversation, outgoing } = openRooms();
  const [a, b, c] = [outgoing(conversation('1')), outgoing(conversation('2')), outgoing(conversation('3'))];
  for (const id of [a, b]) store.outbox.lease(store.outbox.of(id)?.id ?? 0, T);
  store.outbox.requeue(a, T + 600_000, 1);
  expect(store.outbox.nextAt()).toBe(T);
  store.outbox.hurry(T + 10);
  expect([a, b, c].map((id) => store.outbox.of(id)?.next_at)).toEqual([T + 10, T, T]);
  expect(store.outbox.of(b)?.state).toBe('sending');
});
