import { describe, expect, test } from 'vitest';
import { changeOrder } from '../../electron/commands/change-order.ts';
import { previewStep } from '../../electron/commands/preview-step.ts';
import { defaultSettings } from '../../electron/settings/default-settings.ts';
import { sendAgain } from '../../electron/commands/send-again.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { BARE, BARE_TEMPLATE } from '../../shared/domain/send-limits.ts';
import { T } from '../support/open-rooms.ts';
import { openTellingShop as openShop } from '../support/telling-deps.ts';

const DAY = 24 * 60 * 60 * 1000;
const { tells } = defaultSettings();

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
    expect(db.prepare('SELECT next_at, takeback_until FROM outbox').all()).toEqual([1, 2].map(() => ({ next_at: T + 10_000, takeback_until: T + 10_000 })));
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
    const last = store.threads.before(chat, null, 1)[0];
    expect([last?.type, JSON.parse(last?.content ?? '{}')]).toEqual([
      'template',
      { kind: 'template', ...BARE, ...BARE_TEMPLATE, name: 'order_accepted', language: 'de', body: '1 · –', buttons: [], fields: ['1', '–'] },
    ]);
  });
});

test('what failed told nobody: the step can be told again, once, and the failed message is sent again by nobody', () => {
  const { store, deps, id, chat, step, undo, view, bodies } = openShop();
  step('accept');
  const failed = view().tells[0]?.messageId ?? 0;
  store.outbox.settle(failed, 'failed');
  store.messages.setStatus(failed, 'failed', { reason: 'window-closed', code: 131_047, details: null });
  expect(previewStep(deps, { orderId: id, action: 'accept', reason: null })).toMatchObject({ how: 'text', alreadyTold: false });
  expect(undo()).toMatchObject({ ok: true, told: false, correction: null });
  expect([step('accept'), step('accept', true)]).toEqual([{ ok: true }, { ok: true }]);
  expect(view().tells).toMatchObject([{ step: 'accepted', state: 'waiting' }]);
  expect(bodies()).toHaveLength(2);
  expect(sendAgain(deps, failed)).toEqual({ ok: false, reason: 'already-sent' });
  expect(previewStep(deps, { orderId: id, action: 'accept', reason: null })).toMatchObject({ how: null, alreadyTold: true });
  const newer = view().tells[0]?.messageId ?? 0;
  expect([newer === failed, store.messages.get(newer)?.conversation_id]).toEqual([false, chat]);
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
