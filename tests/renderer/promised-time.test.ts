import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPromise, promisedMoment, promiseMark, promiseMinutes } from '../../renderer/orders/promised-time.ts';
import { createFormats } from '../../renderer/ui/formats.ts';

const MINUTE = 60_000;
const { clock24 } = createFormats('en-US', 'Europe/Berlin', 'just now');
const NOW = Date.parse('2026-11-25T15:41:20Z');

describe('a promised time', () => {
  it('is the whole minute, so many minutes from now', () => {
    const at = promisedMoment({ kind: 'minutes', minutes: 30 }, NOW, clock24);
    expect(new Date(at ?? 0).toISOString()).toBe('2026-11-25T16:11:00.000Z');
  });

  it('is the next time that the shop’s clock shows it: today, or tomorrow where today’s is over', () => {
    const at = (clock: string) => new Date(promisedMoment({ kind: 'clock', clock }, NOW, clock24) ?? 0).toISOString();
    expect(at('17:00')).toBe('2026-11-25T16:00:00.000Z');
    expect(at('16:40')).toBe('2026-11-26T15:40:00.000Z');
  });

  it('keeps the clock time over the night in which the clocks are put forward or back', () => {
    const at = (now: string) => new Date(promisedMoment({ kind: 'clock', clock: '08:00' }, Date.parse(now), clock24) ?? 0).toISOString();
    expect(at('2027-03-27T20:00:00Z')).toBe('2027-03-28T06:00:00.000Z');
    expect(at('2026-10-24T19:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('is none for a clock time that is not whole yet', () => {
    for (const clock of ['', '1', '24:00', '12:60', 'noon']) expect(promisedMoment({ kind: 'clock', clock }, NOW, clock24)).toBe(null);
    expect(promisedMoment({ kind: 'none' }, NOW, clock24)).toBe(null);
  });

  it('shows the chosen time on the shop’s clock, within a day and an hour, in every season and hour', () => {
    const minute = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') });
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (now, hour, minutes) => {
        const clock = `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const at = promisedMoment({ kind: 'clock', clock }, now, clock24) ?? 0;
        expect(at).toBeGreaterThanOrEqual(Math.floor(now / MINUTE) * MINUTE);
        expect(at).toBeLessThanOrEqual(now + 25 * 60 * MINUTE);
        // An hour that the clock leaps over in spring is shown by no moment.
        if (hour !== 2) expect(clock24(at)).toBe(clock);
      }),
    );
  });

  it('is over only from the first whole minute after it', () => {
    expect(promiseMark(NOW + 18 * MINUTE, NOW)).toEqual({ kind: 'ahead', minutes: 18 });
    expect(promiseMark(NOW + 5 * MINUTE, NOW)).toEqual({ kind: 'soon', minutes: 5 });
    expect(promiseMark(NOW + 1, NOW)).toEqual({ kind: 'soon', minutes: 1 });
    expect(promiseMark(NOW, NOW)).toEqual({ kind: 'due', minutes: 0 });
    expect(promiseMark(NOW - MINUTE + 1, NOW)).toEqual({ kind: 'due', minutes: 0 });
    expect(promiseMark(NOW - MINUTE, NOW)).toEqual({ kind: 'over', minutes: 1 });
    expect(promiseMark(NOW - 5.5 * MINUTE, NOW)).toEqual({ kind: 'over', minutes: 5 });
  });

  it('offers the shop’s own minutes among the usual ones, each once', () => {
    expect(promiseMinutes(0)).toEqual([15, 30, 45, 60]);
    expect(promiseMinutes(20)).toEqual([15, 20, 30, 45, 60]);
    expect(promiseMinutes(30)).toEqual([15, 30, 45, 60]);
    expect(firstPromise(0)).toEqual({ kind: 'none' });
    expect(firstPromise(20)).toEqual({ kind: 'minutes', minutes: 20 });
  });
});
