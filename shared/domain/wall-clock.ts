/** What the clock on the shop's wall shows. */
export type WallClock = {
  /** Days since 1 January 1970 by the shop's calendar. */
  day: number;
  /** Monday is 0. */
  weekday: number;
  /** Minutes since midnight. */
  minute: number;
};

/** Changes of clocks happen at whole quarters of an hour; within one, minutes pass one by one in every time zone. */
export const QUARTER_MS = 15 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
const MINUTES_OF_DAY = 24 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();
let last: { quarter: number; timeZone: string; clock: WallClock } | null = null;

/**
 * The clock on the wall at a moment.
 * @param at ms since epoch
 * @param timeZone IANA name
 */
export function wallClock(at: number, timeZone: string): WallClock {
  const quarter = Math.floor(at / QUARTER_MS);
  if (last?.quarter !== quarter || last.timeZone !== timeZone) last = { quarter, timeZone, clock: read(quarter * QUARTER_MS, timeZone) };
  const { day, minute } = last.clock;
  const passed = minute + Math.floor((at - quarter * QUARTER_MS) / MINUTE_MS);
  return dayAndMinute(day + Math.floor(passed / MINUTES_OF_DAY), passed % MINUTES_OF_DAY);
}

/** "HH:MM" in minutes since midnight. */
export function minuteOf(clockTime: string): number {
  return Number(clockTime.slice(0, 2)) * 60 + Number(clockTime.slice(3, 5));
}

function dayAndMinute(day: number, minute: number): WallClock {
  // 1 January 1970 was a Thursday.
  return { day, weekday: (((day + 3) % 7) + 7) % 7, minute };
}

function read(at: number, timeZone: string): WallClock {
  let format = formats.get(timeZone);
  if (!format) {
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', ...numbers });
    formats.set(timeZone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return dayAndMinute(Date.UTC(year, month - 1, day) / (MINUTES_OF_DAY * MINUTE_MS), hour * 60 + minute);
}
