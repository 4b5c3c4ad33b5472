import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryDelay } from '../../../electron/inbound/tunnel/retry-delay.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause before a tunnel tries again', () => {
  it('is half a second at least and a minute at most, whatever came before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), chance, (failures, x) => {
        const delay = retryDelay(failures, x);
        expect(Number.isInteger(delay)).toBe(true);
        expect(delay).toBeGreaterThanOrEqual(500);
        expect(delay).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  it('never shrinks as failures add up, chance being equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (failures, x) => {
        expect(retryDelay(failures + 1, x)).toBeGreaterThanOrEqual(retryDelay(failures, x));
      }),
    );
  });

  it('leaves half of itself to chance', () => {
    expect([retryDelay(1, 0), retryDelay(3, 0), retryDelay(3, 0.999999), retryDelay(50, 0)]).toEqual([500, 2_000, 4_000, 30_000]);
  });
});
