import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askCustomer } from '../../electron/commands/ask-customer.ts';
import { addExtra } from '../../electron/commands/change-extras.ts';
import { changeOrder } from '../../electron/commands/change-order.ts';
import { mergeOrders, type MergeInput } from '../../electron/commands/merge-orders.ts';
import { reviseOrder } from '../../electron/commands/revise-order.ts';
import { undoStep } from '../../electron/commands/undo-step.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import type { NewLine } from '../../electron/store/orders.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { tellingDeps } from '../support/telling-deps.ts';

const OK = { ok: true };
const WRONG = { ok: false, reason: 'wrong-state' };
const MINUTE = 60_000;
const line = (retailerId: string, quantity: number | null, unitMinor: number | null, currency = 'EUR'): NewLine => ({
  retailerId,
  quantity,
  quantityRaw: String(quantity),
  unitMinor,
  currency,
  unitRaw: '0',
});

/** Two carts of one customer, ten minutes apart, of two catalogues. */
function twoCarts(first: NewLine[] = [line('loaf', 2, 450)], second: NewLine[] = [line('roll', 3, 90)]) {
  const rooms = openRooms();
  const chat = rooms.conversation('16505550111');
  const other = rooms.order(chat, { lines: first, catalogId: 'old', note: 'No onions' });
  const id = rooms.order(chat, { lines: second, catalogId: 'new', placedAt: T + 10 * MINUTE, receivedAt: T + 10 * MINUTE });
  const news: News[] = [];
  const deps = tellingDeps(rooms.store, { now: () => T + 11 * MINUTE, publish: (entries) => void news.push(...entries) });
  const view = (orderId: number) => {
    const row = rooms.store.orders.get(orderId);
    if (!row) throw new Error('no order');
    return viewOrder(rooms.store, row, T, 'en');
  };
  const merge = (how: MergeInput['how'], over: Partial<MergeInput> = {}) => mergeOrders(deps, { orderId: id, otherId: other, how, ...over });
  return { ...rooms, chat, id, other, deps, news, view, merge };
}

test('together: the lines keep their own catalogue, the other is cancelled for good, and both say so', () => {
  const { store, db, id, other, view, merge, news, deps } = twoCarts();
  db.prepare(
    "INSERT INTO products (catalog_id, retailer_id, name) VALUES ('old', 'loaf', 'Old loaf'), ('new', 'loaf', 'Stranger'), ('new', 'roll', 'Roll')",
  ).run();
  addExtra(deps, { orderId: other, kind: 'fee', label: 'Delivery', amount: '4.90', currency: 'EUR' });
  store.orders.setFulfilment(other, 'delivery', 'Mill Lane 3', null);
  store.orders.setPromised(other, T + 40 * MINUTE);
  store.orders.setQuantity(other, 0, 1);
  const before = { this: view(id).totals, other: view(other).totals };
  news.length = 0;
  expect(merge('together')).toEqual(OK);
  expect(merge('together')).toEqual(OK);
  expect(news).toEqual([
    { kind: 'order', orderId: id },
    { kind: 'order', orderId: other },
  ]);
  expect(view(id)).toMatchObject({
    state: 'new',
    note: 'No onions',
    promisedAt: T + 40 * MINUTE,
    fulfilment: { kind: 'delivery', address: 'Mill Lane 3' },
    totals: [{ minor: 270n + 450n + 490n, currency: 'EUR' }],
    perhapsReplaces: null,
    lines: [
      { position: 0, quantity: 3, product: { catalogId: 'new', name: 'Roll' } },
      { position: 1, quantity: 1, orderedQuantity: 2, product: { catalogId: 'old', name: 'Old loaf' } },
    ],
  });
  expect(view(other)).toMatchObject({ state: 'cancelled', mergedInto: { orderId: id, number: 2 }, undo: null, totals: before.other });
  expect(view(id).events.at(-1)).toMatchObject({ what: 'merged', detail: { from: other } });
  expect(view(other).events.at(-1)).toMatchObject({ what: 'merged-into', from: 'new', to: 'cancelled', detail: { into: id } });
  expect(store.orders.ringing().map((order) => order.id)).toEqual([id]);
});

test('together: the sums of both are the sum', () => {
  const cart = fc.array(
    fc.tuple(
      fc.constantFrom('a', 'b'),
      fc.option(fc.integer({ min: 0, max: 99_999 })),
      fc.option(fc.integer({ min: 0, max: 10 ** 9 })),
      fc.constantFrom('EUR', 'JPY', 'KWD'),
    ),
    { maxLength: 6 },
  );
  const extras = fc.array(
    fc.tuple(fc.constantFrom('fee' as const, 'discount' as const, 'line' as const), fc.integer({ min: 0, max: 10 ** 6 }), fc.constantFrom('EUR', 'JPY')),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(cart, cart, extras, extras, (first, second, feesA, feesB) => {
      const { store, id, other, view, merge } = twoCarts(
        first.map((one) => line(...one)),
        second.map((one) => line(...one)),
      );
      for (const [orderId, fees] of [
        [other, feesA],
        [id, feesB],
      ] as const)
        for (const [kind, minor, currency] of fees) store.orderExtras.add({ order_id: orderId, kind, label: 'x', minor, currency });
      const sums = () => [view(id), view(other)];
      const of = (currency: string, views: ReturnType<typeof sums>) =>
        views.reduce((sum, { totals }) => sum + (totals.find((total) => total.currency === currency)?.minor ?? 0n), 0n);
      const before = sums();
      expect(merge('together')).toEqual(OK);
      const after = view(id);
      for (const currency of ['EUR', 'JPY', 'KWD']) expect(of(currency, [after])).toBe(of(currency, before));
      expect(after.unclear).toBe(before.reduce((sum, one) => sum + one.unclear, 0));
      expect(after.pieces).toBe(before.reduce((sum, one) => sum + one.pieces, 0n));
    }),
    { numRuns: 40 },
  );
});

test('replace: the other one is cancelled, nothing of it is taken over, and what was to be told of it is taken back', () => {
  const { store, id, other, view, merge, deps } = twoCarts();
  changeOrder(deps, { orderId: other, action: 'accept' });
  const waiting = view(other).tells[0]?.messageId ?? 0;
  expect(merge('replace')).toEqual(OK);
  expect(view(id)).toMatchObject({ note: null, lines: [{ product: { retailerId: 'roll' } }], totals: [{ minor: 270n }] });
  expect(view(other)).toMatchObject({ state: 'cancelled', mergedInto: { orderId: id }, undo: null, tells: [] });
  expect([store.outbox.of(waiting), view(other).events.map((event) => event.what)]).toEqual([null, ['state', 'state', 'told', 'taken-back', 'merged-into']]);
  expect(undoStep(deps, other, 3)).toEqual(WRONG);
});

test('keep: both stay, and nobody asks again', () => {
  const { id, other, view, merge, news } = twoCarts();
  expect(view(id).perhapsReplaces).toEqual({ orderId: other, number: 1 });
  expect([merge('keep'), merge('keep')]).toEqual([OK, OK]);
  expect([view(id).perhapsReplaces, view(id).state, view(other).state]).toEqual([null, 'new', 'new']);
  expect([view(id), view(other)].map((order) => order.events.at(-1))).toMatchObject([
    { what: 'kept', detail: { other } },
    { what: 'kept', detail: { other: id } },
  ]);
  expect(news).toHaveLength(2);
});

test('an open proposal of the other one is withdrawn', () => {
  const { store, other, merge, view } = twoCarts();
  const revision = { order_id: other, state: 'proposed' as const, made_at: T, decided_at: null, message_id: null, request_id: null };
  const revisionId = store.orderRevisions.add(revision, [{ position: 0, before: 2, after: 1 }]);
  merge('together');
  expect(store.orderRevisions.get(revisionId)?.state).toBe('withdrawn');
  expect(view(other).events.map((event) => event.what)).toEqual(['state', 'revision-withdrawn', 'merged-into']);
});

test('only two open orders of one customer are one', () => {
  const { store, db, id, other, merge, conversation, order, view } = twoCarts();
  const strangers = order(conversation('16505550122'));
  expect([merge('together', { otherId: id }), merge('keep', { otherId: strangers }), merge('replace', { otherId: 99 })]).toEqual([
    WRONG,
    WRONG,
    { ok: false, reason: 'not-found' },
  ]);
  const set = (sql: string, orderId: number) => db.prepare(`UPDATE orders SET ${sql} WHERE id = ?`).run(orderId);
  for (const [broken, mended, orderId] of [
    ["state = 'completed'", "state = 'new'", other],
    ["state = 'declined'", "state = 'new'", id],
    ['rehearsal = 1', 'rehearsal = 0', other],
    ["paid_at = 1, paid_by = 'card'", 'paid_at = NULL, paid_by = NULL', other],
  ] as const) {
    set(broken, orderId);
    expect([merge('together'), merge('replace')]).toEqual([WRONG, WRONG]);
    set(mended, orderId);
  }
  expect([store.orders.lines(id).length, view(other).events.length]).toEqual([1, 1]);
});

test('an order perhaps replaces the one before it: of the same customer, within the hour, both open, neither a rehearsal', () => {
  const { db, id, other, view, order, conversation } = twoCarts();
  const replaces = () => view(id).perhapsReplaces?.orderId ?? null;
  const during = (sql: string, orderId: number, back: string) => {
    db.prepare(`UPDATE orders SET ${sql} WHERE id = ?`).run(orderId);
    const seen = replaces();
    db.prepare(`UPDATE orders SET ${back} WHERE id = ?`).run(orderId);
    return seen;
  };
  expect([replaces(), view(other).perhapsReplaces]).toEqual([other, null]);
  for (const state of ['accepted', 'preparing']) for (const one of [id, other]) expect(during(`state = '${state}'`, one, "state = 'new'")).toBe(other);
  for (const state of ['ready', 'completed', 'declined', 'cancelled'])
    for (const one of [id, other]) expect(during(`state = '${state}'`, one, "state = 'new'")).toBeNull();
  const at = `placed_at = ${T}`;
  expect(during(`placed_at = ${T + 10 * MINUTE - 60 * MINUTE}`, other, at)).toBe(other);
  expect(during(`placed_at = ${T + 10 * MINUTE - 60 * MINUTE - 1}`, other, at)).toBeNull();
  for (const one of [id, other]) expect(during('rehearsal = 1', one, 'rehearsal = 0')).toBeNull();
  expect(during('kept_apart = 1', id, 'kept_apart = 0')).toBeNull();
  expect(view(order(conversation('16505550122'), { placedAt: T + 11 * MINUTE })).perhapsReplaces).toBeNull();
});

test('what the other one was to be asked is asked no more, and what was asked already is answered for the order that stays', () => {
  const { store, db, id, other, deps, merge } = twoCarts();
  const ask = (what: 'fulfilment' | 'address', requestId: string) =>
    askCustomer({ ...deps, shopLanguage: () => 'en' }, { orderId: other, what, how: what === 'address' ? 'location' : 'buttons', requestId });
  ask('fulfilment', 'request-one');
  const gone = store.messages.byCallbackId('request-one')?.id ?? 0;
  db.prepare("UPDATE outbox SET state = 'accepted' WHERE message_id = ?").run(gone);
  ask('address', 'request-two');
  reviseOrder({ ...deps, shopLanguage: () => 'en' }, { orderId: other, lines: [{ position: 0, quantity: 1 }], how: 'ask', requestId: 'request-three' });
  expect(merge('replace')).toEqual(OK);
  const waits = (requestId: string) => store.outbox.of(store.messages.byCallbackId(requestId)?.id ?? 0);
  expect([waits('request-two'), waits('request-three')]).toEqual([null, null]);
  expect(store.orderRevisions.of(other).map(({ state }) => state)).toEqual(['withdrawn']);
  expect(store.orderAsks.byMessage(gone)).toMatchObject({ order_id: id, answered_at: null });
  expect(store.orderAsks.of(other).map(({ what, answered_at }) => [what, answered_at === null])).toEqual([
    ['address', false],
    ['revision', false],
  ]);
});

test('where the order that stays says how it is got, an answer about the other one does not touch it', () => {
  const { store, id, other, deps, merge, db } = twoCarts();
  askCustomer({ ...deps, shopLanguage: () => 'en' }, { orderId: other, what: 'fulfilment', how: 'buttons', requestId: 'request-one' });
  db.prepare("UPDATE outbox SET state = 'accepted'").run();
  store.orders.setFulfilment(id, 'pickup', null, null);
  expect(merge('replace')).toEqual(OK);
  expect([store.orderAsks.of(id), store.orderAsks.of(other).length]).toEqual([[], 1]);
});

test('what is merged away is not printed any more; what is at the printer comes out, and the order that stays keeps its ticket', () => {
  const { store, id, other, merge, news } = twoCarts();
  const ticket = (orderId: number) => store.printJobs.add({ kind: 'ticket', orderId }, T);
  const [atPrinter, failed, waiting, kept] = [ticket(other), ticket(other), ticket(other), ticket(id)];
  store.printJobs.lease(atPrinter);
  store.printJobs.lease(failed);
  store.printJobs.settle(failed, 'failed', T, 'printer-refused', null);
  expect(merge('replace')).toEqual(OK);
  expect([atPrinter, failed, waiting, kept].map((job) => store.printJobs.get(job)?.state)).toEqual(['printing', 'cancelled', 'cancelled', 'queued']);
  expect(news).toContainEqual({ kind: 'printing' });
});

test('orders that stay two keep both their tickets', () => {
  const { store, other, merge, news } = twoCarts();
  const job = store.printJobs.add({ kind: 'ticket', orderId: other }, T);
  expect(merge('keep')).toEqual(OK);
  expect(store.printJobs.get(job)?.state).toBe('queued');
  expect(news).not.toContainEqual({ kind: 'printing' });
});
