/** What became of a message that the shop sent, lowest rank first. Persisted in `messages.status`: do not rename. */
export const MESSAGE_STATUSES = ['queued', 'sending', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read', 'played'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** The ticks that Meta reports by webhook. */
export const TICKS = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
export type Tick = (typeof TICKS)[number];

/** What the outbox itself learns while it sends. */
export type OutboxStatus = 'queued' | 'sending' | 'unknown' | 'accepted' | 'failed';

export type StatusEvent = { by: 'webhook'; status: Tick } | { by: 'outbox'; status: OutboxStatus };

/**
 * `failed` stands between `sent` and `delivered`: it beats everything up to `sent`, a late `sent` does not lift it, and what
 * has reached the customer cannot fail any more. One total order makes the end the same whatever the order of arrival.
 */
const RANK: Record<MessageStatus, number> = { queued: 0, sending: 1, unknown: 2, accepted: 3, sent: 4, failed: 5, delivered: 6, read: 7, played: 8 };

/** True while the outbox still owns the message: Meta has neither answered for it nor reported on it. */
export function isInOutbox(status: MessageStatus): boolean {
  return RANK[status] <= RANK.unknown;
}

/**
 * The status after an event. Ticks only go forward. The outbox may go back from `sending` to `queued` (a refused try that is
 * tried again), but only as long as no tick has arrived: a webhook that overtook the answer of the send call wins.
 */
export function nextStatus(current: MessageStatus, event: StatusEvent): MessageStatus {
  if (event.by === 'outbox' && isInOutbox(current)) return event.status;
  return RANK[event.status] > RANK[current] ? event.status : current;
}
