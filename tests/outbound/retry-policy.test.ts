import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRetry } from '../../electron/outbound/retry-policy.ts';
import { reasonOfCode } from '../../electron/wire/reason-of-code.ts';

/** A try that Meta refused with this code. */
const refused = (code: number | null, retryAfterMs: number | null = null) => ({ kind: 'refused' as const, reason: reasonOfCode(code), code, retryAfterMs });

/** The delays, in s, of a message that is refused with the same code again and again, until it is given up or held. */
function course(code: number): { waits: number[]; end: string } {
  const waits: number[] = [];
  for (let attempt = 1; attempt < 100; attempt += 1) {
    const verdict = decideRetry(refused(code), attempt, 0);
    if (verdict.next !== 'again') return { waits, end: verdict.next };
    waits.push(verdict.afterMs / 1000);
  }
  return { waits, end: 'never' };
}

const YES = [2, 131016, 133004, 131057, 2494100, 130429, 131000];
const LATER = [4, 80007, 80008, 80009, 80014, 131042, 131048, 131064, 133016];
const HOLD = [0, 190, 102, 104, 3, 10, 131005, 200, 219, 294, 299];
const NO = [
  368, 131031, 130497, 33, 100, 803, 2200, 130472, 131008, 131009, 131021, 131026, 131030, 131037, 131045, 131047, 131049, 131050, 131051, 131052, 131053,
  131055, 131059, 131061, 131062, 131063, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132069, 133000, 133005, 133006,
  133008, 133009, 133010, 133015, 134011, 135000, 137000, 130403, 199, 300, 987654,
];

describe('what Meta refuses', () => {
  test.each(YES)('code %i passes by itself: it is tried again within seconds, and more and more rarely', (code) => {
    const { waits, end } = course(code);
    expect(waits[0]).toBe(2);
    expect(waits.length).toBeGreaterThanOrEqual(3);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(end).toBe('fail');
  });

  test('code 131000 is tried again three times at the most', () => {
    expect(course(131000)).toEqual({ waits: [2, 10, 60], end: 'fail' });
  });

  test('code 1, which may be our own fault, is tried again once', () => {
    expect(course(1)).toEqual({ waits: [5], end: 'fail' });
  });

  test.each(LATER)('code %i waits for a person or for time: minutes, then hours', (code) => {
    const { waits, end } = course(code);
    expect(waits[0]).toBe(60);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(4 * 3600);
    expect(end).toBe('fail');
  });

  test('too many messages to one customer wait 4^X seconds', () => {
    expect(course(131056)).toEqual({ waits: [1, 4, 16, 64, 256, 1024], end: 'fail' });
  });

  test.each(HOLD)('code %i is the token or a permission: it holds the whole outbox, at the first try and at any other', (code) => {
    expect(course(code)).toEqual({ waits: [], end: 'hold' });
    expect(decideRetry(refused(code), 7, 0.5)).toEqual({ next: 'hold', reason: reasonOfCode(code) });
  });

  test.each(NO)('code %i is a no', (code) => {
    expect(course(code)).toEqual({ waits: [], end: 'fail' });
  });

  test('every reason of the outcome is the one that the operator is told', () => {
    for (const code of [...YES, ...LATER, 1, 131056, ...HOLD, ...NO]) expect(decideRetry(refused(code), 1, 0)).toMatchObject({ reason: reasonOfCode(code) });
    expect(decideRetry(refused(null), 1, 0)).toEqual({ next: 'fail', reason: 'unknown-code' });
  });

  test('what Meta asks for by Retry-After is waited for, unless the table waits longer', () => {
    expect(decideRetry(refused(130429, 30_000), 1, 0)).toMatchObject({ next: 'again', afterMs: 30_000 });
    expect(decideRetry(refused(130429, 1_000), 1, 0)).toMatchObject({ next: 'again', afterMs: 2_000 });
    expect(decideRetry(refused(131026, 30_000), 1, 0)).toMatchObject({ next: 'fail' });
    expect(decideRetry(refused(130429, 9_999_999_999), 1, 0)).toMatchObject({ next: 'again', afterMs: 60 * 60_000 });
  });
});

describe('what never reached Meta', () => {
  test('is tried for as long as it takes, every minute in the end', () => {
    const waits = Array.from({ length: 12 }, (_, index) => decideRetry({ kind: 'not-sent' }, index + 1, 0));
    expect(waits.map((verdict) => verdict.next === 'again' && verdict.afterMs / 1000)).toEqual([1, 2, 5, 10, 20, 30, 60, 60, 60, 60, 60, 60]);
    expect(decideRetry({ kind: 'not-sent' }, 1_000_000, 0)).toEqual({ next: 'again', afterMs: 60_000, reason: 'unreachable' });
  });
});

const attempts = fc.integer({ min: 1, max: 1_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('whatever the try', () => {
  test('an answer that is not known is never tried again by itself', () => {
    fc.assert(
      fc.property(attempts, chance, (attempt, random) => {
        expect(decideRetry({ kind: 'unknown' }, attempt, random)).toEqual({ next: 'unknown' });
      }),
    );
  });

  test('a wait is never shorter than the table’s and at most a fifth longer', () => {
    const codes = fc.constantFrom(...YES, ...LATER, 1, 131056);
    const outcomes = fc.oneof(
      fc.constant({ kind: 'not-sent' as const }),
      fc.tuple(codes, fc.option(fc.integer({ min: 0, max: 600_000 }))).map(([code, after]) => refused(code, after)),
    );
    fc.assert(
      fc.property(outcomes, attempts, chance, (outcome, attempt, random) => {
        const plain = decideRetry(outcome, attempt, 0);
        const spread = decideRetry(outcome, attempt, random);
        expect(spread.next).toBe(plain.next);
        if (plain.next !== 'again' || spread.next !== 'again') return;
        expect(spread.afterMs).toBeGreaterThanOrEqual(plain.afterMs);
        expect(spread.afterMs).toBeLessThanOrEqual(plain.afterMs * 1.2);
        if (outcome.kind === 'refused') expect(plain.afterMs).toBeGreaterThanOrEqual(outcome.retryAfterMs ?? 0);
      }),
    );
  });

  test('nothing but token and permission holds the outbox, and nothing that Meta has refused becomes unknown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 3_000_000 }), attempts, chance, (code, attempt, random) => {
        const verdict = decideRetry(refused(code), attempt, random);
        expect(verdict.next).not.toBe('unknown');
        expect(verdict.next === 'hold').toBe(HOLD.includes(code) || (code >= 200 && code <= 299));
      }),
    );
  });
});
