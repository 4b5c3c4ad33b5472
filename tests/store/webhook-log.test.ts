import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRooms, T } from '../support/open-rooms.ts';

const APPLIED = { shape: 'cloud', outcome: 'applied', reason: null } as const;

test('what is UTF-8 is kept as text, anything else as bytes, and both come back byte for byte', () => {
  const { store, db } = openRooms();
  const bodies: [Buffer, string][] = [
    [Buffer.from('{"name":"Zeynep Öztürk 🥖"}'), 'text'],
    [Buffer.from(''), 'text'],
    [Buffer.from('{"a":"\u0000b"}'), 'text'],
    [Buffer.from('\ufeff{}'), 'text'],
    [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'blob'],
    [Buffer.from([0xed, 0xa0, 0x80]), 'blob'],
  ];
  for (const [body, kind] of bodies) {
    const id = store.webhookLog.add(body, APPLIED, 1, T);
    expect(db.prepare('SELECT typeof(body) FROM webhook_log WHERE id = ?').pluck().get(id)).toBe(kind);
    expect(store.webhookLog.body(id)).toEqual({ body, receivedAt: T });
  }
  expect(store.webhookLog.body(999)).toBeNull();
});

test('any bytes come back as they were', () => {
  const { store } = openRooms();
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(any, (bytes) => {
      const body = Buffer.from(bytes);
      const id = store.webhookLog.add(body, APPLIED, 1, T);
      expect(store.webhookLog.body(id)?.body.equals(body)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('bodies are counted from a moment on, and the last one is told', () => {
  const { store } = openRooms();
  expect([store.webhookLog.lastAt(), store.webhookLog.countSince(0)]).toEqual([null, 0]);
  for (const at of [T, T + 10, T + 20]) store.webhookLog.add(Buffer.from('{}'), APPLIED, 1, at);
  expect([store.webhookLog.lastAt(), store.webhookLog.countSince(T + 10), store.webhookLog.countSince(T + 21)]).toEqual([T + 20, 2, 0]);
});

test('what was not read is told with the newest reason, and given to a newer reader alone', () => {
  const { store } = openRooms();
  const add = (outcome: 'applied' | 'partly' | 'unread' | 'redacted', reason: string | null, reader: number, at: number) =>
    store.webhookLog.add(Buffer.from('{}'), { shape: 'cloud', outcome, reason }, reader, at);
  expect(store.webhookLog.unread()).toEqual({ count: 0, lastAt: null, lastReason: null });
  const [partly, , unread] = [
    add('partly', 'type poll', 1, T),
    add('applied', null, 1, T + 1),
    add('unread', 'no JSON', 1, T + 2),
    add('redacted', null, 1, T + 3),
  ];
  const newer = add('partly', 'field calls', 2, T + 4);
  expect(store.webhookLog.unread()).toEqual({ count: 3, lastAt: T + 4, lastReason: 'field calls' });
  const ids = (reader: number, after = 0) => store.webhookLog.readableAgain(reader, after).map((row) => row.id);
  expect([ids(1), ids(2), ids(3), ids(2, partly)]).toEqual([[], [partly, unread], [partly, unread, newer], [unread]]);
  store.webhookLog.settle(unread, APPLIED, 2);
  expect(ids(2)).toEqual([partly]);
  expect(store.webhookLog.unread().count).toBe(2);
});
