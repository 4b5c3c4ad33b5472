/** What was promised: nothing, minutes from now, or a clock time ("HH:MM", empty while it is typed). */
export type Promised = { by: 'none' } | { by: 'minutes'; minutes: number } | { by: 'clock'; clock: string };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The promised moment, ms since epoch; null where none is promised, or the clock time is none. */
export function promisedMoment(promised: Promised, now: number, timeZone: string | undefined): number | null {
  if (promised.by === 'none') return null;
  return promised.by === 'minutes' ? now + promised.minutes * 60_000 : nextClockTime(promised.clock, now, timeZone);
}

/**
 * The next moment at which the shop's clocks show a time: today, or tomorrow where it has passed.
 * @param clock "HH:MM"; null is answered where it is none
 * @param now ms since epoch
 * @param timeZone IANA name; undefined is the computer's own
 * @returns ms since epoch. Where a clock is put forward over that time, the moment just after it; where it is put back, the first of the two.
 */
export function nextClockTime(clock: string, now: number, timeZone: string | undefined): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  const today = wallClock(now, timeZone);
  const midnight = today - (today % DAY_MS);
  for (const days of [0, 1, 2]) {
    const at = momentOf(midnight + days * DAY_MS + minutes * 60_000, timeZone);
    if (at > now) return at;
  }
  return null;
}

/** A wall clock's reading as if it were UTC, ms. */
function wallClock(at: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** The first moment at which a zone's wall clock shows a reading, or the first after a gap. */
function momentOf(wall: number, timeZone: string | undefined): number {
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((near) => wallClock(near, timeZone) - near);
  const moments = offsets.map((offset) => wall - offset).toSorted((a, b) => a - b);
  return moments.find((at) => wallClock(at, timeZone) === wall) ?? moments.at(-1) ?? wall;
}
