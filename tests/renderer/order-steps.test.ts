import { describe, expect, it } from 'vitest';
import { showsOrderOf } from '../../renderer/feed/invalidate-orders-of.ts';
import { followFocus, takesFocus } from '../../renderer/orders/follow-focus.ts';
import { createDoubleClickGuard } from '../../renderer/orders/guard-double-click.ts';
import { correctionOf, keepCorrection, lastStep, setLastStep, subscribeSteps } from '../../renderer/orders/last-step.ts';

describe('steps on the page', () => {
  it('lets the second half of a double click do nothing, on the same order or the next', () => {
    let now = 0;
    const mayStep = createDoubleClickGuard(() => now);
    expect(mayStep()).toBe(true);
    now = 599;
    expect(mayStep()).toBe(false);
    // A held button does not push the moment further and further away.
    now = 600;
    expect(mayStep()).toBe(true);
  });

  it('gives the focus once to where the order appears, and not much later', () => {
    followFocus(7, 1000);
    expect(takesFocus(8, 1001)).toBe(false);
    expect(takesFocus(7, 1001)).toBe(true);
    expect(takesFocus(7, 1002)).toBe(false);
    followFocus(7, 1000);
    expect(takesFocus(7, 5000)).toBe(false);
  });

  it('remembers the newest step and each order’s correction, and says so', () => {
    let told = 0;
    const end = subscribeSteps(() => (told += 1));
    setLastStep({ kind: 'done', shop: 'real', orderId: 1, eventId: 2, until: 3 });
    keepCorrection('real 1', 'Sorry, not yet.');
    expect(lastStep()).toMatchObject({ orderId: 1, eventId: 2 });
    expect([correctionOf('real 1'), correctionOf('practice 1')]).toEqual(['Sorry, not yet.', null]);
    keepCorrection('real 1', null);
    expect(correctionOf('real 1')).toBe(null);
    end();
    setLastStep(null);
    expect(told).toBe(3);
  });

  it('finds out whether an answer shows an order of a chat', () => {
    const board = { new: [], ready: [{ id: 1, conversationId: 5, lines: [] }], counts: { new: 0 } };
    expect(showsOrderOf(board, new Set([5]))).toBe(true);
    expect(showsOrderOf(board, new Set([6]))).toBe(false);
    expect(showsOrderOf({ pages: [{ orders: [{ conversationId: 5 }] }] }, new Set([5]))).toBe(true);
    for (const nothing of [undefined, null, 5, 'x', { conversationId: null }]) expect(showsOrderOf(nothing, new Set([5]))).toBe(false);
  });
});
