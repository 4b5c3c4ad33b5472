import type { MessageView } from '../../shared/contract/chats.ts';

/** What stands in a thread, from top to bottom. */
export type ThreadRow = { kind: 'day'; key: string; at: number } | { kind: 'message'; key: string; message: MessageView; joins: boolean };

/** Messages this close together, from the same side, stand closer. */
const JOIN_MS = 3 * 60_000;

/**
 * Messages with a separator before each new day.
 * @param dayKey names the day of a moment, in the shop's time zone
 */
export function threadRows(messages: readonly MessageView[], dayKey: (at: number) => string): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let before: MessageView | null = null;
  let day = '';
  for (const message of messages) {
    const today = dayKey(message.sentAt);
    if (today !== day) rows.push({ kind: 'day', key: `day ${today}`, at: message.sentAt });
    const joins = today === day && before?.direction === message.direction && message.sentAt - before.sentAt < JOIN_MS;
    rows.push({ kind: 'message', key: `message ${message.id}`, message, joins });
    before = message;
    day = today;
  }
  return rows;
}
