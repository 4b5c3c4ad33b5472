const HOUR_MS = 60 * 60 * 1000;
export const HOURS_OF_WEEK = 168;
/** So much history is looked at, and so much of it there has to be, ms. */
export const SILENCE_HISTORY_MS = 28 * 24 * HOUR_MS;
export const SILENCE_LEAST_MS = 14 * 24 * HOUR_MS;
/** A silence is unusual where chance alone makes it less than once in so many. */
const ONCE_IN = 1_000;

/** What arrived in one hour of the past. */
export type HourCount = { /** 0 (Monday, midnight to one) to 167. */ hourOfWeek: number; count: number };
/** What is usual: arrivals of an hour of the week, and by how much more than by pure chance they come in bunches (1: not at all). */
export type Usual = { perHour: readonly number[]; bunching: number };

/**
 * What is usual, from the counts of past weeks. Of each hour of the week the busiest one is left out: a feast, or an import, must not make the
 * weeks after it look silent.
 */
export function usualOf(counts: readonly HourCount[]): Usual {
  const perHour: number[] = [];
  let spread = 0;
  let mean = 0;
  for (let hour = 0; hour < HOURS_OF_WEEK; hour += 1) {
    const kept = counts
      .filter(({ hourOfWeek }) => hourOfWeek === hour)
      .map(({ count }) => count)
      .toSorted((a, b) => a - b)
      .slice(0, -1);
    const average = kept.length === 0 ? 0 : kept.reduce((sum, count) => sum + count, 0) / kept.length;
    perHour.push(average);
    if (kept.length < 2) continue;
    spread += kept.reduce((sum, count) => sum + (count - average) ** 2, 0) / (kept.length - 1);
    mean += average;
  }
  return { perHour, bunching: mean === 0 ? 1 : Math.max(1, spread / mean) };
}

/**
 * How many arrivals are usual in a stretch of time.
 * @param hourOfWeekAt the hour of the week by the clock on the shop's wall
 */
export function expectedIn(usual: Usual, from: number, to: number, hourOfWeekAt: (at: number) => number): number {
  let sum = 0;
  for (let at = from; at < to;) {
    const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    sum += ((usual.perHour[hourOfWeekAt(at)] ?? 0) * (next - at)) / HOUR_MS;
    at = next;
    // A silence of weeks is unusual long before its end is counted.
    if (sum > 1e6) break;
  }
  return sum;
}

/** Whether a silence in which so many were to be expected is more than chance: e^-x below one in a thousand. */
export function isUnusualSilence(expected: number, bunching: number): boolean {
  return expected / Math.max(1, bunching) > Math.log(ONCE_IN);
}
