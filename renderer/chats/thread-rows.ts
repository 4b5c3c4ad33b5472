import type { MessageView } from '../../shared/contract/messages.ts';

/** What stands in a thread, from top to bottom. Rows are messages alone: a day's name belongs to its first one, so that keys stay when older ones come. */
export type ThreadRow = { message: MessageView; startsDay: boolean; joins: boolean };

/** Messages this close together, from the same side, stand closer. */
const JOIN_MS = 3 * 60_000;

/**
 * Messages, and where a new day begins among them.
 * @param dayKey names the day of a moment, in the shop's time zone
 */
export function threadRows(messages: readonly MessageView[], dayKey: (at: number) => string): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let before: MessageView | null = null;
  let day = '';
  for (const message of messages) {
    const today = dayKey(message.sentAt);
    const startsDay = today !== day;
    const joins = !startsDay && before?.direction === message.direction && message.sentAt - before.sentAt < JOIN_MS;
    rows.push({ message, startsDay, joins });
    before = message;
    day = today;
  }
  return rows;
}

/** Characters of a line in a bubble, on a wide window. */
const LINE = 58;

/** About how high a row stands, px, before it was drawn: the nearer it comes, the less the scrollbar moves under the hand. */
export function estimateRow({ message: { content, quoted, product, reactions }, startsDay }: ThreadRow): number {
  const words = content.kind === 'text' ? content.body : content.kind === 'media' ? (content.caption ?? '') : '';
  const lines = Math.max(1, Math.ceil(words.length / LINE));
  const picture = content.kind === 'media' && content.media.media !== 'audio' && content.media.media !== 'document' ? 200 : 0;
  const order = content.kind === 'order' ? 50 : 0;
  return 45 + 22 * lines + picture + order + (quoted ? 45 : 0) + (product ? 65 : 0) + (reactions.length > 0 ? 24 : 0) + (startsDay ? 44 : 0);
}
