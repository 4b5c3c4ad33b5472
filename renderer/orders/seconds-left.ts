import { UNDO_MS } from '../../shared/domain/order.ts';

/**
 * How many whole seconds a step can still be undone without a word; 0: no more. Never more than there are, though the page's clock
 * goes in whole seconds and another machine's may go differently.
 * @param until ms since epoch
 * @param now ms since epoch, rounded down to the second
 */
export function secondsLeft(until: number, now: number): number {
  if (until <= now) return 0;
  return Math.min(UNDO_MS / 1000, Math.max(1, Math.floor((until - now) / 1000)));
}
