import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOf } from '../../shared/domain/month-of.ts';

test('a month is the calendar’s in that time zone, whatever its clocks did', () => {
  expect(monthOf(Date.parse('2026-11-30T23:30:00Z'), 'Europe/Berlin')).toEqual({
    from: Date.parse('2026-12-01T00:00:00+01:00'),
    until: Date.parse('2027-01-01T00:00:00+01:00'),
  });
  expect(monthOf(Date.parse('2026-11-30T23:30:00Z'), 'America/Los_Angeles')).toEqual({
    from: Date.parse('2026-11-01T00:00:00-07:00'),
    until: Date.parse('2026-12-01T00:00:00-08:00'),
  });
  expect(monthOf(Date.parse('2026-02-10T00:00:00Z'), 'Asia/Kathmandu').from).toBe(Date.parse('2026-02-01T00:00:00+05:45'));
});

test('every moment lies in its month, and months join without a gap', () => {
  const zone = fc.constantFrom('UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London', 'America/Sao_Paulo', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) }), zone, (at, timeZone) => {
      const { from, until } = monthOf(at, timeZone);
      expect(from <= at && at < until).toBe(true);
      expect(monthOf(until, timeZone).from).toBe(until);
      expect(monthOf(from - 1, timeZone).until).toBe(from);
    }),
    { numRuns: 60 },
  );
});
