import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reviseOrder } from '../../electron/commands/revise-order.ts';
import { settleRevision } from '../../electron/commands/settle-revision.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import { openReceiver, pressed, quickReply, ticked } from '../support/answers.ts';
import { openAskRooms } from '../support/ask-rooms.ts';
import { envelope, seconds } from '../support/post-webhook.ts';
import { T } from '../support/open-rooms.ts';

const SECOND = 1000;
const ACCEPT = 'shopbell:token-0001:accept';
const DECLINE = 'shopbell:token-0001:decline';

/** An order of 4 croissants of which 2 are proposed to be left out. */
function openProposal() {
  const rooms = openAskRooms();
  const line = openReceiver(rooms.store, rooms.deps.now);
  const ask = { orderId: rooms.orderId, lines: [{ position: 0, quantity: 2 }], how: 'ask', requestId: 'request-ask' } as const;
  expect(reviseOrder(rooms.deps, ask)).toEqual({ ok: true });
  rooms.clock.now += 60 * SECOND;
  const at = rooms.clock.now;
  return { ...rooms, ...line, at };
}

test('accepted, the order changes by itself, the customer stands in its history, and its screens hear of it', async () => {
  const { receive, news, at, quantities, revisions, events, orderId, store, clock } = openProposal();
  await receive(pressed(ACCEPT, { at, id: 'wamid.a', context: 'wamid.not-known-yet' }));
  expect(quantities()[0]).toEqual([2, 4]);
  expect(revisions()).toEqual(['accepted']);
  expect(events().at(-1)).toEqual(['customer', 'revision-accepted', { revisionId: 1 }]);
  expect(news).toContainEqual({ kind: 'order', orderId });
  const row = store.orders.get(orderId);
  expect(row && viewOrder(store, row, clock.now, 'en').totals).toEqual([{ minor: 1090n, currency: 'EUR' }]);
});

test('declined, it stays, and both are readable', async () => {
  const { receive, at, quantities, revisions, events, store } = openProposal();
  await receive(pressed(DECLINE, { at, id: 'wamid.d' }));
  expect(quantities()[0]).toEqual([4, null]);
  expect(revisions()).toEqual(['declined']);
  expect(events().at(-1)).toEqual(['customer', 'revision-declined', { revisionId: 1 }]);
  const answer = store.messages.byWamid('wamid.d');
  expect(JSON.parse(answer?.content ?? '')).toEqual({ kind: 'answer', of: 'button', title: 'What it says', description: null, fields: [] });
});

test('a template’s quick reply answers as a reply button does; one without a payload answers nothing', async () => {
  const { receive, at, revisions } = openProposal();
  await receive(quickReply(null, { at, id: 'wamid.q0' }));
  expect(revisions()).toEqual(['proposed']);
  await receive(quickReply(ACCEPT, { at, id: 'wamid.q1' }));
  expect(revisions()).toEqual(['accepted']);
});

test.each([
  ['somebody else', pressed(ACCEPT, { at: T + 60 * SECOND, id: 'wamid.a', from: '16505550199' })],
  ['an unknown question', pressed('shopbell:token-9999:accept', { at: T + 60 * SECOND, id: 'wamid.a' })],
  ['a button of another program', pressed('yes', { at: T + 60 * SECOND, id: 'wamid.a' })],
  ['an answer to another kind of question', pressed('shopbell:token-0001:pickup', { at: T + 60 * SECOND, id: 'wamid.a' })],
])('%s changes nothing and is kept', async (_, body) => {
  const { receive, quantities, revisions, store, events } = openProposal();
  await receive(body);
  expect(quantities()[0]).toEqual([4, null]);
  expect(revisions()).toEqual(['proposed']);
  expect(events()).toHaveLength(2);
  expect(store.messages.byWamid('wamid.a')).not.toBeNull();
});

test('what a person has settled stays, whenever and however often an answer comes', async () => {
  for (const how of ['withdraw', 'apply'] as const) {
    const { receive, at, quantities, revisions, orderId, deps } = openProposal();
    settleRevision(deps, { orderId, revisionId: 1, how });
    for (const id of ['wamid.in.1', 'wamid.in.2']) await receive(pressed(how === 'apply' ? DECLINE : ACCEPT, { at: at - 30 * SECOND, id }));
    expect(revisions()).toEqual([how === 'apply' ? 'applied' : 'withdrawn']);
    expect(quantities()[0]).toEqual(how === 'apply' ? [2, 4] : [4, null]);
  }
});

test('an answer that a newer proposal has overtaken changes nothing, also when it was given earlier', async () => {
  const { receive, at, quantities, revisions, orderId, deps } = openProposal();
  await receive(pressed(DECLINE, { at, id: 'wamid.d' }));
  reviseOrder(deps, { orderId, lines: [{ position: 0, quantity: 3 }], how: 'ask', requestId: 'request-two' });
  await receive(pressed(ACCEPT, { at: at - SECOND, id: 'wamid.a' }));
  expect([quantities()[0], revisions()]).toEqual([
    [4, null],
    ['declined', 'proposed'],
  ]);
  await receive(pressed('shopbell:token-0002:accept', { at: at + SECOND, id: 'wamid.b' }));
  expect([quantities()[0], revisions()]).toEqual([
    [3, 4],
    ['declined', 'accepted'],
  ]);
});

test('an order that has come to its end is not changed any more', async () => {
  const { receive, at, quantities, revisions, orderId, store } = openProposal();
  store.orders.move(orderId, 'new', 'declined', at);
  await receive(pressed(ACCEPT, { at, id: 'wamid.a' }));
  expect([quantities()[0], revisions()]).toEqual([[4, null], ['proposed']]);
});

test('an answer found by reading again counts while its question is open, arrives quietly, and touches nothing that a person did', async () => {
  for (const settled of [false, true]) {
    const { readAgain, news, at, quantities, revisions, store, orderId, deps } = openProposal();
    if (settled) settleRevision(deps, { orderId, revisionId: 1, how: 'withdraw' });
    const body = Buffer.from(JSON.stringify(pressed(ACCEPT, { at, id: 'wamid.a' })));
    store.webhookLog.add(body, { shape: 'cloud', outcome: 'unread', reason: 'an older reader' }, 0, at);
    news.length = 0;
    expect(await readAgain()).toBe(1);
    expect([revisions(), quantities()[0]]).toEqual(settled ? [['withdrawn'], [4, null]] : [['accepted'], [2, 4]]);
    expect(news.filter(({ kind }) => kind === 'arrived')).toEqual([]);
    expect(store.messages.byWamid('wamid.a')).not.toBeNull();
  }
});

test('of two answers the first by WhatsApp’s time counts, also when it arrives last', async () => {
  const { receive, at, quantities, revisions, events } = openProposal();
  await receive(pressed(ACCEPT, { at: at + SECOND, id: 'wamid.a' }));
  expect(quantities()[0]).toEqual([2, 4]);
  await receive(pressed(DECLINE, { at, id: 'wamid.d' }));
  expect([quantities()[0], revisions()]).toEqual([[4, null], ['declined']]);
  expect(events().slice(2)).toEqual([
    ['customer', 'revision-accepted', { revisionId: 1 }],
    ['customer', 'revision-declined', { revisionId: 1 }],
  ]);
});

test('any order and any repetition of order, accept, decline and ticks ends the same', async () => {
  const bodies = (wamid: string, at: number, [acceptAt, declineAt]: readonly [number, number]) => [
    envelope({
      messages: [
        {
          from: '16505550111',
          id: wamid,
          timestamp: seconds(T),
          type: 'order',
          order: { catalog_id: 'c', product_items: [{ product_retailer_id: 'croissant', quantity: 4, item_price: 2.2, currency: 'EUR' }] },
        },
      ],
    }),
    pressed(ACCEPT, { at: at + acceptAt * SECOND, id: 'wamid.yes' }),
    pressed(DECLINE, { at: at + declineAt * SECOND, id: 'wamid.no' }),
    ...['sent', 'delivered', 'read'].map((status, index) => ticked('wamid.ask', status, at - 10 * SECOND + index * SECOND, 'request-ask')),
  ];
  const deliveries = fc.array(fc.nat(5), { minLength: 0, maxLength: 8 });
  const whole = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  const times = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
  const endOf = async (course: readonly number[], offsets: readonly [number, number]) => {
    const { receive, at, store, db, orderId } = openProposal();
    const wamid = store.orders.get(orderId)?.message_wamid ?? '';
    const all = bodies(wamid, at, offsets);
    for (const index of course) await receive(all[index] ?? {});
    const row = store.orders.get(orderId);
    return {
      orders: db.prepare('SELECT id, state, message_wamid FROM orders').all(),
      lines: store.orders.lines(orderId),
      total: row && viewOrder(store, row, at, 'en').totals.map(({ minor }) => String(minor)),
      revisions: store.orderRevisions.of(orderId),
      asks: store.orderAsks.of(orderId),
      messages: db.prepare('SELECT wamid, status, content, tick_sent_at, tick_delivered_at, tick_read_at FROM messages ORDER BY wamid').all(),
    };
  };
  const expected = new Map<string, Awaited<ReturnType<typeof endOf>>>();
  await fc.assert(
    fc.asyncProperty(whole, deliveries, times, async (order, more, offsets) => {
      // Of one second, "wamid.no" is the lesser id.
      const first = offsets[0] < offsets[1] ? 'accepted' : 'declined';
      const end = await endOf([...order, ...more], offsets);
      const straight = expected.get(String(offsets)) ?? (await endOf([0, 1, 2, 3, 4, 5], offsets));
      expected.set(String(offsets), straight);
      expect(end).toEqual(straight);
      expect(end.revisions).toMatchObject([{ state: first }]);
      expect(end.total).toEqual([first === 'accepted' ? '1090' : '1530']);
    }),
    { numRuns: 40 },
  );
}, 60_000);
