import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewDayBook } from '../../electron/queries/day-book.ts';
import { businessDay } from '../../shared/domain/business-day.ts';
import { daysUpTo, hoursOfBusinessDay } from '../../shared/domain/hours-of-day.ts';
import { ORDER_STATES, type OrderState, PAYMENT_METHODS } from '../../shared/domain/order.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const DAY = '2026-11-23';
const ask = (day = DAY) => ({ day, today: DAY, timeZone: 'Europe/Berlin', businessDayStart: 4 });
const line = (retailerId: string, quantity: number | null, unitMinor: number | null, currency: string | null = 'EUR') => ({
  retailerId,
  quantity,
  quantityRaw: String(quantity),
  unitMinor,
  currency,
  unitRaw: '?',
});

test('an empty shop has a day of nothing, and no first day', () => {
  const { store } = openRooms();
  const view = viewDayBook(store.dayBook, ask());
  expect(view).toMatchObject({
    orders: 0,
    turnover: [],
    unclear: 0,
    paid: [],
    averageTakeMs: null,
    averageFinishMs: null,
    best: [],
    refused: [],
    firstDay: null,
  });
  expect(view.byHour).toHaveLength(24);
  expect(view.byHour[0]).toEqual({ hour: 4, orders: 0 });
  expect(view.last30.map(({ day }) => day)).toEqual(daysUpTo(DAY, 30));
});

test('a day is counted as it was: taken, finished, paid, refused with reasons, changed, merged and rehearsed', () => {
  const { store, db, conversation, order } = openRooms();
  const chat = conversation('491701');
  const set = (id: number, columns: string) => db.exec(`UPDATE orders SET ${columns} WHERE id = ${id}`);
  const done = order(chat, { lines: [line('bread', 2, 350), line('cake', 1, 1999)] });
  set(done, `state = 'completed', accepted_at = ${T + 40_000}, closed_at = ${T + 640_000}, paid_at = 1, paid_by = 'cash'`);
  store.orderExtras.add({ order_id: done, kind: 'discount', label: 'Friends', minor: 99, currency: 'EUR' });
  store.orderExtras.add({ order_id: done, kind: 'fee', label: 'Delivery', minor: 300, currency: 'EUR' });
  store.orderExtras.remove(store.orderExtras.add({ order_id: done, kind: 'fee', label: 'Gone', minor: 5000, currency: 'EUR' }), T);
  const taken = order(chat, { lines: [line('bread', 5, 350), line('jam', 3, 410)] });
  set(taken, `state = 'accepted', accepted_at = ${T + 20_000}`);
  store.orders.setQuantity(taken, 1, 0);
  const unclear = order(chat, { lines: [line('bread', null, 350), line('odd', 2, null)] });
  const declined = order(chat, { lines: [line('cake', 9, 1999)] });
  set(declined, "state = 'declined', paid_at = 1, paid_by = 'card'");
  store.orderHistory.add(declined, { at: T, who: 'operator', what: 'state', from: 'new', to: 'declined', reason: 'No flour left' });
  set(order(chat, { lines: [line('cake', 9, 1999)] }), `state = 'cancelled', merged_into = ${done}`);
  order(chat, { rehearsal: true, lines: [line('cake', 50, 1999)] });
  set(order(chat, { quiet: true, lines: [] }), `state = 'accepted', accepted_at = ${T + 9_000_000}`);
  const byHand = order(chat, { messageWamid: null, lines: [line('tea', 1, 250, 'GBP')] });
  set(byHand, `state = 'accepted', accepted_at = ${T}`);
  order(chat, { businessDay: '2026-11-22', lines: [line('jam', 1, 410)] });

  const view = viewDayBook(store.dayBook, ask());
  expect(view).toMatchObject({
    orders: 6,
    firstDay: '2026-11-22',
    turnover: [
      { minor: 700n + 1999n - 99n + 300n + 1750n, currency: 'EUR' },
      { minor: 250n, currency: 'GBP' },
    ],
    unclear: 2,
    averageTakeMs: 30_000,
    averageFinishMs: 600_000,
    refused: [{ state: 'declined', reason: 'No flour left', orders: 1 }],
    paid: [
      { method: 'cash', orders: 1, totals: [{ minor: 2900n, currency: 'EUR' }] },
      { method: null, orders: 4 },
    ],
    best: [
      { retailerId: 'bread', quantity: 7n, totals: [{ minor: 2450n, currency: 'EUR' }] },
      { retailerId: 'odd', quantity: 2n, totals: [] },
      { retailerId: 'cake', quantity: 1n },
      { retailerId: 'tea', quantity: 1n },
    ],
  });
  expect(view.byState.filter(({ orders }) => orders > 0)).toEqual([
    { state: 'new', orders: 1 },
    { state: 'accepted', orders: 3 },
    { state: 'completed', orders: 1 },
    { state: 'declined', orders: 1 },
  ]);
  expect(store.orders.get(unclear)?.state).toBe('new');
  // 9:00 UTC is 10 o'clock in Berlin.
  expect(view.byHour.filter(({ orders }) => orders > 0)).toEqual([{ hour: 10, orders: 6 }]);
  expect(view.last30.slice(-2)).toEqual([
    { day: '2026-11-22', orders: 1, turnover: [{ minor: 410n, currency: 'EUR' }] },
    { day: DAY, orders: 6, turnover: view.turnover },
  ]);
});

const anOrder = fc.record({
  day: fc.constantFrom('2026-10-25', '2026-11-01', '2026-11-22', DAY),
  state: fc.constantFrom(...ORDER_STATES),
  method: fc.constantFrom(...PAYMENT_METHODS, null),
  rehearsal: fc.boolean(),
  lines: fc.array(
    fc.record({
      retailerId: fc.constantFrom('a', 'b', 'c'),
      quantity: fc.option(fc.integer({ min: 0, max: 99_999 })),
      unit: fc.option(
        fc.oneof(
          fc.integer({ min: 0, max: 2000 }),
          fc.maxSafeInteger().filter((n) => n >= 0),
        ),
      ),
      currency: fc.constantFrom('EUR', 'KWD', 'JPY', null),
    }),
    { maxLength: 4 },
  ),
  extras: fc.array(fc.record({ kind: fc.constantFrom('fee', 'discount', 'line'), minor: fc.maxSafeInteger().map(Math.abs) }), { maxLength: 2 }),
});

test('no cent is lost: the day’s sum is the sum of its orders, beyond what SQLite’s integers hold', () => {
  fc.assert(
    fc.property(fc.array(anOrder, { maxLength: 12 }), (orders) => {
      const { store, db, conversation, order } = openRooms();
      const chat = conversation('491701');
      const expected = new Map<string, bigint>();
      const paid = new Map<string, bigint>();
      for (const one of orders) {
        const lines = one.lines.map(({ retailerId, quantity, unit, currency }) => line(retailerId, quantity, unit, currency));
        const id = order(chat, { businessDay: one.day, rehearsal: one.rehearsal, lines });
        db.prepare('UPDATE orders SET state = ?, paid_by = ?, paid_at = ? WHERE id = ?').run(one.state, one.method, one.method && T, id);
        for (const { kind, minor } of one.extras) store.orderExtras.add({ order_id: id, kind, label: 'x', minor, currency: 'EUR' });
        const refused: OrderState[] = ['declined', 'cancelled'];
        if (one.rehearsal || refused.includes(one.state)) continue;
        const amounts = [
          ...lines.map((l) => (l.quantity && l.unitMinor !== null ? [l.currency, BigInt(l.quantity) * BigInt(l.unitMinor)] : null)),
          ...one.extras.map(({ kind, minor }) => ['EUR', kind === 'discount' ? -BigInt(minor) : BigInt(minor)]),
        ] as ([string | null, bigint] | null)[];
        for (const amount of amounts) {
          if (amount?.[0] == null) continue;
          const key = `${one.day} ${amount[0]}`;
          expected.set(key, (expected.get(key) ?? 0n) + amount[1]);
          if (one.day === DAY) paid.set(`${one.method} ${amount[0]}`, (paid.get(`${one.method} ${amount[0]}`) ?? 0n) + amount[1]);
        }
      }
      const view = viewDayBook(store.dayBook, ask());
      expect(new Map(view.last30.flatMap(({ day, turnover }) => turnover.map((sum) => [`${day} ${sum.currency}`, sum.minor])))).toEqual(expected);
      expect(new Map(view.paid.flatMap(({ method, totals }) => totals.map((sum) => [`${method} ${sum.currency}`, sum.minor])))).toEqual(paid);
      expect(view.byHour.reduce((sum, hour) => sum + hour.orders, 0)).toBe(view.orders);
      expect(view.byState.reduce((sum, state) => sum + state.orders, 0)).toBe(view.orders);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['2026-03-28', 'Europe/Berlin', 4, 23],
  ['2026-10-24', 'Europe/Berlin', 4, 25],
  ['2026-11-23', 'Europe/Berlin', 4, 24],
  ['2026-03-29', 'Europe/Berlin', 0, 23],
  ['2026-11-23', 'Pacific/Kiritimati', 23, 24],
  ['2026-11-23', 'Pacific/Pago_Pago', 0, 24],
  ['2026-11-23', 'Asia/Kathmandu', 4, 24],
  ['2026-04-04', 'Australia/Lord_Howe', 4, 25],
  ['2011-12-30', 'Pacific/Apia', 0, 0],
])('%s in %s from %i o’clock has %i hours, without a gap', (day, timeZone, startHour, count) => {
  const hours = hoursOfBusinessDay(day, timeZone, startHour);
  expect(hours).toHaveLength(count);
  for (const [index, { from, to }] of hours.entries()) {
    expect(businessDay(from, timeZone, startHour)).toBe(day);
    expect(businessDay(to - 1, timeZone, startHour)).toBe(day);
    if (index > 0) expect(hours[index - 1]?.to).toBe(from);
  }
  expect(hours[0]?.hour ?? startHour).toBe(startHour);
});
