import { describe, expect, test } from 'vitest';
import { takeBack } from '../../electron/commands/take-back.ts';
import { viewConversation, viewThread } from '../../electron/queries/view-conversation.ts';
import { applyStatus } from '../../electron/store/apply-tick.ts';
import type { OrderAction } from '../../shared/domain/order.ts';
import { T } from '../support/open-rooms.ts';
import { openTellingShop as openShop } from '../support/telling-deps.ts';

const DAY = 24 * 60 * 60 * 1000;

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
    expect(viewThread(store, { conversationId: chat }).messages.at(-1)).toMatchObject({ id: messageId, deleted: true, status: null, takeBackUntil: null });
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
      const shown = row && viewConversation(store, row, { now: T, shopLanguage: 'en' });
      expect(shown?.unansweredSince).toBe(shown?.questionSince);
      return shown?.questionSince;
    };
    const answer = outgoing(chat, { sentAt: T + 1 });
    store.conversations.shopWrote(chat, T + 1);
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
    const revisionId = store.orderRevisions.add({ order_id: id, state: 'proposed', made_at: T, decided_at: null, message_id: messageId, request_id: null }, []);
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
        expect(view().undo).toMatchObject({ from: before.state, told: 'waiting' });
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

  test('and done again, a step that was told is told no second time, whoever asks', () => {
    const { store, step, undo, view, count } = openShop();
    step('accept');
    store.outbox.settle(view().tells[0]?.messageId ?? 0, 'accepted');
    for (const tell of [undefined, true, 'Once more']) {
      undo();
      expect([step('accept', tell), step('accept', tell)]).toEqual([{ ok: true }, { ok: true }]);
    }
    expect([count('outbox'), view().tells.length, view().events.filter((event) => event.what === 'told').length]).toEqual([1, 1, 1]);
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
