import { expect, test } from 'vitest';
import { askCustomer, type AskInput } from '../../electron/commands/ask-customer.ts';
import { changeOrder } from '../../electron/commands/change-order.ts';
import { chooseLanguage } from '../../electron/commands/choose-language.ts';
import { reviseOrder } from '../../electron/commands/revise-order.ts';
import { setFulfilment } from '../../electron/commands/set-fulfilment.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import { openAskRooms } from '../support/ask-rooms.ts';
import { tellingDeps } from '../support/telling-deps.ts';

const HOUR = 60 * 60 * 1000;

function openAsking() {
  const rooms = openAskRooms();
  const ask = (over: Partial<AskInput> = {}) =>
    askCustomer(rooms.deps, { orderId: rooms.orderId, what: 'fulfilment', how: 'buttons', requestId: 'request-1', ...over });
  return { ...rooms, ask };
}

test('a question is a message, its place in the outbox, and its history; the same request again asks once', () => {
  const { ask, questions, events, store, orderId, woken } = openAsking();
  expect([ask(), ask()]).toEqual([{ ok: true }, { ok: true }]);
  expect(questions()).toHaveLength(1);
  expect(store.outbox.of(questions()[0]?.id ?? 0)).toMatchObject({ state: 'queued' });
  expect(store.orderAsks.of(orderId)).toMatchObject([{ what: 'fulfilment', token: 'token-0001', answered_at: null }]);
  expect(events().slice(1)).toEqual([['operator', 'asked', { what: 'fulfilment' }]]);
  expect(woken()).toBeGreaterThan(0);
});

test.each<[AskInput['what'], AskInput['how']]>([
  ['fulfilment', 'location'],
  ['fulfilment', 'text'],
  ['address', 'buttons'],
])('%s by %s is no way to ask', (what, how) => {
  const { ask, questions } = openAsking();
  expect(ask({ what, how })).toEqual({ ok: false, reason: 'not-possible-here' });
  expect(questions()).toEqual([]);
});

test('nothing is asked outside the window, of an order that has ended, without a chat, or that is not there', () => {
  const { ask, clock, store, db, orderId, deps, questions, events, order, conversation, news } = openAsking();
  expect(ask({ orderId: 999 })).toEqual({ ok: false, reason: 'not-found' });
  const other = order(conversation('16505550122'), { rehearsal: true });
  expect(ask({ orderId: other })).toEqual({ ok: false, reason: 'no-chat' });
  clock.now += 25 * HOUR;
  expect(ask()).toEqual({ ok: false, reason: 'window-closed' });
  clock.now -= 25 * HOUR;
  expect(askCustomer({ ...deps, canSendFrom: () => false }, { orderId, what: 'address', how: 'text', requestId: 'request-2' })).toEqual({
    ok: false,
    reason: 'number-cannot-reply',
  });
  store.orders.move(orderId, 'new', 'declined', clock.now);
  expect(ask()).toEqual({ ok: false, reason: 'wrong-state' });
  store.orders.move(orderId, 'declined', 'new', clock.now);
  db.prepare('UPDATE orders SET conversation_id = NULL WHERE id = ?').run(orderId);
  expect(ask()).toEqual({ ok: false, reason: 'no-chat' });
  expect([questions(), store.orderAsks.of(orderId), events().length, news]).toEqual([[], [], 1, []]);
});

test('a question that waits when its order comes to an end is taken back; one that has gone stays', () => {
  const { ask, deps, orderId, questions, store } = openAsking();
  ask();
  const [gone] = questions();
  store.outbox.lease(store.outbox.of(gone?.id ?? 0)?.id ?? 0, deps.now() + HOUR);
  ask({ what: 'address', how: 'location', requestId: 'request-2' });
  reviseOrder(deps, { orderId, lines: [{ position: 0, quantity: 1 }], how: 'ask', requestId: 'request-3' });
  expect(changeOrder(tellingDeps(store, { now: deps.now, silent: true }), { orderId, action: 'decline' })).toEqual({ ok: true });
  expect(questions().map(({ id }) => store.messages.get(id)?.deleted_at !== null)).toEqual([false, true, true]);
  expect(store.orderRevisions.of(orderId)).toMatchObject([{ state: 'withdrawn' }]);
});

test('what a person sets is kept, remembered for the next order, and written into the history once', () => {
  const { deps, orderId, store, events, order, chat, clock } = openAsking();
  const set = (over: Partial<Parameters<typeof setFulfilment>[1]>) =>
    setFulfilment(deps, { orderId, kind: 'delivery', address: ' Mill Road 4b\n2nd floor ', coordinates: '53.9, 7.75', ...over });
  expect([set({}), set({})]).toEqual([{ ok: true }, { ok: true }]);
  expect(events().slice(1)).toEqual([['operator', 'fulfilment', { kind: 'delivery', address: 'Mill Road 4b\n2nd floor' }]]);
  const next = store.orders.get(order(chat));
  const remembered = () => next && viewOrder(store, next, clock.now, 'en').fulfilment.remembered;
  expect(remembered()).toEqual({ kind: 'delivery', address: 'Mill Road 4b\n2nd floor', coordinates: '53.9, 7.75' });
  set({ kind: 'pickup', address: null, coordinates: null });
  expect(remembered()).toEqual({ kind: 'pickup', address: 'Mill Road 4b\n2nd floor', coordinates: '53.9, 7.75' });
  set({ address: 'Other street 1', coordinates: ' ' });
  expect(remembered()).toEqual({ kind: 'delivery', address: 'Other street 1', coordinates: null });
  expect(set({ coordinates: 'here' })).toEqual({ ok: false, reason: 'bad-parameter' });
  store.orders.move(orderId, 'new', 'declined', clock.now);
  expect(set({})).toEqual({ ok: false, reason: 'wrong-state' });
  expect(setFulfilment(deps, { orderId: 999, kind: null, address: null, coordinates: null })).toEqual({ ok: false, reason: 'not-found' });
});

test('a language is chosen for the customer, and given back to the shop’s own', () => {
  const { deps, orderId, store, clock, news } = openAsking();
  const language = () => {
    const row = store.orders.get(orderId);
    return row && viewOrder(store, row, clock.now, 'de').language;
  };
  expect(chooseLanguage(deps, orderId, 'fr')).toEqual({ ok: true });
  expect(language()).toEqual({ code: 'fr', chosen: true });
  chooseLanguage(deps, orderId, null);
  expect(language()).toEqual({ code: 'de', chosen: false });
  expect(news).toContainEqual({ kind: 'order', orderId });
  expect(chooseLanguage(deps, 999, 'fr')).toEqual({ ok: false, reason: 'not-found' });
});
