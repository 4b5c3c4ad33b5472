import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessDay, startOfBusinessDay } from '../../shared/domain/business-day.ts';
import { cameLate } from '../../shared/domain/late.ts';
import { SERVICE_WINDOW_MARGIN_MS, SERVICE_WINDOW_MS, serviceWindow } from '../../shared/domain/service-window.ts';

const HOUR = 60 * 60 * 1000;
const at = (iso: string) => Date.parse(iso);

describe('the business day', () => {
  test.each([
    ['2026-11-23T03:59:00+01:00', 'Europe/Berlin', 4, '2026-11-22'],
    ['2026-11-23T04:00:00+01:00', 'Europe/Berlin', 4, '2026-11-23'],
    ['2026-11-23T00:30:00+01:00', 'Europe/Berlin', 0, '2026-11-23'],
    ['2026-03-29T03:30:00+02:00', 'Europe/Berlin', 4, '2026-03-28'],
    ['2026-01-01T02:00:00Z', 'UTC', 4, '2025-12-31'],
    ['2026-11-23T02:00:00Z', 'America/Los_Angeles', 4, '2026-11-22'],
  ])('%s in %s from %d o’clock is %s', (iso, zone, hour, day) => {
    expect(businessDay(at(iso), zone, hour)).toBe(day);
  });

  test('begins where the day before ends', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Pacific/Chatham', 'UTC');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 365 * 24 }), zone, fc.integer({ min: 0, max: 23 }), (hours, timeZone, businessDayStart) => {
        const now = hours * HOUR + 12_345;
        const start = startOfBusinessDay(now, { timeZone, businessDayStart });
        expect(businessDay(start, timeZone, businessDayStart)).toBe(businessDay(now, timeZone, businessDayStart));
        expect(businessDay(start - 1, timeZone, businessDayStart)).not.toBe(businessDay(now, timeZone, businessDayStart));
        expect(start).toBeLessThanOrEqual(now);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the service window', () => {
  test('is open for 24 hours after the customer wrote, less a margin', () => {
    const wrote = at('2026-11-23T12:00:00Z');
    expect(serviceWindow(wrote, wrote)).toEqual({ state: 'open', endsAt: wrote + SERVICE_WINDOW_MS });
    expect(serviceWindow(wrote, wrote + SERVICE_WINDOW_MS - SERVICE_WINDOW_MARGIN_MS - 1).state).toBe('open');
    expect(serviceWindow(wrote, wrote + SERVICE_WINDOW_MS - SERVICE_WINDOW_MARGIN_MS)).toEqual({ state: 'closed', endedAt: wrote + SERVICE_WINDOW_MS });
  });

  test('never opened where the customer never wrote', () => {
    expect(serviceWindow(null, 0)).toEqual({ state: 'never' });
  });
});

describe('late', () => {
  test('is more than ten minutes, by the clock of Meta', () => {
    expect(cameLate(0, 10 * 60_000, 0)).toBe(false);
    expect(cameLate(0, 10 * 60_000 + 1, 0)).toBe(true);
    expect(cameLate(0, 20 * 60_000, 15 * 60_000)).toBe(false);
    expect(cameLate(0, 5 * 60_000, -15 * 60_000)).toBe(true);
  });
});
