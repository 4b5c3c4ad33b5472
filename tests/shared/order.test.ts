import { expect, test } from 'vitest';
import {
  forwardAction,
  isClosed,
  nextOrderState,
  ORDER_ACTIONS,
  ORDER_STATES,
  type OrderAction,
  type OrderState,
  stateAfter,
} from '../../shared/domain/order.ts';

/** Every pair of a state and an action: where it leads, or null where it cannot be done. */
const TABLE: Record<OrderAction, Record<OrderState, OrderState | null>> = {
  accept: { new: 'accepted', accepted: null, preparing: null, ready: null, completed: null, declined: null, cancelled: null },
  prepare: { new: null, accepted: 'preparing', preparing: null, ready: null, completed: null, declined: null, cancelled: null },
  ready: { new: null, accepted: 'ready', preparing: 'ready', ready: null, completed: null, declined: null, cancelled: null },
  complete: { new: null, accepted: null, preparing: null, ready: 'completed', completed: null, declined: null, cancelled: null },
  decline: { new: 'declined', accepted: null, preparing: null, ready: null, completed: null, declined: null, cancelled: null },
  cancel: { new: null, accepted: 'cancelled', preparing: 'cancelled', ready: 'cancelled', completed: null, declined: null, cancelled: null },
};

test.each(ORDER_ACTIONS.flatMap((action) => ORDER_STATES.map((state) => [action, state] as const)))('%s an order that is %s', (action, state) => {
  expect(nextOrderState(state, action)).toBe(TABLE[action][state]);
});

test('what moves an order forward is possible from there, and a closed order has nothing that does', () => {
  for (const state of ORDER_STATES) {
    const action = forwardAction(state);
    expect(action === null).toBe(isClosed(state));
    if (action) expect(nextOrderState(state, action)).toBe(stateAfter(action));
  }
});

test('every state can be reached from new, and every open state leads to an end', () => {
  const reach = (from: OrderState): Set<OrderState> => {
    const seen = new Set<OrderState>();
    const walk = (state: OrderState): void => {
      if (seen.has(state)) return;
      seen.add(state);
      for (const action of ORDER_ACTIONS) {
        const next = nextOrderState(state, action);
        if (next) walk(next);
      }
    };
    walk(from);
    return seen;
  };
  expect([...reach('new')].toSorted()).toEqual([...ORDER_STATES].toSorted());
  for (const state of ORDER_STATES) expect([...reach(state)].some(isClosed)).toBe(true);
});
