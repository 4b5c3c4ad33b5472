import { expect, test } from 'vitest';
import { makeOrder, type MakeInput } from '../../electron/commands/make-order.ts';
import { listOrders } from '../../electron/queries/list-orders.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import type { News } from '../../shared/contract/live.ts';
import { ORDER_STATES } from '../../shared/domain/order.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const INPUT: MakeInput = {
  requestId: 'request-0001',
  customer: { name: 'Mr Brown', phone: '+1 650 555 0111' },
  lines: [
    { catalogId: 'c', retailerId: 'loaf', quantity: 2, price: '4,50', currency: 'EUR' },
    { catalogId: 'd', retailerId: 'roll', quantity: 1, price: '0.90', currency: 'EUR' },
  ],
  extras: [{ kind: 'fee', label: ' Delivery ', amount: '3', currency: 'EUR' }],
  note: ' Ring twice ',
  kind: 'delivery',
  address: ' Mill Lane 3 ',
  promisedAt: T + 3_600_000,
};

function openDesk() {
  const rooms = openRooms();
  const { store } = rooms;
  const clock = { now: T };
  const news: News[] = [];
  const prints = { on: false };
  const deps = {
    store,
    now: () => clock.now,
    publish: (entries: readonly News[]) => void news.push(...entries),
    day: () => ({ timeZone: 'Europe/Berlin', businessDayStart: 4 }),
    printsTicket: () => prints.on,
  };
  let requests = 0;
  const make = (over: Partial<MakeInput> = {}) => makeOrder(deps, { ...INPUT, requestId: `request-${(requests += 1)}`, ...over });
  const view = (id = 1) => {
    const row = store.orders.get(id);
    if (!row) throw new Error('no order');
    return viewOrder(store, row, clock.now, 'en');
  };
  return { ...rooms, clock, news, deps, prints, make, view };
}
const WITHOUT = { lines: [], extras: [], note: '', kind: null, address: '', promisedAt: null };

test('an order made by hand is accepted from the start, rings never, and is counted in its business day', () => {
  const { store, make, view, news } = openDesk();
  expect(make()).toEqual({ ok: true, orderId: 1 });
  expect(view()).toMatchObject({
    number: 1,
    businessDay: '2026-11-23',
    state: 'accepted',
    source: 'hand',
    placedAt: T,
    receivedAt: T,
    acceptedAt: T,
    rehearsal: false,
    note: 'Ring twice',
    customer: { name: 'Mr Brown', phone: '+16505550111' },
    conversationId: null,
    messageId: null,
    promisedAt: T + 3_600_000,
    totals: [{ minor: 900n + 90n + 300n, currency: 'EUR' }],
    lines: [
      { product: { catalogId: 'c', retailerId: 'loaf' }, unitMinor: 450, unitRaw: '4.50', quantity: 2 },
      { product: { catalogId: 'd', retailerId: 'roll' }, unitMinor: 90 },
    ],
    extras: [{ label: 'Delivery', amount: { minor: 300n } }],
    fulfilment: { kind: 'delivery', address: 'Mill Lane 3', remembered: { kind: 'delivery', address: 'Mill Lane 3' } },
    undo: null,
    perhapsReplaces: null,
  });
  expect(view().events.map(({ what, who, from, to }) => [what, who, from, to])).toEqual([
    ['made', 'operator', null, 'accepted'],
    ['promised', 'operator', 'accepted', 'accepted'],
    ['fulfilment', 'operator', 'accepted', 'accepted'],
  ]);
  expect(store.orders.ringing()).toEqual([]);
  expect(news).toEqual([{ kind: 'order', orderId: 1 }]);
});

test('the same request is the same order, and numbers go on where the day’s carts end', () => {
  const { make, view, order, conversation, news } = openDesk();
  order(conversation('16505550199'));
  expect([make({ requestId: 'request-x' }), make({ requestId: 'request-x', note: 'again' })]).toEqual([1, 2].map(() => ({ ok: true, orderId: 2 })));
  expect([view(2).number, news.length]).toEqual([2, 1]);
});

test('who orders by telephone and writes later is one customer, and keeps the name that WhatsApp gives', () => {
  const { store, make, view, conversation } = openDesk();
  make();
  const chat = conversation('16505550111', T + 1);
  const customerId = store.conversations.get(chat)?.customer_id ?? 0;
  expect(customerId).toBe(view(1).customer.id);
  store.customers.name(customerId, 'Bob Brown', null, T + 1);
  make({ customer: { name: 'Mr B.', phone: '0016505550111' } });
  expect(view(2)).toMatchObject({ customer: { id: customerId, name: 'Bob Brown' }, conversationId: chat });
});

test('a number that tells no country is nobody’s at WhatsApp: it stands in the note', () => {
  const { db, make, view } = openDesk();
  make({ customer: { name: 'Mr\u202e Brown', phone: '030 1234567' } });
  expect(view()).toMatchObject({ note: 'Ring twice\n☎ 030 1234567', customer: { name: 'Mr Brown', phone: null } });
  expect(db.prepare('SELECT count(*) FROM customer_aliases').pluck().get()).toBe(0);
  make({ ...WITHOUT, note: 'Two loaves', customer: { name: '', phone: '' } });
  expect(view(2)).toMatchObject({ note: 'Two loaves', customer: { name: null, phone: null } });
});

test('an order from a chat is that customer’s, and can be told in it', () => {
  const { make, view, conversation } = openDesk();
  const chat = conversation('16505550122');
  make({ customer: { conversationId: chat } });
  expect(view()).toMatchObject({ conversationId: chat, window: { state: 'open' }, customer: { phone: '+16505550122' } });
  expect(make({ customer: { conversationId: 99 } })).toEqual({ ok: false, reason: 'not-found' });
});

test('what was chosen before is remembered where this order says nothing of it', () => {
  const { make, view } = openDesk();
  make();
  make({ kind: 'pickup', address: '' });
  expect(view(2).fulfilment).toMatchObject({ kind: 'pickup', address: null, remembered: { kind: 'pickup', address: 'Mill Lane 3' } });
  make({ kind: null, address: '' });
  expect(view(3).fulfilment).toMatchObject({ kind: null, remembered: { kind: 'pickup', address: 'Mill Lane 3' } });
});

test('what is no amount, and an order of nothing, are refused and leave nobody behind', () => {
  const { db, make, news } = openDesk();
  const [loaf] = INPUT.lines;
  const bad = { ok: false, reason: 'bad-amount' };
  expect(make({ lines: loaf ? [{ ...loaf, price: '4.505' }] : [] })).toEqual(bad);
  expect(make({ extras: [{ kind: 'discount', label: '', amount: '-1', currency: 'EUR' }] })).toEqual(bad);
  expect(make({ extras: [{ kind: 'discount', label: '', amount: '999', currency: 'EUR' }] })).toEqual({ ok: false, reason: 'discount-too-high' });
  expect(make({ ...WITHOUT, note: '  ' })).toEqual({ ok: false, reason: 'empty-text' });
  expect([db.prepare('SELECT count(*) FROM orders').pluck().get(), db.prepare('SELECT count(*) FROM customers').pluck().get(), news]).toEqual([0, 0, []]);
});

test('its ticket is asked for where tickets are, once', () => {
  const { store, prints, make } = openDesk();
  make();
  prints.on = true;
  make({ requestId: 'request-x' });
  make({ requestId: 'request-x' });
  expect([store.printJobs.lastOf(1), store.printJobs.lastOf(2)?.id]).toEqual([null, 1]);
});

test('the list read page by page loses and repeats nothing, though many were placed at one moment', () => {
  const { store, db, order, conversation } = openDesk();
  const chat = conversation('1');
  const orders = store.transaction(() =>
    Array.from({ length: 130 }, (_, index) => {
      const placedAt = T + (index % 3);
      const state = ORDER_STATES[index % ORDER_STATES.length] ?? 'new';
      const id = order(chat, { placedAt });
      return { id, placedAt, state };
    }),
  );
  for (const { id, state } of orders) db.prepare('UPDATE orders SET state = ? WHERE id = ?').run(state, id);
  for (const states of [[], ['completed', 'new'], ['ready']] as const) {
    const seen: number[] = [];
    let before: { placedAt: number; id: number } | null = null;
    for (let more = true; more;) {
      const page: ReturnType<typeof listOrders> = listOrders(store, { states, before }, T, 'en');
      expect(page.orders.length).toBeLessThanOrEqual(50);
      seen.push(...page.orders.map((one) => one.id));
      const last = page.orders.at(-1);
      before = last ? { placedAt: last.placedAt, id: last.id } : null;
      more = page.more;
    }
    const wanted = orders.filter(({ state }) => states.length === 0 || states.some((one) => one === state));
    expect(seen).toEqual(wanted.toSorted((a, b) => b.placedAt - a.placedAt || b.id - a.id).map(({ id }) => id));
  }
});
