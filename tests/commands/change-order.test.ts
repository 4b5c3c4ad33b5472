import { expect, test } from 'vitest';
import { changeOrder } from '../../electron/commands/change-order.ts';
import { undoStep } from '../../electron/commands/undo-step.ts';
import type { News } from '../../shared/contract/live.ts';
import { nextOrderState, ORDER_ACTIONS, ORDER_STATES, type OrderAction, type OrderState, stateAfter } from '../../shared/domain/order.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { tellingDeps } from '../support/telling-deps.ts';

function orderIn(state: OrderState) {
  const { store, db, conversation, order } = openRooms();
  const id = order(conversation('1'));
  db.prepare('UPDATE orders SET state = ? WHERE id = ?').run(state, id);
  const news: News[] = [];
  let clock = T;
  const deps = tellingDeps(store, { now: () => (clock += 1000), publish: (entries) => void news.push(...entries), silent: true });
  const change = (action: OrderAction, reason: string | null = null) => changeOrder(deps, { orderId: id, action, reason });
  const undo = (eventId = store.orderHistory.lastStep(id)?.id ?? 0) => undoStep(deps, id, eventId);
  return { store, id, news, change, undo, row: () => store.orders.get(id) };
}
const OK = { ok: true };
const WRONG = { ok: false, reason: 'wrong-state' };

test.each(ORDER_ACTIONS.flatMap((action) => ORDER_STATES.map((state) => [action, state] as const)))('%s an order that is %s', (action, state) => {
  const { store, id, news, change, row } = orderIn(state);
  const next = nextOrderState(state, action);
  const already = state === stateAfter(action);
  expect(change(action)).toEqual(next !== null || already ? OK : WRONG);
  expect(row()?.state).toBe(next ?? state);
  expect(news).toEqual(next === null ? [] : [{ kind: 'order', orderId: id }]);
  expect(store.orderHistory.of(id)).toHaveLength(next === null ? 1 : 2);
});

test('two screens that take the same order do not quarrel, and the history says who, when and why once', () => {
  const { store, id, news, change } = orderIn('new');
  expect([change('decline', 'no flour left'), change('decline', 'closed')]).toEqual([OK, OK]);
  expect(news).toHaveLength(1);
  expect(store.orderHistory.of(id).at(-1)).toEqual({
    id: 2,
    at: T + 1000,
    who: 'operator',
    what: 'state',
    from_state: 'new',
    to_state: 'declined',
    reason: 'no flour left',
    detail: null,
  });
});

test('an order that is not there is not found', () => {
  const { store } = openRooms();
  expect(changeOrder(tellingDeps(store, { now: () => T }), { orderId: 7, action: 'accept' })).toEqual({ ok: false, reason: 'not-found' });
});

test('the moments of taking and of the end follow the state, back and forth', () => {
  const { change, undo, row } = orderIn('new');
  change('accept');
  expect(row()).toMatchObject({ accepted_at: T + 1000, closed_at: null });
  change('ready');
  change('complete');
  expect(row()).toMatchObject({ accepted_at: T + 1000, closed_at: T + 3000 });
  undo();
  expect(row()).toMatchObject({ state: 'ready', accepted_at: T + 1000, closed_at: null });
});

test('an accept that is undone rings again from now on; both stay in the history', () => {
  const { store, id, change, undo } = orderIn('new');
  change('accept');
  expect(store.orders.ringing()).toEqual([]);
  expect(undo()).toMatchObject(OK);
  expect(store.orders.ringing()).toEqual([{ id, from: T + 2000, late: false }]);
  expect(store.orderHistory.of(id).map(({ what, to_state }) => [what, to_state])).toEqual([
    ['state', 'new'],
    ['state', 'accepted'],
    ['undone', 'new'],
  ]);
});

test('only the last step is undone, only once, and never the arrival', () => {
  const { store, id, change, undo } = orderIn('new');
  expect(undo(1)).toEqual(WRONG);
  change('accept');
  const accepted = store.orderHistory.lastStep(id)?.id ?? 0;
  change('prepare');
  expect(undo(accepted)).toEqual(WRONG);
  expect(undo()).toMatchObject(OK);
  expect(store.orderHistory.lastStep(id)).toBeNull();
  expect(undo(accepted)).toEqual(WRONG);
});

test.each(['decline', 'cancel'] as const)(
  'what waits for the printer is given up when the order ends by %s, and wanted again when that is undone',
  (action) => {
    const { store, id, news, change, undo } = orderIn(action === 'decline' ? 'new' : 'accepted');
    const waiting = store.printJobs.add({ kind: 'ticket', orderId: id }, T);
    expect(change(action)).toEqual(OK);
    expect(store.printJobs.get(waiting)?.state).toBe('cancelled');
    expect(news).toContainEqual({ kind: 'printing' });
    expect(undo()).toMatchObject({ ok: true });
    expect(store.printJobs.lastOf(id)).toMatchObject({ state: 'queued' });
    expect(store.printJobs.lastOf(id)?.id).not.toBe(waiting);
  },
);

test('a ticket that has come out is no business of a later cancelling, nor of its undoing', () => {
  const { store, id, news, change, undo } = orderIn('accepted');
  const printed = store.printJobs.add({ kind: 'ticket', orderId: id }, T);
  store.printJobs.lease(printed);
  store.printJobs.settle(printed, 'printed', T, null, null);
  expect(change('cancel')).toEqual(OK);
  expect(undo()).toMatchObject({ ok: true });
  expect(store.printJobs.lastOf(id)).toMatchObject({ id: printed, state: 'printed' });
  expect(news).not.toContainEqual({ kind: 'printing' });
});
