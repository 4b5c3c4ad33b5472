/** Timers that all end with the simulator. Pauses are in ms as a customer at pace 1 would make them. */
export type ScaledTimers = {
  /** Runs once after the pause divided by the pace; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
  /** True when the pause is over, false when the simulator stopped meanwhile. */
  pause(ms: number): Promise<boolean>;
  /** The same in real ms, whatever the pace. */
  pauseExactly(ms: number): Promise<boolean>;
  readonly stopped: boolean;
  stop(): void;
};

/** @param pace divides every scaled pause; above 0 */
export function scaledTimers(pace: number): ScaledTimers {
  if (!(pace > 0)) throw new RangeError('pace must be above 0');
  const running = new Map<NodeJS.Timeout, () => void>();
  let stopped = false;
  const start = (ms: number, run: () => void, onStop: () => void): (() => void) => {
    if (stopped) {
      onStop();
      return () => {};
    }
    const timer = setTimeout(() => {
      running.delete(timer);
      run();
    }, ms);
    running.set(timer, onStop);
    return () => {
      clearTimeout(timer);
      running.delete(timer);
    };
  };
  const pauseExactly = (ms: number): Promise<boolean> =>
    new Promise((resolve) =>
      start(
        ms,
        () => resolve(true),
        () => resolve(false),
      ),
    );
  return {
    after: (ms, run) => start(ms / pace, run, () => {}),
    pause: (ms) => pauseExactly(ms / pace),
    pauseExactly,
    get stopped() {
      return stopped;
    },
    stop: () => {
      stopped = true;
      for (const [timer, onStop] of running) {
        clearTimeout(timer);
        onStop();
      }
      running.clear();
    },
  };
}
