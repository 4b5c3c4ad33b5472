import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedIn, type HourCount, HOURS_OF_WEEK, isUnusualSilence, usualOf } from '../../shared/domain/silence.ts';

const HOUR = 60 * 60_000;
const T = Date.UTC(2026, 10, 23);
/** 23 November 2026 is a Monday. */
const hourOfWeekAt = (at: number) => ((Math.floor((at - T) / HOUR) % HOURS_OF_WEEK) + HOURS_OF_WEEK) % HOURS_OF_WEEK;

/** Four weeks of a shop that is open from nine to six. */
const weeks = (perHour: number, busiest = perHour): HourCount[] =>
  [busiest, perHour, perHour, perHour].flatMap((count) =>
    Array.from({ length: HOURS_OF_WEEK }, (_, hourOfWeek) => ({ hourOfWeek, count: hourOfWeek % 24 >= 9 && hourOfWeek % 24 < 18 ? count : 0 })),
  );

test('a shop without history is never silent for too long', () => {
  const nothing = usualOf([]);
  fc.assert(
    fc.property(fc.nat(1000), (hours) => {
      expect(isUnusualSilence(expectedIn(nothing, T, T + hours * HOUR, hourOfWeekAt), nothing.bunching)).toBe(false);
    }),
  );
});

test('a night, and every hour in which nothing is usual, is no silence; the opening hours are', () => {
  const usual = usualOf(weeks(6));
  const night = expectedIn(usual, T + 18 * HOUR, T + 33 * HOUR, hourOfWeekAt);
  expect(night).toBe(0);
  expect(expectedIn(usual, T + 18 * HOUR, T + 34 * HOUR, hourOfWeekAt)).toBeCloseTo(6);
  expect(isUnusualSilence(6, usual.bunching)).toBe(false);
  // Seven to be expected and none came: once in a thousand.
  expect(isUnusualSilence(expectedIn(usual, T + 18 * HOUR, T + 34.25 * HOUR, hourOfWeekAt), usual.bunching)).toBe(true);
});

test('the busiest week of four does not make the others look silent', () => {
  expect(usualOf(weeks(1, 500)).perHour).toEqual(usualOf(weeks(1)).perHour);
});

test('what comes in bunches may be silent for longer', () => {
  const counts = [0, 12, 0, 12, 0, 12].map((count) => ({ hourOfWeek: 9, count }));
  const usual = usualOf(counts);
  expect(usual.bunching).toBeGreaterThan(2);
  expect(isUnusualSilence(7, usual.bunching)).toBe(false);
  expect(isUnusualSilence(7, 1)).toBe(true);
});

test('what is to be expected adds up, however a time is cut', () => {
  const usual = usualOf(weeks(3));
  const minutes = fc.integer({ min: 0, max: 3 * HOURS_OF_WEEK * 60 });
  fc.assert(
    fc.property(minutes, minutes, minutes, (...cuts) => {
      const [from, middle, to] = cuts.toSorted((a, b) => a - b).map((minute) => T + minute * 60_000) as [number, number, number];
      const whole = expectedIn(usual, from, to, hourOfWeekAt);
      expect(expectedIn(usual, from, middle, hourOfWeekAt) + expectedIn(usual, middle, to, hourOfWeekAt)).toBeCloseTo(whole);
      expect(whole).toBeGreaterThanOrEqual(0);
    }),
  );
});
