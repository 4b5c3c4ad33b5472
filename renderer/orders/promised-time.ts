const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** From here on a promise is close. */
const SOON_MINUTES = 5;

/** How a promised time is chosen: so many minutes from now, a clock time ("HH:MM"), or none. */
export type PromiseChoice = { kind: 'minutes'; minutes: number } | { kind: 'clock'; clock: string } | { kind: 'none' };

/** How far a promise is; `over` begins a whole minute after it, so that nothing is late by "0 min". */
export type PromiseMark = { kind: 'ahead' | 'soon' | 'due' | 'over'; minutes: number };

/**
 * How a promise stands.
 * @param promisedAt ms since epoch
 * @param now ms since epoch
 */
export function promiseMark(promisedAt: number, now: number): PromiseMark {
  const left = promisedAt - now;
  if (left > 0) {
    const minutes = Math.ceil(left / MINUTE);
    return { kind: minutes <= SOON_MINUTES ? 'soon' : 'ahead', minutes };
  }
  const minutes = Math.floor((now - promisedAt) / MINUTE);
  return { kind: minutes === 0 ? 'due' : 'over', minutes };
}

/** The choices in minutes: the usual four and the shop's own, in their order. */
export function promiseMinutes(own: number): number[] {
  return [...new Set([15, 30, 45, 60, ...(own > 0 ? [own] : [])])].sort((a, b) => a - b);
}

/** What is chosen before anybody chose. */
export function firstPromise(own: number): PromiseChoice {
  return own > 0 ? { kind: 'minutes', minutes: own } : { kind: 'none' };
}

/**
 * The moment that a choice means, on the whole minute; null for none, and for a clock time that is not whole yet.
 * @param clockOf "HH:MM" of a moment in the shop's time zone
 */
export function promisedMoment(choice: PromiseChoice, now: number, clockOf: (at: number) => string): number | null {
  const minute = Math.floor(now / MINUTE) * MINUTE;
  if (choice.kind === 'none') return null;
  if (choice.kind === 'minutes') return minute + choice.minutes * MINUTE;
  return nextClock(choice.clock, minute, clockOf);
}

/** The next time that the clock shows this: today or tomorrow. */
function nextClock(clock: string, minute: number, clockOf: (at: number) => string): number | null {
  const wanted = minutesOf(clock);
  if (wanted === null) return null;
  const away = (at: number) => (wanted - (minutesOf(clockOf(at)) ?? 0) + DAY_MINUTES) % DAY_MINUTES;
  const at = minute + away(minute) * MINUTE;
  // Where the clocks are put forward or back in between, it is an hour beside.
  const off = away(at);
  if (off === 0) return at;
  const mended = at + (off > DAY_MINUTES / 2 ? off - DAY_MINUTES : off) * MINUTE;
  return mended < minute ? mended + DAY_MINUTES * MINUTE : mended;
}

function minutesOf(clock: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(clock) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
