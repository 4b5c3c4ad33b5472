import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listConversations, viewThread } from '../../electron/queries/view-conversation.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const AT = { now: T, warnBefore: 0, shopLanguage: 'en' };

test('a thread read page by page loses and repeats nothing, though many messages are of one second', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200, size: 'max' }), (seconds) => {
      const { store, conversation, inbound } = openRooms();
      const chat = conversation('1');
      const other = conversation('2');
      const expected = seconds.map((second) => ({ id: inbound(chat, { sentAt: T + second }), second }));
      inbound(other);
      const pages: number[][] = [];
      let before: { sentAt: number; id: number } | null = null;
      for (let more = true; more;) {
        const page: ReturnType<typeof viewThread> = viewThread(store, { conversationId: chat, before: before ?? undefined });
        expect(page.messages.length).toBeLessThanOrEqual(60);
        pages.unshift(page.messages.map((message) => message.id));
        const [oldest] = page.messages;
        before = oldest ? { sentAt: oldest.sentAt, id: oldest.id } : null;
        more = page.more;
        expect(more || pages.flat().length === seconds.length).toBe(true);
      }
      expect(pages.flat()).toEqual(expected.toSorted((a, b) => a.second - b.second || a.id - b.id).map(({ id }) => id));
    }),
    { numRuns: 12 },
  );
});

test('the chats read page by page lose and repeat nothing, though many were last written to at one moment', () => {
  const { store, conversation, inbound } = openRooms();
  const chats = store.transaction(() =>
    Array.from({ length: 230 }, (_, index) => {
      const at = T + (index % 3);
      const id = conversation(`1650555${index}`, at);
      if (index % 10 === 0) inbound(id, { sentAt: at });
      return { id, at };
    }),
  );
  const seen: number[] = [];
  let before: { lastAt: number; id: number } | null = null;
  for (let more = true; more;) {
    const page: ReturnType<typeof listConversations> = listConversations(store, 'all', before, AT);
    seen.push(...page.conversations.map((chat) => chat.id));
    expect(page).toMatchObject({ unreadConversations: 23, questions: 0 });
    const last = page.conversations.at(-1);
    before = last ? { lastAt: last.lastAt, id: last.id } : null;
    more = page.more;
  }
  expect(seen).toEqual(chats.toSorted((a, b) => b.at - a.at || b.id - a.id).map(({ id }) => id));
  expect(listConversations(store, 'all', { lastAt: 0, id: 1 }, AT)).toMatchObject({ conversations: [], more: false });
});

test('a question is open until something of ours follows it, and a deleted one is none', () => {
  const { store, conversation, inbound, outgoing } = openRooms();
  const chat = conversation('1');
  const product = { catalogId: 'c', retailerId: 'loaf' };
  const view = () => listConversations(store, 'all', null, AT).conversations[0];
  inbound(chat, { sentAt: T, product });
  inbound(chat, { sentAt: T + 1000, product: { ...product, retailerId: 'roll' }, wamid: 'second' });
  expect(view()).toMatchObject({ questionSince: T, asked: { retailerId: 'roll' }, askedMessageId: 2, askedAt: T + 1000 });
  store.messages.setDeleted('second', T + 2000);
  expect(view()).toMatchObject({ questionSince: T, asked: { retailerId: 'loaf' } });
  outgoing(chat, { sentAt: T });
  expect(view()).toMatchObject({ questionSince: null, asked: { retailerId: 'loaf' } });
  expect(listConversations(store, 'all', null, AT).questions).toBe(0);
});

test('a thread is read around any message, and on from there both ways, without a gap', () => {
  const { store, conversation, inbound, db } = openRooms();
  const chat = conversation('1');
  const ids = store.transaction(() => Array.from({ length: 200 }, (_, index) => inbound(chat, { sentAt: T + Math.floor(index / 3) })));
  db.prepare('UPDATE messages SET folded_into = ? WHERE id IN (?, ?)').run(ids[50], ids[60], ids[199]);
  const shown = ids.filter((id) => id !== ids[60] && id !== ids[199]);
  const page = viewThread(store, { conversationId: chat, around: ids[100] });
  expect(page).toMatchObject({ more: true, newer: true });
  const read = page.messages.map(({ id }) => id);
  expect(read).toContain(ids[100]);
  const last = page.messages.at(-1);
  const first = page.messages[0];
  if (!last || !first) throw new Error('an empty page');
  const on = viewThread(store, { conversationId: chat, after: { sentAt: last.sentAt, id: last.id } });
  const back = viewThread(store, { conversationId: chat, before: { sentAt: first.sentAt, id: first.id } });
  const all = [...back.messages, ...page.messages, ...on.messages].map(({ id }) => id);
  expect(all).toEqual(shown.slice(shown.indexOf(all[0] ?? 0), shown.indexOf(all.at(-1) ?? 0) + 1));
  expect(viewThread(store, { conversationId: chat, around: ids[60] }).messages.map(({ id }) => id)).toContain(ids[50]);
  expect(viewThread(store, { conversationId: chat, around: ids[198] })).toMatchObject({ newer: false });
});
