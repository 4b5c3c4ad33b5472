import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BellHours, hourSilence, isOpen, lastTimeOfDay, nextHourChange, silenceEnded, silenceEnds } from '../../shared/domain/bell-hours.ts';
import { wallClock } from '../../shared/domain/wall-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Date.parse(iso);
const WEEK = (spans: { from: string; to: string }[]) => Array.from({ length: 7 }, () => spans);
const hoursOf = (over: Partial<BellHours>): BellHours => ({
  quietHours: { on: false, from: '22:00', to: '07:00' },
  openingHours: WEEK([]),
  timeZone: 'Europe/Berlin',
  ...over,
});
const QUIET = hoursOf({ quietHours: { on: true, from: '22:00', to: '07:00' } });

const zones = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Chatham', 'Australia/Lord_Howe', 'UTC');
const clockTimes = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minute) => `${two(minute / 60)}:${two(minute % 60)}`);
const spans = fc.record({ from: clockTimes, to: clockTimes });
const anyHours = fc.record({
  quietHours: fc.record({ on: fc.boolean(), from: clockTimes, to: clockTimes }),
  openingHours: fc.array(fc.array(spans, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
  timeZone: zones,
});
/** Two years with four changes of clocks, to the second; every tenth right at one of Berlin's. */
const moments = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: at('2026-01-01T00:00:00Z') / 1000, max: at('2027-12-31T00:00:00Z') / 1000 }).map((s) => s * 1000) },
  { weight: 1, arbitrary: fc.integer({ min: -7_200, max: 7_200 }).map((s) => at('2026-10-25T01:00:00Z') + s * 1000) },
);
function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

describe('the clock on the wall', () => {
  test('shows what the calendar says, in every time zone', () => {
    fc.assert(
      fc.property(moments, zones, (now, timeZone) => {
        const { day, weekday, minute } = wallClock(now, timeZone);
        const told = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now);
        const date = new Date(day * 24 * HOUR);
        expect(`${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}, ${two(minute / 60)}:${two(minute % 60)}`).toBe(told);
        expect(weekday).toBe((date.getUTCDay() + 6) % 7);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the hours', () => {
  test.each([
    ['2026-11-24T21:59:59+01:00', null],
    ['2026-11-24T22:00:00+01:00', 'quiet-hours'],
    ['2026-11-25T00:00:00+01:00', 'quiet-hours'],
    ['2026-11-25T06:59:59+01:00', 'quiet-hours'],
    ['2026-11-25T07:00:00+01:00', null],
  ])('quiet over midnight: at %s %s', (iso, silence) => {
    expect(hourSilence(at(iso), QUIET)).toBe(silence);
  });

  test('a span past midnight belongs to the day it begins', () => {
    // 2026-11-27 is a Friday.
    const hours = hoursOf({ openingHours: [[], [], [], [], [{ from: '18:00', to: '02:00' }], [], []] });
    expect(isOpen(at('2026-11-27T01:00:00+01:00'), hours)).toBe(false);
    expect(isOpen(at('2026-11-27T18:00:00+01:00'), hours)).toBe(true);
    expect(isOpen(at('2026-11-28T01:59:00+01:00'), hours)).toBe(true);
    expect(isOpen(at('2026-11-28T02:00:00+01:00'), hours)).toBe(false);
    expect(nextHourChange(at('2026-11-28T03:00:00+01:00'), hours)).toBe(at('2026-12-04T18:00:00+01:00'));
  });

  test('a week without hours is always open, and then nothing ever changes', () => {
    expect(hourSilence(0, hoursOf({}))).toBe(null);
    expect(nextHourChange(0, hoursOf({}))).toBe(null);
  });

  test('end at the hour on the wall, also in the nights when the clocks change', () => {
    expect(silenceEnds(at('2026-03-28T23:00:00+01:00'), QUIET)).toBe(at('2026-03-29T07:00:00+02:00'));
    expect(silenceEnds(at('2026-10-24T23:00:00+02:00'), QUIET)).toBe(at('2026-10-25T07:00:00+01:00'));
    // 02:30 does not come in that night: the quiet ends when the clocks jump over it.
    const jumped = hoursOf({ quietHours: { on: true, from: '22:00', to: '02:30' } });
    expect(silenceEnds(at('2026-03-28T23:00:00+01:00'), jumped)).toBe(at('2026-03-29T03:00:00+02:00'));
  });

  test('a silence that passes from quiet hours into closed ones ends when the shop opens', () => {
    const hours = { ...QUIET, openingHours: WEEK([{ from: '10:00', to: '20:00' }]) };
    const night = at('2026-11-25T03:00:00+01:00');
    expect(hourSilence(night, hours)).toBe('quiet-hours');
    expect(nextHourChange(night, hours)).toBe(at('2026-11-25T07:00:00+01:00'));
    expect(silenceEnds(night, hours)).toBe(at('2026-11-25T10:00:00+01:00'));
    expect(silenceEnded(at('2026-11-25T10:03:30+01:00'), 10 * MINUTE, hours)).toBe(at('2026-11-25T10:00:00+01:00'));
    expect(silenceEnded(at('2026-11-25T10:13:30+01:00'), 10 * MINUTE, hours)).toBe(null);
  });

  test('the next change is the first one: nothing differs before it, and something does at it', () => {
    fc.assert(
      fc.property(moments, anyHours, fc.double({ min: 0, max: 1, noNaN: true }), (now, hours, share) => {
        const change = nextHourChange(now, hours);
        const end = change ?? now + 8 * 24 * HOUR;
        const between = Math.floor(now + share * (end - 1 - now));
        expect(hourSilence(between, hours)).toBe(hourSilence(now, hours));
        if (change === null) return;
        expect(change).toBeGreaterThan(now);
        expect(hourSilence(change - 1, hours)).toBe(hourSilence(now, hours));
        expect(hourSilence(change, hours)).not.toBe(hourSilence(now, hours));
      }),
      { numRuns: 400 },
    );
  });

  test('a silence ends when it is said to, and was ended then', () => {
    fc.assert(
      fc.property(moments, anyHours, (now, hours) => {
        const ends = silenceEnds(now, hours);
        if (ends === null) return;
        expect(hourSilence(now, hours)).not.toBe(null);
        expect(hourSilence(ends - 1, hours)).not.toBe(null);
        expect(hourSilence(ends, hours)).toBe(null);
        expect(silenceEnded(ends, MINUTE, hours)).toBe(ends);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time of the day', () => {
  test.each([
    ['2026-11-25T09:00:00+01:00', '09:00', '2026-11-25T09:00:00+01:00'],
    ['2026-11-25T08:59:59+01:00', '09:00', '2026-11-24T09:00:00+01:00'],
    ['2026-03-29T12:00:00+02:00', '02:30', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T02:45:00+01:00', '02:30', '2026-10-25T02:30:00+02:00'],
  ])('at %s, %s came last at %s', (now, clockTime, came) => {
    expect(new Date(lastTimeOfDay(at(now), clockTime, 'Europe/Berlin')).toISOString()).toBe(new Date(came).toISOString());
  });

  test('came within the last day, and the wall showed it or had jumped over it', () => {
    fc.assert(
      fc.property(moments, clockTimes, zones, (now, clockTime, timeZone) => {
        const came = lastTimeOfDay(now, clockTime, timeZone);
        expect(came).toBeLessThanOrEqual(now);
        expect(now - came).toBeLessThan(26 * HOUR);
        const { minute } = wallClock(came, timeZone);
        const past = (minute - Number(clockTime.slice(0, 2)) * 60 - Number(clockTime.slice(3)) + 24 * 60) % (24 * 60);
        expect(past).toBeLessThanOrEqual(60);
      }),
      { numRuns: 200 },
    );
  });
});
