/** A message is late when more than this passed between WhatsApp's time and its arrival here. */
export const LATE_AFTER_MS = 10 * 60 * 1000;

/**
 * Whether a message came late.
 * @param sentAt WhatsApp's time, ms since epoch
 * @param receivedAt this machine's time, ms since epoch
 * @param clockSkew how far this machine's clock is ahead of Meta's, ms (from the `Date` header of Graph answers)
 */
export function cameLate(sentAt: number, receivedAt: number, clockSkew: number): boolean {
  return receivedAt - clockSkew - sentAt > LATE_AFTER_MS;
}
