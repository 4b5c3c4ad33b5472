import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRooms, T } from '../support/open-rooms.ts';

const MINUTE = 60_000;
const at = (minutes: number) => T + minutes * MINUTE;

/** A gap from minute 0 to minute 60, of the cause given. */
function open(cause: 'closed' | 'cut-off' = 'closed') {
  const rooms = openRooms();
  const id = rooms.store.gaps.add(cause, at(0), at(60));
  const chat = rooms.conversation('16505550111');
  const row = () => rooms.store.gaps.since(0)[0] ?? { id, cause, began_at: 0, ended_at: 0, seen_at: null };
  return { ...rooms, id, chat, caught: () => rooms.store.gaps.caught(row()) };
}

test('what was written in the gap and came after it is its catch, late or not', () => {
  const { inbound, chat, caught } = open();
  inbound(chat, { sentAt: at(-1), receivedAt: at(61), late: true });
  inbound(chat, { sentAt: at(5), receivedAt: at(61), late: true });
  inbound(chat, { sentAt: at(58), receivedAt: at(62) });
  inbound(chat, { sentAt: at(30), receivedAt: at(6 * 24 * 60), late: true });
  inbound(chat, { sentAt: at(61), receivedAt: at(61) });
  expect(caught()).toEqual({ lateMessages: 3, lateOrderIds: [] });
});

test('a message of the second in which the gap began is of it: WhatsApp tells whole seconds', () => {
  const { store, inbound, conversation } = openRooms();
  store.gaps.add('cut-off', T + 700, at(60));
  inbound(conversation('16505550111'), { sentAt: T, receivedAt: at(61), late: true });
  inbound(conversation('16505550112'), { sentAt: T - 1_000, receivedAt: at(61), late: true });
  expect(store.gaps.since(0).map((gap) => store.gaps.caught(gap).lateMessages)).toEqual([1]);
});

test('what came while nobody had seen yet that the way stands was held up too', () => {
  const { inbound, chat, caught } = open('cut-off');
  inbound(chat, { sentAt: at(10), receivedAt: at(59), late: true });
  inbound(chat, { sentAt: at(57), receivedAt: at(59) });
  // It flowed: the light was red for another reason.
  inbound(chat, { sentAt: at(20), receivedAt: at(20) + 900 });
  expect(caught().lateMessages).toBe(2);
});

test('the phone’s old chats, which come in one day, are not late', () => {
  const { inbound, chat, caught } = open();
  inbound(chat, { sentAt: at(1), receivedAt: at(61), late: false });
  expect(caught().lateMessages).toBe(0);
});

test('orders of it are named in the order in which they were placed; a rehearsal is none', () => {
  const { order, chat, db, caught } = open();
  const receive = (orderId: number, minutes: number) =>
    db
      .prepare('UPDATE messages SET sent_at = o.placed_at, received_at = ? FROM orders o WHERE o.id = ? AND o.message_wamid = messages.wamid')
      .run(at(minutes), orderId);
  const later = order(chat, { placedAt: at(40), receivedAt: at(61) });
  const first = order(chat, { placedAt: at(20), receivedAt: at(62) });
  const during = order(chat, { placedAt: at(50), receivedAt: at(59) });
  const rehearsed = order(chat, { placedAt: at(30), receivedAt: at(61), rehearsal: true });
  const after = order(chat, { placedAt: at(61), receivedAt: at(61) });
  receive(later, 61);
  receive(first, 62);
  receive(during, 59);
  receive(rehearsed, 61);
  receive(after, 61);
  expect(caught().lateOrderIds).toEqual([first, later, during]);
});

test('one that lasts has caught nothing yet; it ends once, and is seen once', () => {
  const { store } = openRooms();
  const id = store.gaps.add('cut-off', at(0), null);
  const newest = () => store.gaps.newest() ?? { id, cause: 'cut-off' as const, began_at: 0, ended_at: 0, seen_at: 0 };
  expect(store.gaps.caught(newest())).toEqual({ lateMessages: 0, lateOrderIds: [] });
  store.gaps.end(id, at(7));
  store.gaps.end(id, at(9));
  store.gaps.seen(id, at(8));
  store.gaps.seen(id, at(10));
  expect(newest()).toEqual({ id, cause: 'cut-off', began_at: at(0), ended_at: at(7), seen_at: at(8) });
  store.gaps.widen(id, at(2), at(5));
  expect(newest()).toMatchObject({ began_at: at(0), ended_at: at(7) });
  store.gaps.widen(id, at(-2), at(8));
  expect(newest()).toMatchObject({ began_at: at(-2), ended_at: at(8) });
});

test('whatever arrives when, the report counts what a plain look over all messages counts', () => {
  const { inbound, chat, caught, db } = open('cut-off');
  const messages = fc.array(fc.record({ sent: fc.integer({ min: -30, max: 90 }), taken: fc.integer({ min: 0, max: 70 }) }), { maxLength: 25 });
  fc.assert(
    fc.property(messages, (given) => {
      db.exec('DELETE FROM messages');
      // Ids rise with the arrivals.
      const arrivals = given.map(({ sent, taken }) => ({ sent, received: sent + taken })).toSorted((a, b) => a.received - b.received);
      for (const { sent, received } of arrivals) inbound(chat, { sentAt: at(sent), receivedAt: at(received), late: received - sent > 10 });
      const wanted = arrivals.filter(({ sent, received }) => sent >= 0 && sent <= 60 && (received > 60 || received - sent > 1));
      expect(caught().lateMessages).toBe(wanted.length);
    }),
    { numRuns: 60 },
  );
});
