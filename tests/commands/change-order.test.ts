import { expect, test } from 'vitest';
import { changeOrder } from '../../electron/commands/change-order.ts';
import type { News } from '../../shared/contract/live.ts';
import { ORDER_STATES, type OrderState } from '../../shared/domain/order.ts';
import { openRooms, T } from '../support/open-rooms.ts';

function orderIn(state: OrderState) {
  const { store, db, conversation, order } = openRooms();
  const id = order(conversation('1'));
  db.prepare('UPDATE orders SET state = ? WHERE id = ?').run(state, id);
  const news: News[] = [];
  const change = (action: 'accept' | 'decline', reason: string | null = null) =>
    changeOrder({ store, now: () => T + 1, publish: (entries) => void news.push(...entries) }, id, action, reason);
  return { store, id, news, change };
}
const OK = { ok: true };
const WRONG = { ok: false, reason: 'wrong-state' };
const TABLE: Record<'accept' | 'decline', Record<OrderState, { answer: object; end: OrderState }>> = {
  accept: {
    new: { answer: OK, end: 'accepted' },
    accepted: { answer: OK, end: 'accepted' },
    preparing: { answer: WRONG, end: 'preparing' },
    ready: { answer: WRONG, end: 'ready' },
    completed: { answer: WRONG, end: 'completed' },
    declined: { answer: WRONG, end: 'declined' },
    cancelled: { answer: WRONG, end: 'cancelled' },
  },
  decline: {
    new: { answer: OK, end: 'declined' },
    accepted: { answer: OK, end: 'declined' },
    preparing: { answer: WRONG, end: 'preparing' },
    ready: { answer: WRONG, end: 'ready' },
    completed: { answer: WRONG, end: 'completed' },
    declined: { answer: OK, end: 'declined' },
    cancelled: { answer: WRONG, end: 'cancelled' },
  },
};

test.each((['accept', 'decline'] as const).flatMap((action) => ORDER_STATES.map((state) => [action, state] as const)))(
  '%s an order that is %s',
  (action, state) => {
    const { store, id, news, change } = orderIn(state);
    const { answer, end } = TABLE[action][state];
    expect(change(action)).toEqual(answer);
    expect(store.orders.get(id)?.state).toBe(end);
    const moved = end !== state;
    expect(news).toEqual(moved ? [{ kind: 'order', orderId: id }] : []);
    expect(store.orders.events(id)).toHaveLength(moved ? 2 : 1);
  },
);

test('two screens that take the same order do not quarrel, and the history says who, when and why once', () => {
  const { store, id, news, change } = orderIn('new');
  expect([change('decline', 'no flour left'), change('decline', 'closed')]).toEqual([OK, OK]);
  expect(news).toHaveLength(1);
  expect(store.orders.events(id).at(-1)).toEqual({
    id: 2,
    order_id: id,
    at: T + 1,
    who: 'operator',
    from_state: 'new',
    to_state: 'declined',
    reason: 'no flour left',
  });
});

test('an order that is not there is not found', () => {
  const { store } = openRooms();
  expect(changeOrder({ store, now: () => T, publish: () => undefined }, 7, 'accept', null)).toEqual({ ok: false, reason: 'not-found' });
});
