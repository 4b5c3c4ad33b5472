/** Lets `size` things through at once, and `perMinute` a minute in the long run. `now` is ms since epoch. */
export function createTokenBucket(options: { size: number; perMinute: number; now: () => number }): { take(): boolean } {
  const { size, perMinute, now } = options;
  let left = size;
  let at = now();
  return {
    take: () => {
      const time = now();
      // A clock set back gives nothing, and takes nothing.
      left = Math.min(size, left + (Math.max(0, time - at) * perMinute) / 60_000);
      at = time;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
