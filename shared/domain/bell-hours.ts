import type { ClockSpan } from './clock-time.ts';
import { minuteOf, QUARTER_MS, wallClock, type WallClock } from './wall-clock.ts';

export type BellHours = {
  /** Over midnight where `to` is the earlier one; the whole day where both are the same. */
  quietHours: ClockSpan & { on: boolean };
  /** Monday first; a day without a span is closed, and a week without any is always open. */
  openingHours: readonly (readonly ClockSpan[])[];
  /** IANA name. */
  timeZone: string;
};

/** Why nothing should sound at an hour; null where it may. */
export type HourSilence = 'quiet-hours' | 'closed' | null;

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A week and a day: by then every rule of a week has had its turn, whatever the clocks did. */
const SEARCH_MS = 8 * DAY_MS;

/** What the hours say at a moment; quiet hours are named before closed ones. */
export function hourSilence(at: number, hours: BellHours): HourSilence {
  const clock = wallClock(at, hours.timeZone);
  if (hours.quietHours.on && within(clock.minute, hours.quietHours)) return 'quiet-hours';
  return opened(clock, hours.openingHours) ? null : 'closed';
}

/** Whether the shop is open, by its opening hours alone. */
export function isOpen(at: number, hours: BellHours): boolean {
  return opened(wallClock(at, hours.timeZone), hours.openingHours);
}

/** The first moment after `at` at which the hours say something else, to the minute; null where they never do. */
export function nextHourChange(at: number, hours: BellHours): number | null {
  return firstAfter(at, hours, (silence, now) => silence !== now);
}

/** When what is silent now may sound again; null where it may now, or never may. */
export function silenceEnds(at: number, hours: BellHours): number | null {
  return hourSilence(at, hours) === null ? null : firstAfter(at, hours, (silence) => silence === null);
}

/** When the last silence before `at` ended, not more than `withinMs` ago; null where there was none. */
export function silenceEnded(at: number, withinMs: number, hours: BellHours): number | null {
  if (!hours.quietHours.on && alwaysOpen(hours.openingHours)) return null;
  for (let moment = startOfMinute(at); moment > at - withinMs; moment -= MINUTE_MS) {
    if (hourSilence(moment - 1, hours) !== null) return hourSilence(moment, hours) === null ? moment : null;
  }
  return null;
}

/**
 * The last moment at or before `at` at which a clock time came; a time that the clocks jumped over came when they jumped, and one
 * that came twice came the first time.
 * @param clockTime "HH:MM"
 */
export function lastTimeOfDay(at: number, clockTime: string, timeZone: string): number {
  const wanted = minuteOf(clockTime);
  const period = (moment: number): number => {
    const { day, minute } = wallClock(moment, timeZone);
    return minute >= wanted ? day : day - 1;
  };
  const current = period(at);
  let first = startOfMinute(at);
  for (let moment = first; moment > at - 27 * 60 * MINUTE_MS; moment -= MINUTE_MS) if (period(moment) === current) first = moment;
  return first;
}

function firstAfter(at: number, hours: BellHours, wanted: (silence: HourSilence, now: HourSilence) => boolean): number | null {
  if (!hours.quietHours.on && alwaysOpen(hours.openingHours)) return null;
  const now = hourSilence(at, hours);
  const marks = boundaries(hours);
  for (let quarter = at - mod(at, QUARTER_MS); quarter <= at + SEARCH_MS; quarter += QUARTER_MS) {
    const { minute } = wallClock(quarter, hours.timeZone);
    // The quarter's own beginning always counts: the clocks may have jumped to it.
    for (const offset of [0, ...marks.map((mark) => mod(mark - minute, 24 * 60))].toSorted((a, b) => a - b)) {
      const moment = quarter + offset * MINUTE_MS;
      if (offset >= 15) break;
      if (moment > at && wanted(hourSilence(moment, hours), now)) return moment;
    }
  }
  return null;
}

/** Every minute of a day at which some rule begins or ends. */
function boundaries({ quietHours, openingHours }: BellHours): number[] {
  return [...new Set([quietHours, ...openingHours.flat()].flatMap(({ from, to }) => [minuteOf(from), minuteOf(to)]))];
}

function within(minute: number, span: ClockSpan): boolean {
  const [from, to] = [minuteOf(span.from), minuteOf(span.to)];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** A span past midnight belongs to the day it begins. */
function opened({ weekday, minute }: WallClock, week: BellHours['openingHours']): boolean {
  if (alwaysOpen(week)) return true;
  const today = (week[weekday] ?? []).some((span) => minute >= minuteOf(span.from) && (isOvernight(span) || minute < minuteOf(span.to)));
  return today || (week[(weekday + 6) % 7] ?? []).some((span) => isOvernight(span) && minute < minuteOf(span.to));
}

function isOvernight({ from, to }: ClockSpan): boolean {
  return minuteOf(to) <= minuteOf(from);
}

function alwaysOpen(week: BellHours['openingHours']): boolean {
  return week.every((spans) => spans.length === 0);
}

function startOfMinute(at: number): number {
  return at - mod(at, MINUTE_MS);
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
