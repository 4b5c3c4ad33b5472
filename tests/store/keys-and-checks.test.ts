import { expect, test } from 'vitest';
import { openRooms, T } from '../support/open-rooms.ts';

test.each([
  ['an outcome nobody knows', "INSERT INTO webhook_log VALUES (NULL, 'x', 'cloud', 'lost', NULL, 1, 1, NULL)"],
  ['a shape nobody knows', "INSERT INTO webhook_log VALUES (NULL, 'x', 'postcard', 'applied', NULL, 1, 1, NULL)"],
  ['an alias of two customers', "INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (2, 'wa_id', '1', 1)"],
  ['an alias of a kind nobody knows', "INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (1, 'email', 'x', 1)"],
  ['an alias of nobody', "INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (99, 'wa_id', '9', 1)"],
  [
    'a second conversation of one customer with one number',
    "INSERT INTO conversations (customer_id, phone_number_id, last_at) VALUES (1, '106540352242922', 1)",
  ],
  [
    'a second message of one wamid',
    "INSERT INTO messages (wamid, conversation_id, direction, type, sent_at, content) VALUES ('wamid.1', 1, 'in', 'text', 1, '{}')",
  ],
  [
    'a second message of one request',
    "INSERT INTO messages (conversation_id, direction, type, status, sent_at, content, callback_id) VALUES (1, 'out', 'text', 'queued', 1, '{}', 'request-2')",
  ],
  ['a status nobody knows', "UPDATE messages SET status = 'burnt' WHERE direction = 'out'"],
  ['a status of a customer’s message', "UPDATE messages SET status = 'read' WHERE direction = 'in'"],
  ['a message of ours without a status', "UPDATE messages SET status = NULL WHERE direction = 'out'"],
  ['a direction nobody knows', "UPDATE messages SET direction = 'up'"],
  ['a message without a conversation', 'UPDATE messages SET conversation_id = 99'],
  [
    'a second order of one message',
    "INSERT INTO orders (rings_from, number, business_day, state, message_wamid, customer_id, placed_at, catalog_id) VALUES (1, 7, 'd', 'new', 'wamid.3', 1, 1, 'c')",
  ],
  [
    'an order of no message',
    "INSERT INTO orders (rings_from, number, business_day, state, message_wamid, customer_id, placed_at, catalog_id) VALUES (1, 7, 'd', 'new', 'wamid.99', 1, 1, 'c')",
  ],
  [
    'a number twice on one day',
    "INSERT INTO orders (rings_from, number, business_day, state, message_wamid, customer_id, placed_at, catalog_id) VALUES (1, 1, '2026-11-23', 'new', 'wamid.1', 1, 1, 'c')",
  ],
  ['a state nobody knows', "UPDATE orders SET state = 'eaten'"],
  ['a line of no order', "INSERT INTO order_lines VALUES (99, 0, 'a', 1, '1', 1, 'EUR', '1', NULL, NULL)"],
  ['an amount with a fraction', "INSERT INTO order_lines VALUES (1, 0, 'a', 1, '1', 1.5, 'EUR', '1', NULL, NULL)"],
  ['an event by nobody', "INSERT INTO order_events (order_id, at, who, to_state) VALUES (1, 1, 'cat', 'new')"],
  ['a message twice in the outbox', "INSERT INTO outbox (message_id, conversation_id, state, next_at) VALUES (2, 1, 'queued', 1)"],
  ['an outbox state nobody knows', "UPDATE outbox SET state = 'eaten'"],
  ['a tick parked twice', "INSERT INTO tick_parking (wamid, status, at) VALUES ('wamid.x', 'read', 2)"],
])('the file refuses %s', (_what, sql) => {
  const { store, db, conversation, inbound, outgoing, order } = openRooms();
  const first = conversation('1');
  conversation('2');
  inbound(first);
  outgoing(first);
  order(first);
  store.tickParking.park({ wamid: 'wamid.x', callbackId: null, status: 'read', at: 1, failure: null });
  db.pragma('foreign_keys = ON');
  expect(() => db.exec(sql)).toThrow(/constraint failed|cannot store REAL/);
});

test('a repeated wamid changes nothing, and says so', () => {
  const { store, conversation, inbound } = openRooms();
  const id = inbound(conversation('1'), { wamid: 'same' });
  const again = {
    wamid: 'same',
    conversationId: 1,
    type: 'image',
    sentAt: 1,
    receivedAt: 1,
    late: true,
    content: { kind: 'text' as const, body: 'other' },
    contextWamid: null,
    product: null,
    logId: null,
  };
  expect(store.messages.insertInbound(again)).toBeNull();
  expect(store.messages.get(id)).toMatchObject({ type: 'text', sent_at: T, late: 0 });
});

test('order numbers count up within a business day, and begin anew with the next', () => {
  const { store, conversation, order } = openRooms();
  const chat = conversation('1');
  const ids = ['2026-11-23', '2026-11-23', '2026-11-24', '2026-11-23'].map((businessDay) => order(chat, { businessDay }));
  expect(ids.map((id) => store.orders.get(id)?.number)).toEqual([1, 2, 1, 3]);
});

test('an order moves only from where it is', () => {
  const { store, conversation, order } = openRooms();
  const id = order(conversation('1'));
  const move = (from: 'new' | 'accepted', to: 'accepted' | 'cancelled') => store.orders.move(id, from, to, T + 1);
  expect([move('new', 'accepted'), move('new', 'cancelled'), move('accepted', 'cancelled')]).toEqual([true, false, true]);
  expect(store.orders.get(id)?.state).toBe('cancelled');
  expect(store.orders.ringing()).toEqual([]);
});

test('rehearsals count downwards and leave no gap in the numbers', () => {
  const { store, conversation, order } = openRooms();
  const chat = conversation('1');
  const ids = [false, true, false, true, false].map((rehearsal) => order(chat, { rehearsal }));
  expect(ids.map((id) => store.orders.get(id)?.number)).toEqual([1, -1, 2, -2, 3]);
});
