import { expect, test } from 'vitest';
import { markSeen } from '../../electron/commands/mark-seen.ts';
import { reply, type ReplyInput } from '../../electron/commands/reply.ts';
import { sendAgain } from '../../electron/commands/send-again.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const HOUR = 60 * 60 * 1000;

function openDesk() {
  const rooms = openRooms();
  const clock = { now: T };
  const news: News[] = [];
  let wakes = 0;
  let ids = 0;
  const deps = {
    store: rooms.store,
    now: () => clock.now,
    publish: (entries: readonly News[]) => void news.push(...entries),
    wakeOutbox: () => void (wakes += 1),
    canSendFrom: (phoneNumberId: string) => phoneNumberId !== 'onprem',
    newId: () => `again-${(ids += 1)}`,
  };
  const ask = (over: Partial<ReplyInput> & { conversationId: number }) => reply(deps, { text: 'Yes, it is.', requestId: 'request-0001', ...over });
  return { ...rooms, clock, news, wakes: () => wakes, ask, again: (messageId: number) => sendAgain(deps, messageId) };
}
const idOf = (answer: ReturnType<typeof reply>): number => (answer.ok ? answer.messageId : 0);

test('a reply is one message and one row in the outbox, however often the page asks', () => {
  const { store, db, news, wakes, conversation, ask } = openDesk();
  const chat = conversation('1', T - HOUR);
  const first = ask({ conversationId: chat, text: '  Yes, it is.\n' });
  expect(first).toEqual({ ok: true, messageId: 1 });
  expect(ask({ conversationId: chat, text: 'something else by now' })).toEqual(first);
  expect(store.messages.get(1)).toMatchObject({
    direction: 'out',
    status: 'queued',
    content: '{"kind":"text","body":"Yes, it is."}',
    callback_id: 'request-0001',
  });
  expect(store.outbox.of(1)).toMatchObject({ state: 'queued', attempts: 0, next_at: T });
  expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1);
  expect([news.length, wakes()]).toEqual([1, 1]);
  expect(store.conversations.get(chat)?.last_at).toBe(T);
  // The window counts from what the customer wrote.
  expect(store.conversations.get(chat)?.last_inbound_at).toBe(T - HOUR);
});

test('the request of one chat is not answered in another', () => {
  const { conversation, ask } = openDesk();
  const [ana, bo] = [conversation('1'), conversation('2')];
  ask({ conversationId: ana });
  expect(ask({ conversationId: bo })).toEqual({ ok: false, reason: 'wrong-state' });
});

test('a message of the chat is quoted by its wamid; one of another chat, one without a wamid and one that is not there are not', () => {
  const { store, conversation, inbound, outgoing, ask } = openDesk();
  const [ana, bo] = [conversation('1'), conversation('2')];
  const own = inbound(ana, { wamid: 'wamid.own' });
  const others = inbound(bo);
  const unsent = outgoing(ana);
  const quotes = [own, others, unsent, 999, undefined].map(
    (quoteMessageId, index) => store.messages.get(idOf(ask({ conversationId: ana, quoteMessageId, requestId: `request-q${index}` })))?.context_wamid,
  );
  expect(quotes).toEqual(['wamid.own', null, null, null, null]);
});

test('what cannot be sent is refused with its reason, and leaves nothing behind', () => {
  const { db, clock, conversation, ask, wakes } = openDesk();
  const chat = conversation('1');
  const onprem = conversation('2', T, 'onprem');
  expect(ask({ conversationId: chat, text: ' \n\t ' })).toEqual({ ok: false, reason: 'empty-text' });
  expect(ask({ conversationId: chat, text: '🥖'.repeat(4097) })).toEqual({ ok: false, reason: 'text-too-long' });
  expect(ask({ conversationId: 77 })).toEqual({ ok: false, reason: 'not-found' });
  expect(ask({ conversationId: onprem })).toEqual({ ok: false, reason: 'number-cannot-reply' });
  clock.now = T + 24 * HOUR - 2 * 60_000;
  expect(ask({ conversationId: chat })).toEqual({ ok: false, reason: 'window-closed' });
  expect(db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(0);
  expect(wakes()).toBe(0);
  clock.now -= 1;
  expect(ask({ conversationId: chat, text: '🥖'.repeat(4096) })).toMatchObject({ ok: true });
});

test('only what failed or is in doubt is sent again, as a message of its own, and once', () => {
  const { store, conversation, inbound, outgoing, again, news } = openDesk();
  const chat = conversation('1');
  const [theirs, queued, doubt] = [inbound(chat), outgoing(chat), outgoing(chat, { contextWamid: 'wamid.q' })];
  for (const [id, reason] of [
    [theirs, 'not-found'],
    [99, 'not-found'],
    [queued, 'wrong-state'],
  ] as const)
    expect(again(id)).toEqual({ ok: false, reason });
  store.messages.setStatus(doubt, 'unknown', null);
  const sent = again(doubt);
  const newId = idOf(sent);
  expect(store.messages.get(newId)).toMatchObject({
    status: 'queued',
    content: store.messages.get(doubt)?.content,
    context_wamid: 'wamid.q',
    callback_id: 'again-1',
  });
  expect(store.messages.get(doubt)).toMatchObject({ status: 'unknown', sent_again_as: newId });
  expect(news.filter((entry) => entry.kind === 'message').map((entry) => entry.messageId)).toEqual([doubt, newId]);
  expect(again(doubt)).toEqual({ ok: false, reason: 'already-sent' });
  expect(store.messages.unknownCount()).toBe(0);
});

test('a chat is seen up to what was shown: what came later, or comes later, stays unread', () => {
  const { store, conversation, inbound } = openDesk();
  const chat = conversation('1');
  const [first, second] = [inbound(chat), inbound(chat)];
  const news: News[] = [];
  const seen = (messageId: number) => markSeen({ store, publish: (entries) => void news.push(...entries) }, chat, messageId);
  expect(seen(first)).toBe(1);
  expect(seen(second)).toBe(0);
  expect(seen(first)).toBe(0);
  expect(news).toHaveLength(2);
  // A number beyond what is there must not swallow what comes next.
  expect(seen(1_000_000)).toBe(0);
  inbound(chat);
  expect(store.conversations.get(chat)?.unread).toBe(1);
  expect(store.conversations.unreadConversations()).toBe(1);
  expect(markSeen({ store, publish: () => undefined }, 77, 1)).toBe(0);
});
