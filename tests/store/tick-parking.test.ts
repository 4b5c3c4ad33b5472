import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTick } from '../../electron/store/apply-tick.ts';
import type { ParkedTick } from '../../electron/store/tick-parking.ts';
import { TICKS } from '../../shared/domain/message-status.ts';
import { openRooms } from '../support/open-rooms.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const tick = (over: Partial<ParkedTick> = {}): ParkedTick => ({ wamid: 'w', callbackId: null, status: 'sent', at: 5, failure: null, ...over });
const failure = (code: number) => ({ reason: 'undeliverable' as const, code, details: null });

test('ticks wait by wamid, each kind once at its earliest, and are taken out all together', () => {
  const { store } = openRooms();
  const { tickParking } = store;
  for (const at of [5, 3, 9]) tickParking.park(tick({ at }));
  tickParking.park(tick({ status: 'read', at: 8, callbackId: 'request-1' }));
  tickParking.park(tick({ wamid: 'other' }));
  expect(tickParking.count()).toBe(3);
  expect(tickParking.take('w').toSorted((a, b) => a.at - b.at)).toEqual([tick({ at: 3 }), tick({ status: 'read', at: 8, callbackId: 'request-1' })]);
  expect(tickParking.take('w')).toEqual([]);
  expect(tickParking.count()).toBe(1);
});

test('of two failures the earlier one explains, whichever was parked first', () => {
  for (const [first, second] of [
    [failure(1), failure(2)],
    [failure(2), failure(1)],
  ] as const) {
    const { store } = openRooms();
    store.tickParking.park(tick({ status: 'failed', at: first.code, failure: first }));
    store.tickParking.park(tick({ status: 'failed', at: second.code, failure: second, callbackId: 'request-1' }));
    expect(store.tickParking.take('w')).toEqual([tick({ status: 'failed', at: 1, failure: failure(1), callbackId: 'request-1' })]);
  }
});

test('a deletion waits for its message apart from the ticks, at its earliest, also through a restart', () => {
  const file = path.join(temporaryFolder(), 'shopbell.db');
  const first = openRooms(file);
  expect(first.store.tickParking.takeDeletion('m')).toBeNull();
  for (const at of [7, 4, 9]) first.store.tickParking.parkDeletion('m', at);
  expect(first.store.tickParking.count()).toBe(0);
  expect(first.store.tickParking.take('m')).toEqual([]);
  const second = openRooms(file);
  expect(second.store.tickParking.takeDeletion('m')).toBe(4);
  expect(second.store.tickParking.takeDeletion('m')).toBeNull();
});

const parked = fc.record({
  status: fc.constantFrom(...TICKS),
  at: fc.integer({ min: 1, max: 3 }),
  callbackId: fc.constantFrom(null, 'request-1'),
  code: fc.integer({ min: 1, max: 2 }),
});

test('whether ticks come before their message’s wamid is known, after, or both, and in whatever order: the end is the same', () => {
  const events = fc.array(parked, { minLength: 1, maxLength: 6 });
  const splits = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(events, splits, fc.infiniteStream(fc.nat()), (given, split, order) => {
      const end = (ticks: typeof given, known: number) => {
        const { store, conversation, outgoing } = openRooms();
        const id = outgoing(conversation('1'), { callbackId: 'request-1' });
        const apply = ({ status, at, callbackId, code }: (typeof given)[number]) =>
          applyTick(store, tick({ status, at, callbackId, failure: status === 'failed' ? failure(code) : null }));
        ticks.slice(0, known).forEach(apply);
        // The answer of the send call names the wamid.
        store.messages.setWamid(id, 'w');
        store.tickParking.take('w').forEach((entry) => applyTick(store, entry));
        ticks.slice(known).forEach(apply);
        expect(store.tickParking.count()).toBe(0);
        const { wamid, status, failure: why, tick_sent_at, tick_delivered_at, tick_read_at, tick_played_at, tick_failed_at } = store.messages.get(id) ?? {};
        return { wamid, status, why, tick_sent_at, tick_delivered_at, tick_read_at, tick_played_at, tick_failed_at, outbox: store.outbox.of(id)?.state };
      };
      const shuffled = given
        .map((entry) => [order.next().value ?? 0, entry] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, entry]) => entry);
      expect(end(shuffled, split)).toEqual(end(given, 0));
    }),
    { numRuns: 40 },
  );
});
