import type { OrderTellView } from '../../shared/contract/orders.ts';

/** What of a customer's being told is worth a mark: the newest that was sent or waits, or a newer one that could not be sent. */
export function newestTell(tells: readonly OrderTellView[]): OrderTellView | null {
  return tells.reduce<OrderTellView | null>((newest, tell) => {
    // Silence by the shop's own choice is nothing to be shown.
    if (tell.state === 'not-told' && tell.reason === null) return newest;
    return newest === null || tell.at >= newest.at ? tell : newest;
  }, null);
}
