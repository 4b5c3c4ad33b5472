/**
 * A limit on how often something may happen.
 * @param perSecond how fast the bucket fills
 * @param burst how much it holds
 * @returns a function that says whether it may happen now (ms since epoch)
 */
export function createTokenBucket(perSecond: number, burst: number): (now: number) => boolean {
  let tokens = burst;
  let last = 0;
  return (now) => {
    tokens = Math.min(burst, tokens + Math.max(0, now - last) * (perSecond / 1000));
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
