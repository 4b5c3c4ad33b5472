/** Longer than the pause between the two clicks of a double click. */
const DOUBLE_CLICK_MS = 600;

/**
 * An order that is taken makes room, and the next one's button moves under the pointer: the second half of a double click must not take
 * that one too. Says whether an order may be taken now.
 * @param now ms from any fixed moment
 */
export function createDoubleClickGuard(now: () => number): (orderId: number) => boolean {
  let last = { orderId: 0, at: Number.NEGATIVE_INFINITY };
  return (orderId) => {
    if (orderId !== last.orderId && now() - last.at < DOUBLE_CLICK_MS) return false;
    last = { orderId, at: now() };
    return true;
  };
}
