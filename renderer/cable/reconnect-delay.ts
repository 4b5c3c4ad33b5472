const LONGEST_MS = 5000;

/**
 * How long to wait before the next try, ms: doubled each time up to five seconds, spread so that several screens do not come at once.
 * @param attempt 0 for the first try after a loss
 * @param chance between 0 and 1
 */
export function reconnectDelay(attempt: number, chance: number): number {
  const full = Math.min(LONGEST_MS, 250 * 2 ** Math.min(attempt, 10));
  return Math.round(full * (0.5 + chance / 2));
}
