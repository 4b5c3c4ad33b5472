import type { Clock } from './gather-bursts.ts';

/** After a sleep they come one after the other; nobody is served by the first one alone. The bell rings for it at once all the same. */
const SPAN_MS = 1500;

/**
 * Holds late orders together: `show` gets all that came, the ones that were shown before too, as long as `waits` says so of them. Never holds
 * one longer than 1.5 s.
 */
export function gatherLate<T>({ clock, waits, show }: { clock: Clock; waits: (arrival: T) => boolean; show: (all: T[]) => void }) {
  let group: T[] = [];
  let held = false;
  return {
    add(arrival: T): void {
      group.push(arrival);
      if (held) return;
      held = true;
      clock.later(() => {
        held = false;
        group = group.filter(waits);
        if (group.length > 0) show([...group]);
      }, SPAN_MS);
    },
  };
}
