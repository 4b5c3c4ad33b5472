import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MESSAGE_STATUSES, type MessageStatus, nextStatus, TICKS, type Tick } from '../../shared/domain/message-status.ts';

const webhook = (status: Tick) => ({ by: 'webhook', status }) as const;
const tick = fc.constantFrom(...TICKS);

describe('ticks', () => {
  test('go forward one by one', () => {
    let status: MessageStatus = 'accepted';
    for (const next of ['sent', 'delivered', 'read', 'played'] as const) {
      status = nextStatus(status, webhook(next));
      expect(status).toBe(next);
    }
  });

  test.each([
    ['queued', 'failed', 'failed'],
    ['sent', 'failed', 'failed'],
    ['failed', 'sent', 'failed'],
    ['failed', 'delivered', 'delivered'],
    ['delivered', 'failed', 'delivered'],
    ['read', 'failed', 'read'],
    ['played', 'failed', 'played'],
    ['read', 'delivered', 'read'],
    ['unknown', 'sent', 'sent'],
  ] as const)('%s, then %s, is %s', (from, event, to) => {
    expect(nextStatus(from, webhook(event))).toBe(to);
  });

  test('the same set of ticks ends the same, in whatever order and however often it comes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_STATUSES), fc.array(tick, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (from, ticks, numbers) => {
        const shuffled = [...ticks, ...ticks]
          .map((one) => ({ one, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const end = (events: readonly Tick[]) => events.reduce((status, event) => nextStatus(status, webhook(event)), from);
        expect(end(shuffled)).toBe(end(ticks));
      }),
    );
  });
});

describe('the outbox', () => {
  test('may take a refused try back to the queue', () => {
    expect(nextStatus('sending', { by: 'outbox', status: 'queued' })).toBe('queued');
    expect(nextStatus('unknown', { by: 'outbox', status: 'accepted' })).toBe('accepted');
  });

  test('never overrules a tick that has overtaken the answer', () => {
    for (const status of ['queued', 'sending', 'unknown', 'accepted'] as const) {
      expect(nextStatus('sent', { by: 'outbox', status })).toBe('sent');
      expect(nextStatus('failed', { by: 'outbox', status })).toBe('failed');
    }
    expect(nextStatus('delivered', { by: 'outbox', status: 'failed' })).toBe('delivered');
  });
});
