/** Random choices that are the same for the same seed. */
export type Random = {
  /** 0 <= x < 1 */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** One of a list; an empty list is a bug and throws. */
  pick<T>(list: readonly T[]): T;
};

/**
 * A stream of choices. Each use has a stream of its own, so that what the shop sends, and when, does not change what the customers do next.
 * @param seed any integer
 * @param stream name of the use
 */
export function seededRandom(seed: number, stream: string): Random {
  // FNV-1a over the name, then mulberry32: small, public domain, good enough for carts and names; nothing secret hangs on it.
  let state = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of `${stream}:${seed}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const index = int(0, list.length - 1);
    if (index >= list.length || index < 0) throw new RangeError('Nothing to pick from');
    return list[index] as T;
  };
  return { next, int, pick };
}

/** The list in another order; never in the same one where there is another. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random.int(0, last);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  const same = mixed.every((item, index) => item === list[index]);
  return same ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
