import { describe, expect, test } from 'vitest';
import { changeOrder } from '../../electron/commands/change-order.ts';
import { previewStep } from '../../electron/commands/preview-step.ts';
import { takeBack } from '../../electron/commands/take-back.ts';
import { undoStep } from '../../electron/commands/undo-step.ts';
import { viewOrder } from '../../electron/queries/view-order.ts';
import { viewThread, viewConversation } from '../../electron/queries/view-conversation.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import { applyStatus } from '../../electron/store/apply-tick.ts';
import type { Store } from '../../electron/store/open-store.ts';
import type { News } from '../../shared/contract/live.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { tellingDeps, type TellingOver } from '../support/telling-deps.ts';

const DAY = 24 * 60 * 60 * 1000;
const { tells } = defaultSettings();

function openShop({
  phone = '16505550111',
  number = '106540352242922',
  rehearsal = false,
  telling,
}: { phone?: string; number?: string; rehearsal?: boolean } & Pick<TellingOver, 'telling'> = {}) {
  const rooms = openRooms();
  const { store, db } = rooms;
  const chat = rooms.conversation(phone, T, number);
  const id = rooms.order(chat, { rehearsal });
  const clock = { now: T };
  const news: News[] = [];
  const deps = tellingDeps(store, { now: () => clock.now, publish: (entries) => void news.push(...entries), ...(telling ? { telling } : {}) });
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const step = (action: OrderAction, tell?: boolean | string, more: object = {}) => changeOrder(deps, { orderId: id, action, tell, ...more });
  const view = () => {
    const row = store.orders.get(id);
    if (!row) throw new Error('no order');
    return viewOrder(store, row, clock.now, 'en');
  };
  const undo = () => undoStep(deps, id, store.orderHistory.lastStep(id)?.id ?? 0);
  return { ...rooms, chat, id, clock, news, deps, count, step, view, undo, bodies: () => bodiesOf(store, chat) };
}
const bodiesOf = (store: Store, chat: number) =>
  viewThread(store, chat, null)
    .messages.filter((message) => message.direction === 'out' && !message.deleted)
    .map(({ content }) => ('body' in content ? content.body : content.kind));

describe('a step', () => {
  test('with its state, its history, its tell, its message and its place in the outbox is all there, or nothing of it', () => {
    const { store, deps, id, count, view } = openShop();
    const broken = {
      ...deps,
      store: {
        ...store,
        outbox: {
          ...store.outbox,
          add: () => {
            throw new Error('the power went');
          },
        },
      },
    };
    expect(() => changeOrder(broken, { orderId: id, action: 'accept' })).toThrow('the power went');
    expect(view()).toMatchObject({ state: 'new', tells: [], events: [{ what: 'state' }] });
    expect([count('messages'), count('outbox'), count('order_tells')]).toEqual([1, 0, 0]);
    expect(changeOrder(deps, { orderId: id, action: 'accept' })).toEqual({ ok: true });
    expect([count('messages'), count('outbox'), count('order_tells')]).toEqual([2, 1, 1]);
  });

  test('tells as the settings say, or as was said for this once', () => {
    const said = ([action, tell]: [OrderAction, boolean | string | undefined]) => {
      const shop = openShop();
      if (action === 'prepare') shop.step('accept', false);
      shop.step(action, tell);
      return shop.bodies();
    };
    expect(said(['accept', undefined])).toHaveLength(1);
    expect(said(['accept', false])).toEqual([]);
    expect(said(['accept', true])).toHaveLength(1);
    expect(said(['accept', ' Coming right up \n'])).toEqual(['Coming right up']);
    expect(said(['prepare', undefined])).toEqual([]);
    expect(said(['prepare', true])).toEqual(['Hello, we are preparing your order #1 now.']);
  });

  test('with an edited text that says nothing, or one that Meta would not take, is told so', () => {
    const { step, view, count } = openShop();
    expect(step('accept', ' \n')).toEqual({ ok: false, reason: 'empty-text' });
    expect(view().state).toBe('new');
    expect(step('accept', 'x'.repeat(4097))).toEqual({ ok: true });
    expect(view().tells).toMatchObject([{ state: 'not-told', reason: 'text-too-long' }]);
    expect(count('outbox')).toBe(0);
  });

  test('fills in the customer’s name, the total, the promise and the reason, in the customer’s language', () => {
    const { store, db, id, chat, clock, step, bodies, view } = openShop({ telling: { shopName: 'Bakery' } });
    const customerId = store.conversations.get(chat)?.customer_id ?? 0;
    store.customers.name(customerId, 'Ana', null, T);
    store.customers.setLanguage(customerId, 'de');
    store.orders.addLines(id, 0, [{ retailerId: 'a', quantity: 3, quantityRaw: '3', unitMinor: 799, currency: 'EUR', unitRaw: '7.99' }]);
    expect(step('accept', undefined, { promisedAt: T + 3_600_000 })).toEqual({ ok: true });
    expect(bodies().map((body) => body.replaceAll('\u00a0', ' '))).toEqual([
      'Guten Tag Ana, vielen Dank für Ihre Bestellung #1! Wir haben sie angenommen. Summe: 23,97 €. Sie ist voraussichtlich gegen 11:00 Uhr fertig.',
    ]);
    step('cancel', undefined, { reason: ' Ofen kaputt. ' });
    expect(bodies()[1]).toBe('Guten Tag Ana, leider mussten wir Ihre Bestellung #1 stornieren. Grund: Ofen kaputt.');
    expect(view().tells.map((tell) => [tell.step, tell.state, tell.takeBackUntil])).toEqual([
      ['accepted', 'waiting', T + 10_000],
      ['cancelled', 'waiting', T + 10_000],
    ]);
    clock.now += 10_000;
    expect(view().tells.map((tell) => tell.state)).toEqual(['told', 'told']);
    expect(db.prepare('SELECT next_at, takeback_until FROM outbox').all()).toEqual(Array(2).fill({ next_at: T + 10_000, takeback_until: T + 10_000 }));
  });

  test.each<[string, Reason, Parameters<typeof openShop>[0], number]>([
    ['the number can send nothing', 'number-cannot-reply', { number: 'onprem' }, 0],
    ['the window is closed and no template is named', 'no-template', {}, DAY],
    [
      'the template is none',
      'template-problem',
      { telling: { tells: { ...tells, accepted: { ...tells.accepted, template: { name: 'No such!', language: 'en', fields: [] } } } } },
      DAY,
    ],
  ])('where %s tells nobody, and says why', (_, reason, over, later) => {
    const { clock, step, view, deps, id, count, news } = openShop(over);
    clock.now += later;
    expect(previewStep(deps, { orderId: id, action: 'accept', reason: null })).toMatchObject({ how: null, reason, alreadyTold: false });
    expect(step('accept')).toEqual({ ok: true });
    expect(view()).toMatchObject({ state: 'accepted', tells: [{ step: 'accepted', state: 'not-told', reason, messageId: null }] });
    expect(view().events.at(-1)).toMatchObject({ who: 'program', what: 'not-told', detail: { step: 'accepted', reason } });
    expect([count('outbox'), news]).toEqual([0, [{ kind: 'order', orderId: id }]]);
  });

  test('of a customer that nothing leads to tells nobody', () => {
    const { db, step, view } = openShop();
    db.prepare('DELETE FROM customer_aliases').run();
    step('accept');
    expect(view().tells).toMatchObject([{ state: 'not-told', reason: 'customer-unknown' }]);
  });

  test('of a rehearsal, or of an order without a chat, is told to nobody and needs no reason', () => {
    const rehearsal = openShop({ rehearsal: true });
    const { db, ...phoned } = openShop();
    db.prepare('UPDATE orders SET conversation_id = NULL').run();
    for (const { step, view, deps, id } of [rehearsal, phoned]) {
      expect(previewStep(deps, { orderId: id, action: 'accept', reason: null })).toBeNull();
      expect(step('accept', true)).toEqual({ ok: true });
      expect(view()).toMatchObject({ state: 'accepted', tells: [] });
      expect(view().events.map((event) => event.what)).toEqual(['state', 'state']);
    }
  });

  test('is told by the template outside the window, its fields filled in their order', () => {
    const template = { name: 'order_accepted', language: 'de', fields: ['number', 'total'] as ['number', 'total'] };
    const { store, clock, chat, step, deps, id } = openShop({ telling: { tells: { ...tells, accepted: { ...tells.accepted, template } } } });
    clock.now += DAY;
    expect(previewStep(deps, { orderId: id, action: 'accept', reason: null })).toMatchObject({ how: 'template', language: 'de', text: '1 · –' });
    step('accept');
    const last = store.messages.threadPage(chat, null, 1)[0];
    expect([last?.type, JSON.parse(last?.content ?? '{}')]).toEqual([
      'template',
      { kind: 'template', name: 'order_accepted', language: 'de', body: '1 · –', fields: ['1', '–'] },
    ]);
  });
});

test('a step that cannot be done is not previewed; one that is done already is', () => {
  const { deps, id, step } = openShop();
  const preview = (action: OrderAction) => previewStep(deps, { orderId: id, action, reason: null });
  expect([preview('ready'), preview('accept')?.on, previewStep(deps, { orderId: 99, action: 'accept', reason: null })]).toEqual([null, true, null]);
  step('accept');
  expect(preview('accept')).toMatchObject({ how: null, reason: null, alreadyTold: true });
  expect(previewStep(deps, { orderId: id, action: 'prepare', reason: null, promisedAt: T })).toMatchObject({
    on: false,
    text: expect.stringContaining('10:00 AM'),
  });
});

describe('a message that waits', () => {
  test('is taken back with its tell, and stays readable as what it was', () => {
    const { store, chat, id, step, view, deps, clock, news } = openShop();
    step('accept');
    const messageId = view().tells[0]?.messageId ?? 0;
    news.length = 0;
    expect(takeBack(deps, messageId)).toEqual({ ok: true });
    expect(takeBack(deps, messageId)).toEqual({ ok: true });
    expect(news).toEqual([
      { kind: 'message', conversationId: chat, messageId },
      { kind: 'conversation', conversationId: chat },
      { kind: 'order', orderId: id },
    ]);
    expect(view()).toMatchObject({ state: 'accepted', tells: [] });
    expect(view().events.at(-1)).toMatchObject({ who: 'operator', what: 'taken-back', detail: { step: 'accepted' } });
    expect(viewThread(store, chat, null).messages.at(-1)).toMatchObject({ id: messageId, deleted: true, status: null, takeBackUntil: null });
    expect(store.outbox.due(T + DAY, 9)).toEqual([]);
    clock.now += 60_000;
    // Asked for in so many words it is told after all; by itself it is not.
    step('accept');
    expect(view().tells).toEqual([]);
    step('accept', true);
    expect(view().tells).toMatchObject([{ state: 'waiting', messageId: messageId + 1 }]);
  });

  test('answers no question once it is taken back', () => {
    const { store, chat, inbound, outgoing, deps } = openShop();
    inbound(chat, { product: { catalogId: 'c', retailerId: 'loaf' }, sentAt: T });
    const view = () => {
      const row = store.conversations.get(chat);
      return row && viewConversation(store, row, T).questionSince;
    };
    const answer = outgoing(chat, { sentAt: T + 1 });
    expect(view()).toBeNull();
    expect(takeBack(deps, answer)).toEqual({ ok: true });
    expect(view()).toBe(T);
  });

  test('is taken out however long the outbox is held up, but not once it is being sent', () => {
    const { store, chat, outgoing, deps, clock } = openShop();
    const [held, going] = [outgoing(chat), outgoing(chat)];
    clock.now += DAY;
    expect(takeBack(deps, held)).toEqual({ ok: true });
    store.outbox.lease(store.outbox.of(going)?.id ?? 0, T + DAY + 60_000);
    expect(takeBack(deps, going)).toEqual({ ok: false, reason: 'too-late' });
  });

  test('that asks something leaves no question open, and withdraws what it proposed', () => {
    const { store, chat, id, outgoing, deps, view } = openShop();
    const messageId = outgoing(chat);
    const revisionId = store.orderRevisions.add({ order_id: id, state: 'proposed', made_at: T, decided_at: null, message_id: messageId }, []);
    store.orderAsks.add({ order_id: id, what: 'revision', token: 't', message_id: messageId, revision_id: revisionId, asked_at: T });
    expect(takeBack(deps, messageId)).toEqual({ ok: true });
    expect([store.orderRevisions.get(revisionId)?.state, store.orderAsks.byToken('t')?.answered_at]).toEqual(['withdrawn', T]);
    expect(view().events.at(-1)).toMatchObject({ what: 'revision-withdrawn', detail: { revisionId } });
  });
});

describe('undone', () => {
  test('from every state that a step led to, without and with a word to the customer', () => {
    const ways: OrderAction[][] = [
      ['accept'],
      ['decline'],
      ['accept', 'prepare'],
      ['accept', 'ready'],
      ['accept', 'prepare', 'ready'],
      ['accept', 'ready', 'complete'],
      ['accept', 'cancel'],
      ['accept', 'prepare', 'cancel'],
      ['accept', 'ready', 'cancel'],
    ];
    for (const way of ways) {
      for (const late of [false, true]) {
        const { clock, step, view, undo, count } = openShop();
        for (const action of way.slice(0, -1)) step(action, false);
        const before = view();
        step(way.at(-1) ?? 'accept', true);
        if (late) clock.now += 10_000;
        expect(view().undo).toMatchObject({ from: before.state, told: late ? 'yes' : 'waiting' });
        // The outbox still holds it, so it is not too late, whatever the clock says.
        expect(undo()).toEqual({ ok: true, told: false, correction: null });
        expect(view()).toMatchObject({ state: before.state, tells: [], undo: null, closedAt: null });
        expect(count('outbox')).toBe(0);
      }
    }
  });

  test('after it went, the customer was told, and a correction is proposed in their language', () => {
    const { store, step, undo, view, chat } = openShop();
    store.customers.setLanguage(store.conversations.get(chat)?.customer_id ?? 0, 'de');
    step('accept');
    store.outbox.settle(view().tells[0]?.messageId ?? 0, 'accepted');
    expect(undo()).toEqual({
      ok: true,
      told: true,
      correction: expect.stringMatching(/^Guten Tag, .*#1 war ein Versehen.*Wir sehen uns Ihre Bestellung noch an/),
    });
    expect(store.orders.ringing()).toHaveLength(1);
  });

  test('what failed told nobody, unless it was sent again', () => {
    const { store, chat, step, undo, view, outgoing } = openShop();
    step('accept');
    const messageId = view().tells[0]?.messageId ?? 0;
    store.outbox.settle(messageId, 'failed');
    applyStatus(store, { id: messageId }, { by: 'outbox', status: 'failed' }, { reason: 'undeliverable', code: 131026, details: null });
    expect(view()).toMatchObject({ tells: [{ state: 'not-told', reason: 'undeliverable' }], undo: { told: 'no' } });
    store.messages.setSentAgain(messageId, outgoing(chat));
    expect(view()).toMatchObject({ tells: [{ state: 'told', reason: null }], undo: { told: 'yes' } });
    expect(undo()).toMatchObject({ told: true });
  });

  test('what could not be told is owed no more', () => {
    const { clock, step, undo, view } = openShop();
    clock.now += DAY;
    step('accept');
    expect(undo()).toEqual({ ok: true, told: false, correction: null });
    expect(view().tells).toEqual([]);
  });
});
