export type Clock = { now: () => number; later: (run: () => void, ms: number) => void };

export type Burst<T> = {
  /** Shows one at once, or holds it back until the burst is over. */
  add: (arrival: T) => void;
};

/** As many are shown one by one within the span; what comes on top is gathered. */
const SINGLES = 3;
const SPAN_MS = 2000;

/**
 * Lets single arrivals through at once and turns a burst (more than 3 within 2 s) into one: `gathered` gets all of them, those that were
 * shown already too, 2 s after the first that was held back. Never holds anything longer than that.
 */
export function gatherBursts<T>({ clock, single, gathered }: { clock: Clock; single: (arrival: T) => void; gathered: (all: T[]) => void }): Burst<T> {
  let recent: { arrival: T; at: number }[] = [];
  let held: T[] | null = null;

  return {
    add(arrival) {
      const at = clock.now();
      if (held !== null) {
        held.push(arrival);
        return;
      }
      recent = [...recent.filter((one) => at - one.at < SPAN_MS), { arrival, at }];
      if (recent.length <= SINGLES) {
        single(arrival);
        return;
      }
      const all = recent.map((one) => one.arrival);
      held = all;
      clock.later(() => {
        held = null;
        recent = [];
        gathered(all);
      }, SPAN_MS);
    },
  };
}
