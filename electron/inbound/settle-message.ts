import type { News } from '../../shared/contract/live.ts';
import { deleteMessage } from '../store/delete-message.ts';
import { settleParked } from '../store/apply-tick.ts';
import { foldMessage, foldWaiting } from '../store/fold-message.ts';
import type { RareRow } from '../store/messages.ts';
import type { Store } from '../store/open-store.ts';
import { redactLogged } from '../store/redact-log.ts';
import { readContent } from '../store/stored-content.ts';
import type { Arrival } from './apply-event.ts';
import type { InboundMedia, InboundMessageEvent } from './inbound-event.ts';

/** Meta keeps files of messages for about so long. */
const FILE_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** What stands at another message where that is known. */
const FOLDING: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke']);
/** What the customer has not written: WhatsApp tells it. */
const TOLD: ReadonlySet<string> = new Set(['system', 'payment', 'revoke']);

/** Whether the shop may answer freely for 24 hours from now on. */
export function opensWindow({ direction, groupId, type }: InboundMessageEvent): boolean {
  return direction === 'in' && groupId === null && !TOLD.has(type);
}

/** What few messages have; nothing for all others, so that they cost no more. */
export function rareOf({ direction, status, history, forwarded, groupId, referral }: InboundMessageEvent): { rare?: RareRow } {
  if (direction === 'in' && !history && forwarded === 0 && groupId === null && referral === null) return {};
  return { rare: { direction, status: direction === 'out' ? (status ?? 'sent') : null, quiet: history, forwarded, groupId, referral } };
}

/** A file is fetched while Meta may still have it. */
export function wantFile(store: Store, messageId: number, file: InboundMedia, sentAt: number, { receivedAt, now = receivedAt }: Arrival): void {
  if (now - sentAt > FILE_KEPT_MS) store.media.gone(file, messageId);
  else store.media.want(messageId, file, receivedAt);
}

/** The shop answered on its phone; a reaction or a deletion is no answer. */
export function shopWrote(store: Store, event: InboundMessageEvent, conversationId: number, at: number): News[] {
  if (!FOLDING.has(event.type)) store.conversations.shopWrote(conversationId, at);
  return settleParked(store, event.wamid);
}

/**
 * What belongs to a message that is stored now: it stands at another one, others stand at it, or it was deleted before it came.
 * @returns whether it stands at another one, and what changed beside itself
 */
export function settle(store: Store, messageId: number, event: InboundMessageEvent, arrival: Arrival): { folded: boolean; news: News[] } {
  foldWaiting(store, event.wamid);
  const deletedAt = store.tickParking.takeDeletion(event.wamid);
  if (deletedAt !== null) deleteMessage(store, { wamid: event.wamid, at: deletedAt, direction: event.direction }, arrival.removesDeleted === true);
  const message = FOLDING.has(event.type) ? store.messages.get(messageId) : null;
  const target = message && foldMessage(store, message);
  if (!target) return { folded: false, news: [] };
  return { folded: true, news: [{ kind: 'message', conversationId: target.conversation_id, messageId: target.id }] };
}

/**
 * A repeated delivery: all of it is known. But what was removed must not come back by it, and a file of the phone's history follows the message that
 * held its place.
 */
export function repeated(store: Store, event: InboundMessageEvent, arrival: Arrival): News[] {
  const stored = store.messages.byWamid(event.wamid);
  const content = stored && readContent(stored.content);
  if (content?.kind === 'removed') redactLogged(store.webhookLog, arrival.logId, [event.wamid]);
  if (!stored || !event.history || stored.type !== 'media_placeholder' || event.type === 'media_placeholder' || event.content.kind === 'order') return [];
  const { type, product, contextWamid } = event;
  store.messages.readAgain(stored.id, { type, content: event.content, product, contextWamid, logId: arrival.logId, ...rareOf(event) });
  if (event.media) wantFile(store, stored.id, event.media, stored.sent_at, arrival);
  return [{ kind: 'message', conversationId: stored.conversation_id, messageId: stored.id }];
}
