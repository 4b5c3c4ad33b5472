import { describe, expect, test } from 'vitest';
import { addExtra, removeExtra } from '../../electron/commands/change-extras.ts';
import { markPaid } from '../../electron/commands/mark-paid.ts';
import { promiseTime } from '../../electron/commands/promise-time.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import type { News } from '../../shared/contract/live.ts';
import { isClosed, ORDER_STATES } from '../../shared/domain/order.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const OK = { ok: true };
const WRONG = { ok: false, reason: 'wrong-state' };

function openDesk() {
  const { store, db, conversation, order } = openRooms();
  const orderId = order(conversation('1'));
  const news: News[] = [];
  let clock = T;
  const deps = { store, now: () => (clock += 1000), publish: (entries: readonly News[]) => void news.push(...entries) };
  const view = () => {
    const row = store.orders.get(orderId);
    if (!row) throw new Error('no order');
    return viewOrder(store, row, T, 'en');
  };
  const inState = (state: string) => db.prepare('UPDATE orders SET state = ? WHERE id = ?').run(state, orderId);
  const events = () =>
    view()
      .events.slice(1)
      .map(({ what, detail }) => [what, detail]);
  const add = (over: object = {}) => addExtra(deps, { orderId, kind: 'fee', label: ' Delivery ', amount: '4,90', currency: 'EUR', ...over });
  return { store, db, deps, orderId, news, view, inState, events, add };
}

test('a promise, a payment and an extra can be made as far as the order’s state allows, and a closed one can still be paid', () => {
  for (const state of ORDER_STATES) {
    const { deps, orderId, inState, add, view } = openDesk();
    inState(state);
    const open = isClosed(state) ? WRONG : OK;
    expect([promiseTime(deps, { orderId, at: T }), add(), markPaid(deps, { orderId, method: 'card' })]).toEqual([open, open, OK]);
    expect(view().paid).toEqual({ at: T + (isClosed(state) ? 1000 : 3000), method: 'card' });
  }
});

test('what was merged into another order is changed no more', () => {
  const { db, deps, orderId, add } = openDesk();
  db.prepare('UPDATE orders SET merged_into = id').run();
  expect([add(), markPaid(deps, { orderId, method: 'card' }), promiseTime(deps, { orderId, at: null })]).toEqual([WRONG, WRONG, WRONG]);
  expect(markPaid(deps, { orderId: 99, method: 'card' })).toEqual({ ok: false, reason: 'not-found' });
});

test('a promise is made, moved and taken away; the same one again is no event', () => {
  const { deps, orderId, view, events, news } = openDesk();
  for (const at of [T + 1, T + 1, T + 2, null, null]) expect(promiseTime(deps, { orderId, at })).toEqual(OK);
  expect(view().promisedAt).toBeNull();
  expect(events()).toEqual([
    ['promised', { at: T + 1 }],
    ['promised', { at: T + 2 }],
    ['promised', { at: null }],
  ]);
  expect(news).toHaveLength(3);
});

test('a payment is marked, changed and taken back', () => {
  const { deps, orderId, view, events } = openDesk();
  for (const method of ['cash', 'cash', 'card', null, null] as const) expect(markPaid(deps, { orderId, method })).toEqual(OK);
  expect(view().paid).toBeNull();
  expect(events()).toEqual([
    ['paid', { method: 'cash' }],
    ['paid', { method: 'card' }],
    ['unpaid', {}],
  ]);
});

describe('extras', () => {
  test('are added exactly and count in the total, a discount against it', () => {
    const { add, view, events } = openDesk();
    expect([add(), add({ kind: 'discount', label: 'Regular', amount: '1.00' }), add({ kind: 'line', label: 'Candle', amount: '3', currency: 'KWD' })]).toEqual([
      OK,
      OK,
      OK,
    ]);
    expect(view().totals).toEqual([
      { minor: 390n, currency: 'EUR' },
      { minor: 3000n, currency: 'KWD' },
    ]);
    expect(view().extras[0]).toEqual({ id: 1, kind: 'fee', label: 'Delivery', amount: { minor: 490n, currency: 'EUR' } });
    expect(events()[0]).toEqual(['extra-added', { kind: 'fee', label: 'Delivery', minor: '490', currency: 'EUR' }]);
  });

  test('of no amount are refused, and leave nothing behind', () => {
    const { add, view, news } = openDesk();
    for (const amount of ['-1', '1.234', 'one', '', '1e9', '9999999999']) expect(add({ amount })).toEqual({ ok: false, reason: 'bad-amount' });
    expect([view().extras, view().events.length, news]).toEqual([[], 1, []]);
  });

  test('take off at most what the order comes to in that currency, but are taken where its total is not clear', () => {
    const { add, view, db, orderId } = openDesk();
    expect(add()).toEqual(OK);
    const total = view().totals[0]?.minor ?? 0n;
    const euros = (minor: bigint) => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
    const refused = { ok: false, reason: 'discount-too-high' };
    expect(add({ kind: 'discount', amount: euros(total + 1n) })).toEqual(refused);
    expect(add({ kind: 'discount', amount: '1', currency: 'KWD' })).toEqual(refused);
    expect(add({ kind: 'discount', amount: euros(total) })).toEqual(OK);
    expect(add({ kind: 'discount', amount: '0.01' })).toEqual(refused);
    db.prepare("INSERT INTO order_lines (order_id, position, retailer_id, quantity, quantity_raw, unit_raw) VALUES (?, 9, 'x', 1, '1', 'much')").run(orderId);
    expect(add({ kind: 'discount', amount: '0.01' })).toEqual(OK);
  });

  test('asked for twice by the same request are one', () => {
    const { add, view } = openDesk();
    expect([add({ requestId: 'request-1' }), add({ requestId: 'request-1', amount: '9' }), add({ requestId: 'request-2' })]).toEqual([OK, OK, OK]);
    expect(view().extras.map((extra) => extra.amount.minor)).toEqual([490n, 490n]);
    expect(add({ requestId: 'request-1', orderId: 2 })).toEqual(WRONG);
  });

  test('are removed once, by two screens too, and only from their own order', () => {
    const { deps, orderId, add, view, events } = openDesk();
    add();
    expect([1, 1].map((extraId) => removeExtra(deps, { orderId, extraId }))).toEqual([OK, OK]);
    expect(removeExtra(deps, { orderId, extraId: 9 })).toEqual({ ok: false, reason: 'not-found' });
    expect([view().extras, view().totals]).toEqual([[], []]);
    expect(events().map(([what]) => what)).toEqual(['extra-added', 'extra-removed']);
  });
});
