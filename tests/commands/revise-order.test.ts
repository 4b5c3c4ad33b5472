import { expect, test } from 'vitest';
import { reviseOrder, type ReviseInput } from '../../electron/commands/revise-order.ts';
import { sendAgain } from '../../electron/commands/send-again.ts';
import { settleRevision } from '../../electron/commands/settle-revision.ts';
import { viewMessage } from '../../electron/queries/view-message.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import { openAskRooms } from '../support/ask-rooms.ts';

const HOUR = 60 * 60 * 1000;
let requests = 0;
const input = (orderId: number, over: Partial<ReviseInput> = {}): ReviseInput => ({
  orderId,
  lines: [{ position: 0, quantity: 2 }],
  how: 'ask',
  requestId: `request-${String((requests += 1))}`,
  ...over,
});

test('a change is proposed with what changes, the new total and two buttons, and the order stays as it is', () => {
  const { deps, orderId, questions, quantities, events, store, news, woken } = openAskRooms();
  const lines = [
    { position: 0, quantity: 2 },
    { position: 1, quantity: 0 },
  ];
  expect(reviseOrder(deps, input(orderId, { lines }))).toEqual({ ok: true });
  expect(questions()[0]?.content).toEqual({
    kind: 'buttons',
    header: null,
    footer: null,
    body: [
      'Your order #1: we’re sorry, we cannot fill it quite as you ordered. We would change this:',
      '',
      '– croissant: 2 instead of 4',
      '– sourdough-loaf: not available',
      '',
      'New total: €4.40 + 1 item without a price yet',
      'Is that all right with you?',
    ].join('\n'),
    buttons: [
      { id: 'shopbell:token-0001:accept', title: 'Yes, that’s fine' },
      { id: 'shopbell:token-0001:decline', title: 'No, thank you' },
    ],
  });
  expect(quantities()).toEqual([
    [4, null],
    [1, null],
    [null, null],
  ]);
  expect(events().slice(1)).toEqual([['operator', 'revision-proposed', { revisionId: 1 }]]);
  expect(store.orderRevisions.lines(1)).toEqual([
    { position: 0, before: 4, after: 2 },
    { position: 1, before: 1, after: 0 },
  ]);
  expect(store.outbox.of(questions()[0]?.id ?? 0)?.state).toBe('queued');
  expect(news).toContainEqual({ kind: 'order', orderId });
  expect(news).toContainEqual(expect.objectContaining({ kind: 'message' }));
  expect(woken()).toBe(1);
});

test('the customer’s language is the question’s, with its own way of writing money', () => {
  const { deps, orderId, questions, store } = openAskRooms();
  store.customers.setLanguage(store.orders.get(orderId)?.customer_id ?? 0, 'de');
  reviseOrder(deps, input(orderId));
  expect(questions()[0]?.content).toMatchObject({ body: expect.stringContaining('Neue Summe: 10,90\u00a0€'), buttons: [{ title: 'Ja, das passt' }, {}] });
});

test('the same request again asks and changes nothing more, and a request of another order is refused', () => {
  const { deps, orderId, questions, revisions, order, chat } = openAskRooms();
  const ask = input(orderId);
  expect([reviseOrder(deps, ask), reviseOrder(deps, ask)]).toEqual([{ ok: true }, { ok: true }]);
  const apply = input(orderId, { how: 'apply', lines: [{ position: 1, quantity: 3 }] });
  expect(reviseOrder(deps, apply)).toEqual({ ok: true });
  expect(reviseOrder(deps, input(orderId, { how: 'apply', lines: [{ position: 1, quantity: 9 }] }))).toEqual({ ok: true });
  expect(reviseOrder(deps, apply)).toEqual({ ok: true });
  expect(questions()).toHaveLength(1);
  expect(revisions()).toEqual(['withdrawn', 'applied', 'applied']);
  expect(reviseOrder(deps, { ...ask, orderId: order(chat) })).toEqual({ ok: false, reason: 'wrong-state' });
});

test('applied at once it changes the order, keeps what was ordered, and both can be read', () => {
  const { deps, orderId, quantities, events, store, clock } = openAskRooms();
  const apply = (quantity: number) => reviseOrder(deps, input(orderId, { how: 'apply', lines: [{ position: 0, quantity }] }));
  expect(apply(0)).toEqual({ ok: true });
  expect(quantities()[0]).toEqual([0, 4]);
  expect(events().at(-1)).toEqual(['operator', 'revision-applied', { revisionId: 1 }]);
  expect(apply(0)).toEqual({ ok: true });
  expect(apply(3)).toEqual({ ok: true });
  expect(quantities()[0]).toEqual([3, 4]);
  const row = store.orders.get(orderId);
  const view = row && viewOrder(store, row, clock.now, 'en');
  expect(view?.revisions.map(({ state, lines, messageId }) => [state, lines, messageId])).toEqual([
    ['applied', [{ position: 0, before: 4, after: 0 }], null],
    ['applied', [{ position: 0, before: 0, after: 3 }], null],
  ]);
  expect(view?.totals).toEqual([{ minor: 1310n, currency: 'EUR' }]);
  apply(4);
  expect(quantities()[0]).toEqual([4, null]);
});

test('a newer proposal withdraws the open one, and takes its message back if it has not gone', () => {
  const { deps, orderId, questions, revisions, events, store } = openAskRooms();
  reviseOrder(deps, input(orderId));
  reviseOrder(deps, input(orderId, { lines: [{ position: 0, quantity: 1 }] }));
  expect(revisions()).toEqual(['withdrawn', 'proposed']);
  expect(events().map(([, what]) => what)).toEqual(['state', 'revision-proposed', 'revision-withdrawn', 'revision-proposed']);
  const [first, second] = questions();
  expect(store.outbox.of(first?.id ?? 0)).toBeNull();
  expect(store.outbox.of(second?.id ?? 0)?.state).toBe('queued');
  const row = store.messages.get(first?.id ?? 0);
  expect(row && viewMessage(store, row)).toMatchObject({ deleted: true, status: null });
  expect(store.orderAsks.of(orderId).map(({ answered_at: at }) => at !== null)).toEqual([true, false]);
});

test('a message that has gone stays, and its proposal is withdrawn all the same', () => {
  const { deps, orderId, questions, revisions, store } = openAskRooms();
  reviseOrder(deps, input(orderId));
  const id = questions()[0]?.id ?? 0;
  store.outbox.lease(store.outbox.of(id)?.id ?? 0, deps.now() + HOUR);
  reviseOrder(deps, input(orderId, { how: 'apply', lines: [{ position: 1, quantity: 2 }] }));
  expect(revisions()).toEqual(['withdrawn', 'applied']);
  expect(store.messages.get(id)?.deleted_at).toBeNull();
});

test.each<[string, Partial<ReviseInput>, string]>([
  ['a line that is not there', { lines: [{ position: 7, quantity: 1 }] }, 'not-found'],
  ['a line whose quantity is unclear', { lines: [{ position: 2, quantity: 0 }], how: 'apply' }, 'unclear-quantity'],
  ['a proposal that changes nothing', { lines: [{ position: 0, quantity: 4 }] }, 'wrong-state'],
])('%s is refused and leaves nothing behind', (_, over, reason) => {
  const { deps, orderId, questions, revisions, events, news } = openAskRooms();
  reviseOrder(deps, input(orderId));
  news.length = 0;
  expect(reviseOrder(deps, input(orderId, over))).toEqual({ ok: false, reason });
  expect([questions().length, revisions(), events().length, news]).toEqual([1, ['proposed'], 2, []]);
});

test('outside the window nothing is asked, and an open proposal stays', () => {
  const { deps, orderId, revisions, clock } = openAskRooms();
  reviseOrder(deps, input(orderId));
  clock.now += 25 * HOUR;
  expect(reviseOrder(deps, input(orderId, { lines: [{ position: 0, quantity: 1 }] }))).toEqual({ ok: false, reason: 'window-closed' });
  expect(revisions()).toEqual(['proposed']);
});

test('an order without a chat can be changed but not asked about; one that has ended neither', () => {
  const { deps, orderId, store, db } = openAskRooms();
  db.prepare('UPDATE orders SET conversation_id = NULL WHERE id = ?').run(orderId);
  expect(reviseOrder(deps, input(orderId))).toEqual({ ok: false, reason: 'no-chat' });
  expect(reviseOrder(deps, input(orderId, { how: 'apply' }))).toEqual({ ok: true });
  store.orders.move(orderId, 'new', 'declined', deps.now());
  expect(reviseOrder(deps, input(orderId, { how: 'apply', lines: [{ position: 0, quantity: 4 }] }))).toEqual({ ok: false, reason: 'wrong-state' });
  expect(reviseOrder(deps, input(999))).toEqual({ ok: false, reason: 'not-found' });
});

test('an open proposal is applied or withdrawn by a person; twice is once, and the other end is refused', () => {
  const { deps, orderId, revisions, quantities, events } = openAskRooms();
  const settle = (revisionId: number, how: 'apply' | 'withdraw') => settleRevision(deps, { orderId, revisionId, how });
  reviseOrder(deps, input(orderId));
  expect([settle(1, 'withdraw'), settle(1, 'withdraw'), settle(1, 'apply')]).toEqual([{ ok: true }, { ok: true }, { ok: false, reason: 'wrong-state' }]);
  expect(quantities()[0]).toEqual([4, null]);
  reviseOrder(deps, input(orderId));
  expect([settle(2, 'apply'), settle(2, 'apply'), settle(2, 'withdraw')]).toEqual([{ ok: true }, { ok: true }, { ok: false, reason: 'wrong-state' }]);
  expect(quantities()[0]).toEqual([2, 4]);
  expect(revisions()).toEqual(['withdrawn', 'applied']);
  expect(events().map(([, what]) => what)).toEqual(['state', 'revision-proposed', 'revision-withdrawn', 'revision-proposed', 'revision-applied']);
  expect(settle(9, 'apply')).toEqual({ ok: false, reason: 'not-found' });
});

test('sent again, the buttons keep their ids and the question moves on; what is settled is not asked again', () => {
  const { deps, orderId, questions, store } = openAskRooms();
  reviseOrder(deps, input(orderId));
  const first = questions()[0];
  store.messages.setStatus(first?.id ?? 0, 'unknown', null);
  store.outbox.settle(first?.id ?? 0, 'unknown');
  const again = sendAgain(deps, first?.id ?? 0);
  expect(again).toMatchObject({ ok: true });
  const second = questions()[1];
  expect(second?.content).toEqual(first?.content);
  expect(store.messages.get(second?.id ?? 0)?.type).toBe('interactive');
  expect(store.orderAsks.of(orderId)[0]?.message_id).toBe(second?.id);
  expect(store.orderRevisions.get(1)?.message_id).toBe(second?.id);
  store.messages.setStatus(second?.id ?? 0, 'failed', null);
  settleRevision(deps, { orderId, revisionId: 1, how: 'withdraw' });
  expect(sendAgain(deps, second?.id ?? 0)).toEqual({ ok: false, reason: 'wrong-state' });
});
