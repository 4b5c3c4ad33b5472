import { expect, test } from 'vitest';
import { blockCustomer, type BlockDeps } from '../../electron/commands/block-customer.ts';
import type { BlockAnswer } from '../../electron/graph/block-users.ts';
import { viewWholeCustomer } from '../../electron/queries/view-whole-customer.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const HOUR = 60 * 60 * 1000;

/** A customer in chats with two of the shop's numbers, the second of which they wrote to two days ago. */
function openBlocking(answers: BlockAnswer[] = []) {
  const rooms = openRooms();
  const chat = rooms.conversation('16505550111', T - HOUR);
  rooms.conversation('16505550111', T - 48 * HOUR, '106000000000000');
  const customerId = rooms.store.conversations.get(chat)?.customer_id ?? 0;
  const asked: { number: string; names: unknown; on: boolean }[] = [];
  const news: unknown[] = [];
  const deps: BlockDeps = {
    store: rooms.store,
    publish: (entries) => void news.push(...entries),
    now: () => T,
    canCall: () => true,
    canSendFrom: () => true,
    block: (number, names, on) => {
      asked.push({ number, names, on });
      return Promise.resolve(answers.shift() ?? { ok: true });
    },
  };
  return { ...rooms, chat, customerId, deps, asked, news, blockedAt: () => rooms.store.customers.get(customerId)?.blocked_at };
}

test('blocked is who they are now, where they wrote within 24 hours; unblocked everywhere by every name', async () => {
  const { store, deps, customerId, asked, news, blockedAt } = openBlocking();
  store.customers.resolve(
    [
      { kind: 'wa_id', value: '16505550111' },
      { kind: 'user_id', value: 'US.1' },
    ],
    T,
  );
  expect(await blockCustomer(deps, customerId, true)).toEqual({ ok: true });
  expect(asked).toEqual([{ number: '106540352242922', names: [{ phone: '16505550111' }], on: true }]);
  expect([blockedAt(), news]).toEqual([T, [{ kind: 'customer', customerId }]]);
  asked.length = 0;
  expect(await blockCustomer(deps, customerId, false)).toEqual({ ok: true });
  expect(asked.map(({ number }) => number).toSorted()).toEqual(['106000000000000', '106540352242922']);
  expect(asked[0]?.names).toEqual([{ phone: '16505550111' }, { userId: 'US.1' }]);
  expect(blockedAt()).toBeNull();
});

test('what Meta refuses changes nothing here; where one number took it, it is kept', async () => {
  const refused = openBlocking([{ ok: false, reason: 'block-refused' }]);
  expect(await blockCustomer(refused.deps, refused.customerId, true)).toEqual({ ok: false, reason: 'block-refused' });
  expect([refused.blockedAt(), refused.news]).toEqual([null, []]);
  const half = openBlocking([{ ok: true }, { ok: false, reason: 'unreachable' }, { ok: true }]);
  await blockCustomer(half.deps, half.customerId, true);
  expect(await blockCustomer(half.deps, half.customerId, false)).toEqual({ ok: true });
  expect(half.blockedAt()).toBeNull();
});

test('who cannot be blocked is not asked about', async () => {
  const { deps, customerId, asked, store } = openBlocking();
  expect(await blockCustomer({ ...deps, canCall: () => false }, customerId, true)).toEqual({ ok: false, reason: 'not-configured' });
  expect(await blockCustomer({ ...deps, canSendFrom: () => false }, customerId, true)).toEqual({ ok: false, reason: 'no-chat' });
  expect(await blockCustomer({ ...deps, now: () => T + 30 * HOUR }, customerId, true)).toEqual({ ok: false, reason: 'block-refused' });
  expect(await blockCustomer(deps, 99, true)).toEqual({ ok: false, reason: 'not-found' });
  const { id: telephoned } = store.customers.resolve([{ kind: 'wa_id', value: '16505550199' }], 0);
  expect(await blockCustomer(deps, telephoned, true)).toEqual({ ok: false, reason: 'no-chat' });
  expect(asked).toEqual([]);
});

test('the view says the same before it is tried, and tells all that is known', () => {
  const { store, customerId, inbound, order, chat } = openBlocking();
  store.customers.save(customerId, { called: 'Ana B.', note: 'Rye', tags: ['regular', 'early'] });
  store.customers.setLanguage(customerId, 'de');
  inbound(chat, { product: { catalogId: 'c', retailerId: 'rye' }, sentAt: T - 5 });
  inbound(chat, { product: { catalogId: 'c', retailerId: 'rye' }, sentAt: T + 5 });
  const line = { retailerId: 'rye', quantity: 2, quantityRaw: '2', unitMinor: 650, currency: 'EUR', unitRaw: '6.5' };
  order(chat, { lines: [line] });
  const declined = order(chat, { lines: [line] });
  store.orders.move(declined, 'new', 'declined', T);
  const view = (now = T, canCall = true) => viewWholeCustomer(store, { customerId, now, canCall });
  expect(view()).toMatchObject({
    customer: { name: 'Ana B.', phone: '+16505550111' },
    called: 'Ana B.',
    note: 'Rye',
    tags: ['regular', 'early'],
    language: 'de',
    blockedAt: null,
    blockTrouble: null,
    messages: 4,
    orderCount: 2,
    spent: [{ minor: 1300n, currency: 'EUR' }],
    asked: [{ times: 2, lastAt: T + 5 }],
  });
  expect(view()?.conversations).toHaveLength(2);
  expect(view(T + 30 * HOUR)?.blockTrouble).toBe('block-refused');
  expect(view(T, false)?.blockTrouble).toBe('not-configured');
  store.customers.setBlocked(customerId, T);
  expect(view(T + 30 * HOUR)).toMatchObject({ blockedAt: T, blockTrouble: null });
});

test('tags in use, the most used first', () => {
  const { store } = openRooms();
  for (const [index, tags] of [['early', 'regular'], ['regular'], ['allergy', 'regular', 'early']].entries())
    store.customers.save(store.customers.resolve([{ kind: 'wa_id', value: `1650555010${index}` }], T).id, { tags });
  expect(store.customers.tags()).toEqual(['regular', 'early', 'allergy']);
});
