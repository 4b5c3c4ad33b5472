import type { ProofView } from '../../shared/contract/connection.ts';
import { expectedIn, type HourCount, isUnusualSilence, SILENCE_HISTORY_MS, SILENCE_LEAST_MS, usualOf } from '../../shared/domain/silence.ts';
import { wallClock } from '../../shared/domain/wall-clock.ts';

export type WatchArrivalsOptions = {
  /** How many webhooks came since then. */
  countSince: (at: number) => number;
  /** When the last one came; null: never. */
  lastAt: () => number | null;
  /** IANA name. */
  timeZone: () => string;
  now: () => number;
};

const HOUR_MS = 60 * 60_000;
/** Past hours counted at one look: a start must not stand still for a month of them. */
const A_LOOK = 48;

/** Knows how many webhooks are usual for the hour, and tells a silence that is longer than chance makes it. */
export function watchArrivals({ countSince, lastAt, timeZone, now }: WatchArrivalsOptions) {
  /** By hour since 1970; past hours do not change any more. */
  const counts = new Map<number, number>();
  let usual: { hour: number; zone: string; usual: ReturnType<typeof usualOf> } | null = null;

  const hourOfWeekAt = (at: number): number => {
    const { weekday, minute } = wallClock(at, timeZone());
    return weekday * 24 + Math.floor(minute / 60);
  };

  /** Counts some of the hours that are not counted yet; true when none is left. */
  function count(last: number, first: number): boolean {
    let left = A_LOOK;
    for (let hour = last; hour >= first; hour -= 1) {
      if (counts.has(hour)) continue;
      if (left === 0) return false;
      left -= 1;
      counts.set(hour, countSince(hour * HOUR_MS) - countSince((hour + 1) * HOUR_MS));
    }
    for (const hour of counts.keys()) if (hour < first) counts.delete(hour);
    return true;
  }

  /** Without the hours of the silence that lasts: they would make it usual. */
  function usualNow(at: number, last: number): ReturnType<typeof usualOf> | null {
    const hour = Math.floor(at / HOUR_MS);
    const zone = timeZone();
    if (usual?.hour === hour && usual.zone === zone) return usual.usual;
    // What came two weeks ago or before is the history that there has to be.
    if (countSince(0) - countSince(at - SILENCE_LEAST_MS) === 0) return null;
    const first = Math.ceil((at - SILENCE_HISTORY_MS) / HOUR_MS);
    if (!count(hour - 1, first)) return null;
    const since = [...counts].reduce((least, [counted, n]) => (n > 0 ? Math.min(least, counted) : least), hour);
    const past: HourCount[] = [...counts]
      .filter(([counted]) => counted >= since && counted <= last / HOUR_MS)
      .map(([counted, n]) => ({ hourOfWeek: hourOfWeekAt(counted * HOUR_MS), count: n }));
    usual = { hour, zone, usual: usualOf(past) };
    return usual.usual;
  }

  return {
    /** @param notBefore silence before then proves nothing: nothing could arrive */
    proof(notBefore: number): ProofView {
      const last = lastAt();
      const proof: ProofView = { kind: 'arrivals', state: last === null ? 'unknown' : 'good', at: last, reason: null, details: null, until: null };
      const at = now();
      const known = last === null ? null : usualNow(at, last);
      if (last === null || known === null) return proof;
      const expected = expectedIn(known, Math.max(last, notBefore), at, hourOfWeekAt);
      return isUnusualSilence(expected, known.bunching) ? { ...proof, state: 'warn', reason: 'silent-too-long', details: String(Math.round(expected)) } : proof;
    },
  };
}
