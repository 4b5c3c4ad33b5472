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
