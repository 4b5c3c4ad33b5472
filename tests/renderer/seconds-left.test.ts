import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secondsLeft } from '../../renderer/orders/seconds-left.ts';
import { UNDO_MS } from '../../shared/domain/order.ts';

const moments = { until: fc.integer({ min: 0, max: 2e12 }), away: fc.integer({ min: -60_000, max: 60_000 }) };

it('never promises more seconds than there are, and none when the time is over', () => {
  fc.assert(
    fc.property(moments.until, moments.away, (until, away) => {
      const left = secondsLeft(until, until - away);
      expect(left).toBeLessThanOrEqual(UNDO_MS / 1000);
      expect(left === 0).toBe(away <= 0);
      if (away >= 1000) expect(left * 1000).toBeLessThanOrEqual(away);
    }),
  );
});

it('says ten right after the step, though the page counts in whole seconds', () => {
  const step = 1_795_000_000_930;
  expect(secondsLeft(step + UNDO_MS, Math.floor(step / 1000) * 1000)).toBe(10);
});
