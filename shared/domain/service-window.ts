/** Meta's customer service window: free-form messages are allowed for 24 hours after the customer last wrote. */
export const SERVICE_WINDOW_MS = 24 * 60 * 60 * 1000;
/** Clocks differ and a queued reply takes a moment: the window is treated as closed this much earlier. */
export const SERVICE_WINDOW_MARGIN_MS = 2 * 60 * 1000;

export type ServiceWindow = { state: 'never' } | { state: 'open'; endsAt: number } | { state: 'closed'; endedAt: number };

/**
 * The window of a conversation.
 * @param lastInboundAt WhatsApp's own time of the customer's newest message, ms since epoch; null when there is none
 * @param now ms since epoch
 */
export function serviceWindow(lastInboundAt: number | null, now: number): ServiceWindow {
  if (lastInboundAt === null) return { state: 'never' };
  const end = lastInboundAt + SERVICE_WINDOW_MS;
  return now < end - SERVICE_WINDOW_MARGIN_MS ? { state: 'open', endsAt: end } : { state: 'closed', endedAt: end };
}
