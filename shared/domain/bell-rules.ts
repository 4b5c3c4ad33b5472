import { type BellHours, hourSilence, nextHourChange, silenceEnded, silenceEnds } from './bell-hours.ts';

export type BellRules = BellHours & {
  /** From ring to ring while an order waits, ms. */
  everyMs: number;
  /** After so long the screen only flashes, ms; 0: it rings until taken. */
  forMs: number;
  /** An order rings in quiet hours, and while the shop is closed, too. */
  ringInQuietHours: boolean;
};

/** How the bell stands towards the orders that wait. */
export type BellStand = {
  /** Why it is silent, or why it rings so seldom; null where it rings as set. */
  silent: 'quiet-hours' | 'closed' | 'ran-out' | null;
  /** When a silence of the hour ends; null where there is none, or no end of it. */
  silentUntil: number | null;
  /** From ring to ring, ms; null: it does not ring. */
  everyMs: number | null;
  /** When this may be another answer although nothing changed; null: never. */
  changesAt: number | null;
};

/** A bell that has rung for as long as it was set to rings again after this. */
export const RAN_OUT_EVERY_MS = 5 * 60 * 1000;

/**
 * How the bell stands at a moment: worked out anew from what waits and the settings, never from what happened.
 * @param now ms since epoch
 * @param newestFrom when the newest of the waiting orders began to ring, ms since epoch; null where none waits
 */
export function bellStand(now: number, newestFrom: number | null, rules: BellRules): BellStand {
  const changesAt = nextHourChange(now, rules);
  const hour = rules.ringInQuietHours ? null : hourSilence(now, rules);
  if (hour !== null) return { silent: hour, silentUntil: silenceEnds(now, rules), everyMs: null, changesAt };
  if (rules.forMs === 0 || newestFrom === null) return { silent: null, silentUntil: null, everyMs: rules.everyMs, changesAt };
  // What came in a silence begins to ring when that ends.
  const ended = rules.ringInQuietHours ? null : silenceEnded(now, rules.forMs, rules);
  const runsOutAt = Math.max(newestFrom, ended ?? newestFrom) + rules.forMs;
  if (now >= runsOutAt) return { silent: 'ran-out', silentUntil: null, everyMs: RAN_OUT_EVERY_MS, changesAt };
  return { silent: null, silentUntil: null, everyMs: rules.everyMs, changesAt: Math.min(changesAt ?? runsOutAt, runsOutAt) };
}

/** One order that waits. */
export type Waiting = { key: string; from: number; late: boolean };

/** Whether something waits that has not rung yet. Late ones are one group: who joins it while it rings is no news of its own. */
export function ringsAnew(known: ReadonlyMap<string, Waiting>, waiting: readonly Waiting[]): boolean {
  const lateRings = waiting.some(({ key, late }) => late && known.has(key));
  return waiting.some(({ key, late }) => !known.has(key) && !(late && lateRings));
}
