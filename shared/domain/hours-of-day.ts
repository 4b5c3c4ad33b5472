import { businessDay, localParts } from './business-day.ts';

const QUARTER_HOUR_MS = 15 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A stretch of the day within which the clock on the wall shows the same hour; `from` and `to` are ms since epoch, `to` belongs to the next one. */
export type HourOfDay = { hour: number; from: number; to: number };

/**
 * The hours of a business day by the clock on the shop's wall, first to last: 24 of them, 23 or 25 where clocks are changed. Empty for a day
 * that the calendar of that zone left out.
 * @param day YYYY-MM-DD
 * @param timeZone IANA name
 * @param startHour 0 to 23
 */
export function hoursOfBusinessDay(day: string, timeZone: string, startHour: number): HourOfDay[] {
  // No clock on earth is further than 14 hours from UTC.
  const earliest = Date.parse(`${day}T00:00:00Z`) + (startHour - 15) * 60 * 60 * 1000;
  const isIn = (at: number) => businessDay(at, timeZone, startHour) === day;
  const hours: HourOfDay[] = [];
  for (let at = earliest; at < earliest + 3 * DAY_MS; at += QUARTER_HOUR_MS) {
    if (!isIn(at)) {
      if (hours.length > 0) return hours;
      continue;
    }
    const { hour } = localParts(at, timeZone);
    const last = hours.at(-1);
    // An hour that the clock shows twice is two hours: between them the clock went back.
    if (last?.hour === hour && at - last.from < 60 * 60 * 1000) last.to = at + QUARTER_HOUR_MS;
    else hours.push({ hour, from: at, to: at + QUARTER_HOUR_MS });
  }
  return hours;
}

/** The `count` calendar days up to this one, oldest first, as YYYY-MM-DD. */
export function daysUpTo(day: string, count: number): string[] {
  const last = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10));
}
