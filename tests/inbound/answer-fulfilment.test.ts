import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askCustomer } from '../../electron/commands/ask-customer.ts';
import { sendAgain } from '../../electron/commands/send-again.ts';
import { setFulfilment } from '../../electron/commands/set-fulfilment.ts';
import { viewFulfilment } from '../../electron/queries/view-fulfilment.ts';
import { openReceiver, pressed, shared, wrote } from '../support/answers.ts';
import { openAskRooms } from '../support/ask-rooms.ts';

const SECOND = 1000;
const PARK = { latitude: 52.514467, longitude: 13.350111 };
const PIER = { latitude: 53.9, longitude: 7.75, name: 'North pier', address: '3 Harbour Walk' };

function openQuestion(...asks: ['fulfilment' | 'address', 'buttons' | 'location' | 'text'][]) {
  const rooms = openAskRooms();
  const line = openReceiver(rooms.store, rooms.deps.now);
  const { store, orderId } = rooms;
  for (const [index, [what, how]] of asks.entries()) {
    expect(askCustomer(rooms.deps, { orderId, what, how, requestId: `request-${index}` })).toEqual({ ok: true });
    rooms.clock.now += 60 * SECOND;
  }
  const view = (id = orderId) => {
    const row = store.orders.get(id);
    if (!row) throw new Error('no order');
    return viewFulfilment(store, row);
  };
  return { ...rooms, ...line, at: rooms.clock.now, view };
}

test('pick-up or delivery is asked by two buttons, and the answer is taken over and remembered', async () => {
  const { receive, news, at, view, questions, events, orderId, store } = openQuestion(['fulfilment', 'buttons']);
  expect(questions()[0]?.content).toEqual({
    kind: 'buttons',
    header: null,
    footer: null,
    body: 'Your order #1: will you pick it up, or shall we deliver it?',
    buttons: [
      { id: 'shopbell:token-0001:pickup', title: 'I’ll pick it up' },
      { id: 'shopbell:token-0001:delivery', title: 'Please deliver it' },
    ],
  });
  expect(view()).toMatchObject({ kind: null, kindAskedAt: at - 60 * SECOND });
  await receive(pressed('shopbell:token-0001:delivery', { at, id: 'wamid.a' }));
  expect(view()).toMatchObject({ kind: 'delivery', kindAskedAt: null, remembered: { kind: 'delivery' } });
  expect(events().slice(1)).toEqual([
    ['operator', 'asked', { what: 'fulfilment' }],
    ['customer', 'fulfilment', { kind: 'delivery', address: null }],
  ]);
  expect(news).toContainEqual({ kind: 'order', orderId });
  expect(store.customers.get(store.orders.get(orderId)?.customer_id ?? 0)?.fulfilment).toBe('delivery');
});

test('a place that quotes the question is taken over, with its words, and means delivery', async () => {
  const { receive, at, view, questions, store, events } = openQuestion(['address', 'location']);
  const asked = questions()[0];
  expect(asked?.content).toMatchObject({ kind: 'location-request', body: expect.stringContaining('where shall we deliver it') });
  store.messages.setWamid(asked?.id ?? 0, 'wamid.ask');
  await receive(shared(PIER, { at, id: 'wamid.l', context: 'wamid.ask' }));
  expect(view()).toMatchObject({
    kind: 'delivery',
    address: 'North pier, 3 Harbour Walk',
    coordinates: '53.9, 7.75',
    addressAskedAt: null,
    suggestion: null,
    remembered: { kind: 'delivery', address: 'North pier, 3 Harbour Walk', coordinates: '53.9, 7.75' },
  });
  expect(events().at(-1)).toEqual(['customer', 'fulfilment', { kind: 'delivery', address: 'North pier, 3 Harbour Walk' }]);
});

test('a place that quotes nothing answers the newest open question for an address, and none that came after it', async () => {
  const { receive, at, view, clock, store, chat, order, deps } = openQuestion(['address', 'location']);
  const second = order(chat);
  clock.now += 10 * SECOND;
  askCustomer(deps, { orderId: second, what: 'address', how: 'text', requestId: 'request-second' });
  await receive(shared(PARK, { at: at - 120 * SECOND, id: 'wamid.in.0' }));
  expect([view().coordinates, view(second).coordinates]).toEqual([null, null]);
  await receive(shared(PARK, { at: clock.now, id: 'wamid.in.1' }));
  expect([view().coordinates, view(second).coordinates]).toEqual([null, '52.514467, 13.350111']);
  expect(store.messages.byWamid('wamid.in.0')).not.toBeNull();
});

test('a place counts for a question that was sent again, whichever of its two messages it quotes', async () => {
  for (const quoted of ['wamid.first', 'wamid.second']) {
    const { receive, at, view, questions, store, deps } = openQuestion(['address', 'location'], ['address', 'text']);
    const first = questions()[0]?.id ?? 0;
    store.messages.setWamid(first, 'wamid.first');
    store.messages.setStatus(first, 'unknown', null);
    const again = sendAgain(deps, first);
    store.messages.setWamid(again.ok ? again.messageId : 0, 'wamid.second');
    await receive(shared(PARK, { at, id: 'wamid.l', context: quoted }));
    expect(view().coordinates).toBe('52.514467, 13.350111');
    expect(store.orderAsks.byToken('token-0001')?.answer_wamid).toBe('wamid.l');
  }
});

test('a place that nobody asked for, and one of somebody else, change nothing', async () => {
  const { receive, at, view } = openQuestion(['fulfilment', 'buttons']);
  await receive(shared(PARK, { at, id: 'wamid.in.1' }));
  expect(view().coordinates).toBeNull();
  const asked = openQuestion(['address', 'location']);
  asked.store.messages.setWamid(asked.questions()[0]?.id ?? 0, 'wamid.ask');
  await asked.receive(shared(PARK, { at, id: 'wamid.in.2', from: '16505550199', context: 'wamid.ask' }));
  expect(asked.view().coordinates).toBeNull();
});

test('a place without a point on earth, or with endless words, does no harm', async () => {
  const { receive, at, view } = openQuestion(['address', 'location']);
  await receive(shared({ latitude: 1e30, longitude: 5 }, { at, id: 'wamid.in.1' }));
  expect(view()).toMatchObject({ coordinates: null, addressAskedAt: expect.any(Number) });
  await receive(shared({ ...PARK, address: 'x'.repeat(4000) }, { at, id: 'wamid.in.2' }));
  expect(view().address).toHaveLength(1000);
});

test('words are proposed and never taken over: the text that quotes the question, else the newest with a number, else the newest', async () => {
  const { receive, at, view, questions, store, clock } = openQuestion(['address', 'text']);
  store.messages.setWamid(questions()[0]?.id ?? 0, 'wamid.ask');
  const say = (body: string, id: string, context?: string) => {
    clock.now += SECOND;
    return receive(wrote(body, { at: clock.now, id, ...(context === undefined ? {} : { context }) }));
  };
  expect(view().suggestion).toBeNull();
  await say('One moment', 'wamid.in.1');
  expect(view().suggestion?.text).toBe('One moment');
  await say(' Mill Road 4b ', 'wamid.in.2');
  await say('Thank you!', 'wamid.in.3');
  expect(view().suggestion?.text).toBe('Mill Road 4b');
  await say('The old mill', 'wamid.in.4', 'wamid.ask');
  const { suggestion, address, addressAskedAt } = view();
  expect([suggestion?.text, address, addressAskedAt]).toEqual(['The old mill', null, at - 60 * SECOND]);
  expect(suggestion?.messageId).toBe(store.messages.byWamid('wamid.in.4')?.id);
});

test('what was written before the question, or asks about a product, is no suggestion; taken over, it is settled', async () => {
  const { receive, at, view, clock, inbound, chat, deps, orderId } = openQuestion(['address', 'text']);
  inbound(chat, { receivedAt: at, sentAt: at - 3600 * SECOND });
  inbound(chat, { receivedAt: at, sentAt: at, product: { catalogId: 'c', retailerId: 'croissant' } });
  expect(view().suggestion).toBeNull();
  clock.now += SECOND;
  await receive(wrote('Mill Road 4b', { at: clock.now, id: 'wamid.in.1' }));
  setFulfilment(deps, { orderId, kind: 'delivery', address: 'Mill Road 4b', coordinates: null });
  expect(view()).toMatchObject({ address: 'Mill Road 4b', suggestion: null, addressAskedAt: null });
});

test('what a person has set stays, whatever answers come later', async () => {
  const { receive, at, view, deps, orderId, questions, store } = openQuestion(['fulfilment', 'buttons'], ['address', 'location']);
  store.messages.setWamid(questions()[1]?.id ?? 0, 'wamid.ask');
  await receive(pressed('shopbell:token-0001:pickup', { at, id: 'wamid.p' }));
  setFulfilment(deps, { orderId, kind: 'delivery', address: 'By telephone 1', coordinates: null });
  await receive(pressed('shopbell:token-0001:pickup', { at: at - SECOND, id: 'wamid.q' }));
  await receive(shared(PARK, { at, id: 'wamid.l', context: 'wamid.ask' }));
  expect(view()).toMatchObject({ kind: 'delivery', address: 'By telephone 1', coordinates: null });
});

test('any order and repetition of two questions’ answers and two places ends the same', async () => {
  const course = fc
    .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 5 }))
    .map(([whole, more]) => [...whole, ...more]);
  const endOf = async (indexes: readonly number[]) => {
    const { receive, at, view, store, orderId } = openQuestion(['fulfilment', 'buttons'], ['fulfilment', 'buttons'], ['address', 'location']);
    const bodies = [
      pressed('shopbell:token-0001:pickup', { at, id: 'wamid.in.1' }),
      pressed('shopbell:token-0002:delivery', { at: at + SECOND, id: 'wamid.in.2' }),
      pressed('shopbell:token-0002:pickup', { at: at + 2 * SECOND, id: 'wamid.in.3' }),
      shared(PIER, { at: at + SECOND, id: 'wamid.in.4' }),
      shared(PARK, { at: at + SECOND, id: 'wamid.in.5' }),
    ];
    for (const index of indexes) await receive(bodies[index] ?? {});
    return { view: view(), asks: store.orderAsks.of(orderId) };
  };
  const straight = await endOf([0, 1, 2, 3, 4]);
  expect(straight.view).toMatchObject({ kind: 'delivery', coordinates: '53.9, 7.75' });
  await fc.assert(
    fc.asyncProperty(course, async (indexes) => {
      expect(await endOf(indexes)).toEqual(straight);
    }),
    { numRuns: 25 },
  );
}, 60_000);
