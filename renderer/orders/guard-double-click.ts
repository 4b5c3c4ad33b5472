/** Longer than the pause between the two clicks of a double click. */
const DOUBLE_CLICK_MS = 600;

/**
 * An order that moves on makes room, and the next one's button, or its own next button, moves under the pointer: the second half of a
 * double click must not press that one too. Says whether a step may be taken now.
 * @param now ms from any fixed moment
 */
export function createDoubleClickGuard(now: () => number): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() - last < DOUBLE_CLICK_MS) return false;
    last = now();
    return true;
  };
}
