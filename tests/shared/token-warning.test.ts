import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTokenEnding, type TokenTold, tokenWarning } from '../../shared/domain/token-warning.ts';

const DAY = 24 * 60 * 60_000;
const END = Date.UTC(2026, 10, 30);

/** What is told when it is looked at these times. */
function warnings(looks: readonly number[], end: number | null = END): number[] {
  let told: TokenTold | null = null;
  return looks.flatMap((at) => {
    const days = tokenWarning(end, at, told);
    if (days === null || end === null) return [];
    told = { expiresAt: end, days };
    return [days];
  });
}

test('is told at seven, three and one days, each once', () => {
  const everyHour = Array.from({ length: 24 * 20 }, (_, hour) => END - 10 * DAY + hour * 60 * 60_000);
  expect(warnings(everyHour)).toEqual([7, 3, 1]);
  expect(warnings([END - 7 * DAY - 1])).toEqual([]);
  expect(warnings([END - 7 * DAY])).toEqual([7]);
});

test('whenever it is looked at, none is told twice, none too early, and the nearest is not left out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: END - 12 * DAY, max: END + DAY }), { maxLength: 60 }), (given) => {
      const looks = given.toSorted((a, b) => a - b);
      const told = warnings(looks);
      expect(told).toEqual([...new Set(told)].toSorted((a, b) => b - a));
      const last = looks.findLast((at) => at < END);
      const left = last === undefined ? Infinity : (END - last) / DAY;
      expect(told.at(-1)).toBe([1, 3, 7].find((days) => left <= days));
    }),
  );
});

test('another token is warned of anew; one without end, or that has ended, never', () => {
  expect(tokenWarning(END + DAY, END - DAY, { expiresAt: END, days: 1 })).toBe(3);
  expect(warnings([END - DAY], null)).toEqual([]);
  expect(warnings([END, END + DAY])).toEqual([]);
  expect([isTokenEnding(null, END), isTokenEnding(END, END - 7 * DAY), isTokenEnding(END, END - 7 * DAY - 1)]).toEqual([false, true, false]);
});
