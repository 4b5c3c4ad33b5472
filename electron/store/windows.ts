import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

export type ClosingRow = { id: number; last_inbound_at: number };

/** Service windows that close while somebody waits for an answer. */
export function openWindows(db: Database) {
  const closing = db.prepare<[{ from: number; until: number }], ClosingRow>(
    `SELECT id, last_inbound_at FROM conversations
     WHERE last_inbound_at > @from AND last_inbound_at <= @until AND phone_number_id <> '${REHEARSAL_NUMBER}'
       AND last_inbound_at > max(coalesce(last_outbound_at, 0), coalesce(settled_at, 0)) AND warned_for IS NOT last_inbound_at
     ORDER BY last_inbound_at LIMIT 100`,
  );
  const warned = db.prepare('UPDATE conversations SET warned_for = ? WHERE id = ?');
  return {
    /** Chats without an answer whose customer last wrote after `from` and not after `until`, and of which was not warned yet. */
    closing: (from: number, until: number): ClosingRow[] => closing.all({ from, until }),
    /** @param lastInboundAt the message whose window it was */
    warned: (id: number, lastInboundAt: number): void => void warned.run(lastInboundAt, id),
  };
}
