const KEPT = 2_000;

/** How long the last 2,000 webhooks took, in memory alone. Their ids rise by one, so each has a place of its own and costs nothing but it. */
export function keepTimings() {
  const ids = new Float64Array(KEPT);
  const times = new Float64Array(KEPT);
  return {
    keep(id: number, ms: number): void {
      ids[id % KEPT] = id;
      times[id % KEPT] = ms;
    },
    /** Null where it is not known, or not any more. */
    of: (id: number): number | null => (ids[id % KEPT] === id ? (times[id % KEPT] ?? null) : null),
  };
}
