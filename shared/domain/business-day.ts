/** The grain of all time zones. */
const QUARTER_HOUR_MS = 15 * 60 * 1000;

let last = { quarter: Number.NaN, timeZone: '', startHour: -1, day: '' };

/**
 * The business day that a moment belongs to, as YYYY-MM-DD: the calendar day in the shop's time zone, begun at `startHour` rather than midnight.
 * @param at ms since epoch
 * @param timeZone IANA name
 * @param startHour 0 to 23
 */
export function businessDay(at: number, timeZone: string, startHour: number): string {
  // Within one quarter of an hour the answer is the same, and the calendar is slow to ask.
  const quarter = Math.floor(at / QUARTER_HOUR_MS);
  if (last.quarter === quarter && last.timeZone === timeZone && last.startHour === startHour) return last.day;
  const { year, month, day, hour } = localParts(at, timeZone);
  // The calendar is asked, not 24 hours subtracted: days with a change of clocks are shorter or longer.
  const date = new Date(Date.UTC(year, month - 1, hour < startHour ? day - 1 : day));
  last = { quarter, timeZone, startHour, day: date.toISOString().slice(0, 10) };
  return last.day;
}

/** When the business day that a moment belongs to began, ms since epoch, to a quarter of an hour. */
export function startOfBusinessDay(at: number, day: { timeZone: string; businessDayStart: number }): number {
  const today = businessDay(at, day.timeZone, day.businessDayStart);
  let start = at - (at % QUARTER_HOUR_MS);
  while (businessDay(start - QUARTER_HOUR_MS, day.timeZone, day.businessDayStart) === today) start -= QUARTER_HOUR_MS;
  return start;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show there. */
export function localParts(at: number, timeZone: string) {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0 } = parts;
  return { year, month, day, hour };
}
