import { expect, test } from 'vitest';
import { settleChat } from '../../electron/commands/settle-chat.ts';
import { listConversations } from '../../electron/queries/view-conversation.ts';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const HOUR = 60 * 60_000;

function open() {
  const rooms = openRooms();
  const { store, db } = rooms;
  const list = (filter: ChatFilter, now = T + HOUR) => listConversations(store, filter, null, { now, warnBefore: 2 * HOUR, shopLanguage: 'en' });
  const ids = (filter: ChatFilter, now = T + HOUR) => list(filter, now).conversations.map(({ id }) => id);
  const answered = (chat: number, at: number) => void db.prepare('UPDATE conversations SET last_outbound_at = ? WHERE id = ?').run(at, chat);
  const settle = (chat: number, at: number) => settleChat({ store, now: () => at, publish: () => undefined }, chat);
  return { ...rooms, list, ids, answered, settle };
}

test('each filter gives the chats of its kind, and its count', () => {
  const { conversation, inbound, outgoing, answered, ids, list, store } = open();
  const [waiting, done, asked, quiet] = ['1', '2', '3', '4'].map((tail, index) => conversation(`1650555011${tail}`, T + index)) as [
    number,
    number,
    number,
    number,
  ];
  inbound(waiting, { sentAt: T });
  store.conversations.seen(done, inbound(done, { sentAt: T + 1 }));
  outgoing(done, { sentAt: T + 10 });
  answered(done, T + 10);
  store.conversations.seen(waiting, 1);
  inbound(asked, { sentAt: T + 2, product: { catalogId: 'c', retailerId: 'loaf' } });
  const failed = outgoing(quiet, { sentAt: T + 3 });
  store.messages.setStatus(failed, 'failed', null);
  expect([ids('all'), ids('unread'), ids('unanswered'), ids('questions'), ids('failed')]).toEqual([
    [quiet, asked, done, waiting],
    [asked],
    [asked, waiting],
    [asked],
    [quiet],
  ]);
  expect(list('all').counts).toEqual({ unread: 1, unanswered: 2, questions: 1, closing: 0, 'with-order': 0, failed: 1 });
  expect([ids('closing', T + 22.5 * HOUR), list('closing', T + 22.5 * HOUR).counts.closing]).toEqual([[waiting, asked], 2]);
  expect(ids('closing', T + 24 * HOUR)).toEqual([]);
  expect(list('all').conversations.find(({ id }) => id === quiet)).toMatchObject({ failed: 1, unansweredSince: null });
});

test('whose order is open has a chat with an order, until it is closed; a rehearsal is none', () => {
  const { conversation, order, ids, list, store } = open();
  const [orders, closed, rehearses] = ['1', '2', '3'].map((tail) => conversation(`1650555011${tail}`)) as [number, number, number];
  const id = order(orders);
  store.orders.move(order(closed), 'new', 'completed', T + 1);
  order(rehearses, { rehearsal: true });
  expect([ids('with-order'), list('all').counts['with-order']]).toEqual([[orders], 1]);
  store.orders.move(id, 'new', 'accepted', T + 2);
  expect(ids('with-order')).toEqual([orders]);
  store.orders.move(id, 'accepted', 'declined', T + 3);
  expect(ids('with-order')).toEqual([]);
});

test('orders, reactions, what WhatsApp tells, what a group hears, what came quietly and what answers by itself change nothing about who waits', () => {
  const { conversation, inbound, outgoing, order, ids, list, db, store } = open();
  const chat = conversation('16505550111');
  order(chat);
  inbound(chat, { type: 'reaction', content: { kind: 'reaction', emoji: '👍', targetWamid: 'x' } });
  db.prepare('UPDATE messages SET quiet = 1 WHERE id = ?').run(inbound(chat));
  for (const type of ['payment', 'system', 'revoke', 'request_welcome']) inbound(chat, { type, content: { kind: 'card', type, facts: [] } });
  db.prepare("UPDATE messages SET group_id = 'group' WHERE id = ?").run(inbound(chat, { product: { catalogId: 'c', retailerId: 'loaf' } }));
  expect([ids('questions'), list('all').conversations[0]]).toMatchObject([[], { questionSince: null, asked: null, askedMessageId: null }]);
  expect(ids('unanswered')).toEqual([]);
  const text = inbound(chat, { sentAt: T + 5, product: { catalogId: 'c', retailerId: 'loaf' } });
  const auto = outgoing(chat, { sentAt: T + 6 });
  store.autoAnswers.add(store.conversations.get(chat)?.customer_id ?? 0, 'away', '2026-11-23', auto);
  db.prepare('UPDATE conversations SET last_inbound_at = ?').run(T + 5);
  expect([ids('unanswered'), ids('questions'), list('all').conversations[0]?.unansweredSince, list('all').conversations[0]?.questionSince]).toEqual([
    [chat],
    [chat],
    T + 5,
    T + 5,
  ]);
  db.prepare('UPDATE messages SET folded_into = 1 WHERE id = ?').run(text);
  expect(ids('unanswered')).toEqual([]);
});

test('what needs no answer waits no more, until the customer writes again', () => {
  const { conversation, inbound, ids, settle, store } = open();
  const chat = conversation('16505550111');
  inbound(chat, { sentAt: T, product: { catalogId: 'c', retailerId: 'loaf' } });
  expect(settle(chat, T + 1000)).toEqual({ ok: true });
  expect([ids('unanswered'), ids('questions')]).toEqual([[], []]);
  inbound(chat, { sentAt: T + 2000 });
  store.conversations.customerWrote(store.conversations.get(chat)?.customer_id ?? 0, '106540352242922', T + 2000);
  expect(ids('unanswered')).toEqual([chat]);
  expect(settle(999, T)).toEqual({ ok: false, reason: 'not-found' });
});

test('a blocked customer waits for nobody', () => {
  const { conversation, inbound, ids, db } = open();
  inbound(conversation('16505550111'));
  db.prepare('UPDATE customers SET blocked_at = 1').run();
  expect([ids('unanswered'), ids('all')]).toEqual([[], [1]]);
});
