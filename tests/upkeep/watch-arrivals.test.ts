import { expect, test } from 'vitest';
import { watchArrivals } from '../../electron/upkeep/watch-arrivals.ts';
import { wallClock } from '../../shared/domain/wall-clock.ts';

const HOUR = 60 * 60_000;
const ZONE = 'Europe/Berlin';

/** A shop whose webhooks come at these times. */
function shop(arrivals: readonly number[], at: number, timeZone = ZONE) {
  const times = arrivals.filter((time) => time < at).toSorted((a, b) => a - b);
  const watch = watchArrivals({
    countSince: (since) => times.filter((time) => time >= since).length,
    lastAt: () => times.at(-1) ?? null,
    timeZone: () => timeZone,
    now: () => at,
  });
  // Past hours are counted a few at a look.
  const proof = (notBefore = 0) => Array.from({ length: 20 }, () => watch.proof(notBefore)).at(-1);
  return proof;
}

/** Every ten minutes while it is nine to six on the wall, all days of the week, from some weeks before until then. */
function openHours(until: number, weeks: number, timeZone = ZONE): number[] {
  const every = 10 * 60_000;
  return Array.from({ length: (weeks * 7 * 24 * HOUR) / every }, (_, n) => until - n * every).filter((at) => {
    const { minute } = wallClock(at, timeZone);
    return minute >= 9 * 60 && minute < 18 * 60;
  });
}

const wednesday = (hour: number, minute = 0) => Date.UTC(2026, 10, 25, hour - 1, minute);

test('a shop without history is never told to be silent', () => {
  expect(shop([], wednesday(12))()).toMatchObject({ state: 'unknown', at: null });
  expect(shop([wednesday(9)], wednesday(18))()).toMatchObject({ state: 'good', at: wednesday(9) });
  const young = openHours(wednesday(9) - 24 * HOUR, 1);
  expect(shop(young, wednesday(17))()).toMatchObject({ state: 'good', reason: null });
});

test('silence in the hours that are usually loud is told, with how many were to be expected', () => {
  const past = openHours(wednesday(9) - HOUR, 4);
  expect(shop(past, wednesday(9, 50))()).toMatchObject({ state: 'good' });
  expect(shop(past, wednesday(11))()).toMatchObject({ state: 'warn', reason: 'silent-too-long', details: '13' });
});

test('the night, and a time in which nothing could arrive, prove nothing', () => {
  const past = openHours(wednesday(18) - 24 * HOUR, 4);
  expect(shop(past, wednesday(8, 59))()).toMatchObject({ state: 'good' });
  const before = openHours(wednesday(9) - HOUR, 4);
  expect(shop(before, wednesday(11))(wednesday(10, 40))).toMatchObject({ state: 'good' });
});

test.each([
  ['set back', Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 26, 7)],
  ['set forward', Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 30, 6)],
])('where the clocks are %s the opening hours stay those on the wall', (_, change, opening) => {
  const past = openHours(change, 4);
  const upTo = [...past, ...openHours(opening, 1).filter((at) => at > change)];
  // Monday, nine o'clock on the wall, not an hour earlier or later.
  expect(wallClock(opening, ZONE).minute).toBe(8 * 60);
  const monday = shop(upTo, opening + HOUR);
  expect(monday()).toMatchObject({ state: 'good' });
  expect(shop(upTo, opening + 2.7 * HOUR)()).toMatchObject({ state: 'warn' });
});
