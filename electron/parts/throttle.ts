/**
 * Calls `work` at once, and then at most once in `everyMs` however often it is asked for; what was asked for meanwhile is done at the
 * end of that time. `stop` forgets what is pending, and what is asked for later.
 */
export function createThrottle(work: () => void, everyMs: number): (() => void) & { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  let stopped = false;

  function ask(): void {
    if (stopped) return;
    if (timer) {
      again = true;
      return;
    }
    // Before the work: what it causes may ask again at once.
    timer = setTimeout(() => {
      timer = undefined;
      if (!again) return;
      again = false;
      ask();
    }, everyMs);
    work();
  }
  function stop(): void {
    stopped = true;
    clearTimeout(timer);
  }
  return Object.assign(ask, { stop });
}
