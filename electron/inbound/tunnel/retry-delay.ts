const FIRST = 1_000;
const LONGEST = 60_000;

/**
 * Ms to wait before the next try of a tunnel, after `failures` failed ones in a row (1 or more): doubling from a second to a minute,
 * of which the upper half is left to chance, so that a town's shops do not all come back at the same moment after an outage.
 * `chance` is 0 <= x < 1.
 */
export function retryDelay(failures: number, chance: number): number {
  // 2^16 is far past the longest wait; without a bound the power overflows after a month without network.
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(Math.max(failures, 1) - 1, 16));
  return Math.round(full / 2 + (full / 2) * chance);
}
