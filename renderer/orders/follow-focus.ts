/** A step moves a card to another column, where it is made anew: so long may that take. */
const WITHIN_MS = 3000;

let followed: { orderId: number; until: number } | null = null;

/** Says that the focus was on this order when it was moved on, so that it goes along. `now`: ms from any fixed moment. */
export function followFocus(orderId: number, now: number): void {
  followed = { orderId, until: now + WITHIN_MS };
}

/** True once for the place where the order appears anew. */
export function takesFocus(orderId: number, now: number): boolean {
  if (followed?.orderId !== orderId || now > followed.until) return false;
  followed = null;
  return true;
}
