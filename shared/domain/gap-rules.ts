/** Shorter ones are none: a restart, a moment without network. Meta comes again within minutes. */
export const LEAST_GAP_MS = 5 * 60 * 1000;
/** For so long Meta tries again to deliver what it could not. */
export const META_RETRIES_MS = 7 * 24 * 60 * 60 * 1000;

export type GapSpan = { beganAt: number; /** Null while it lasts. */ endedAt: number | null };

/** Whether a time in which nothing could arrive is worth a report. `pace` divides the least length; 1 in a shop. */
export function isGap(beganAt: number, endedAt: number, pace: number): boolean {
  return endedAt - beganAt >= LEAST_GAP_MS / pace;
}

/** Until when something of it may still come. */
export function mayComeUntil({ endedAt }: GapSpan, now: number): number {
  return (endedAt ?? now) + META_RETRIES_MS;
}

/**
 * Since when nothing could arrive, where the program was closed: since it last ran, or since the way last stood, where it was cut off shortly before. A longer
 * cut has a gap of its own; what never stood was none.
 * @param aliveAt when the program last ran, ms since epoch
 * @param reachableAt when the way was last seen to stand; null: never
 */
export function closedSince(aliveAt: number, reachableAt: number | null, pace: number): number {
  return reachableAt !== null && reachableAt < aliveAt && !isGap(reachableAt, aliveAt, pace) ? reachableAt : aliveAt;
}

/** Whether a stretch of sleep is the same as one that is told already, or goes on from it: a sleep is told by the clock and by the system. */
export function isSameSleep(known: GapSpan, from: number): boolean {
  return known.endedAt !== null && from <= known.endedAt;
}
