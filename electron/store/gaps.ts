import type { Database } from 'better-sqlite3';
import { LATE_AFTER_MS } from '../../shared/domain/late.ts';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import { openFirstArrival } from './first-arrival.ts';

export type GapCause = 'closed' | 'asleep' | 'cut-off';
export type GapRow = { id: number; cause: GapCause; began_at: number; ended_at: number | null; seen_at: number | null };
/** What came of a gap: written by customers in it, and arrived after its end, or held up before that was noticed. */
export type GapCatch = { lateMessages: number; lateOrderIds: number[] };

/** More cannot be between the writing and the arrival of a message that is not marked late, even where the clocks disagree a little; but for the phone's old chats. */
const NOT_LATE_MS = LATE_AFTER_MS + 5 * 60_000;
/** That the way stands again is seen a little later than Meta sees it: what arrives before that was on its way for longer than this. */
const HELD_UP_MS = 60_000;
const COLUMNS = 'id, cause, began_at, ended_at, seen_at';

/** Times in which nothing could arrive. */
export function openGaps(db: Database) {
  const insert = db.prepare('INSERT INTO gaps (cause, began_at, ended_at) VALUES (?, ?, ?)');
  const end = db.prepare('UPDATE gaps SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const widen = db.prepare('UPDATE gaps SET began_at = min(began_at, ?), ended_at = max(ended_at, ?) WHERE id = ?');
  const seen = db.prepare('UPDATE gaps SET seen_at = ? WHERE id = ? AND seen_at IS NULL');
  const since = db.prepare<[number], GapRow>(`SELECT ${COLUMNS} FROM gaps WHERE began_at >= ? ORDER BY began_at DESC, id DESC LIMIT 200`);
  const newest = db.prepare<[], GapRow>(`SELECT ${COLUMNS} FROM gaps ORDER BY began_at DESC, id DESC LIMIT 1`);
  const orders = db
    .prepare<[{ from: number; to: number }], number>(
      `SELECT o.id FROM orders o INDEXED BY orders_placed JOIN messages m ON m.wamid = o.message_wamid
       WHERE o.placed_at BETWEEN @from AND @to AND o.rehearsal = 0 AND (m.received_at > @to OR m.received_at - m.sent_at > ${HELD_UP_MS}) ORDER BY o.placed_at, o.id LIMIT 500`,
    )
    .pluck();
  const late = db
    .prepare<[{ from: number; to: number }], number>(
      `SELECT count(*) FROM messages m INDEXED BY messages_late JOIN conversations c ON c.id = m.conversation_id
       WHERE m.late = 1 AND m.sent_at BETWEEN @from AND @to AND c.phone_number_id <> '${REHEARSAL_NUMBER}'`,
    )
    .pluck();
  const firstSince = openFirstArrival(db, 'messages');
  const soon = db
    .prepare<[{ first: number; last: number; from: number; to: number }], number>(
      `SELECT count(*) FROM messages m JOIN conversations c ON c.id = m.conversation_id
       WHERE m.id >= @first AND m.id < @last AND m.direction = 'in' AND m.late = 0 AND m.sent_at BETWEEN @from AND @to
         AND (m.received_at > @to OR m.received_at - m.sent_at > ${HELD_UP_MS}) AND m.received_at - m.sent_at <= ${NOT_LATE_MS} AND c.phone_number_id <> '${REHEARSAL_NUMBER}'`,
    )
    .pluck();

  return {
    /** `endedAt` null: it lasts. Returns its id. */
    add: (cause: GapCause, beganAt: number, endedAt: number | null): number => Number(insert.run(cause, beganAt, endedAt).lastInsertRowid),
    end: (id: number, at: number): void => void end.run(at, id),
    /** It began earlier than was thought, or ended later; one that has ended. */
    widen: (id: number, beganAt: number, endedAt: number): void => void widen.run(beganAt, endedAt, id),
    seen: (id: number, at: number): void => void seen.run(at, id),
    /** Those that began then or later, the newest first; at most 200. */
    since: (at: number): GapRow[] => since.all(at),
    newest: (): GapRow | null => newest.get() ?? null,
    caught({ began_at, ended_at }: GapRow): GapCatch {
      if (ended_at === null) return { lateMessages: 0, lateOrderIds: [] };
      // WhatsApp tells whole seconds.
      const span = { from: began_at - (began_at % 1_000), to: ended_at };
      // Those that Meta tried again soon are not marked late, and stand among the first that came after the gap.
      const recent = soon.get({ ...span, first: firstSince(began_at).id, last: firstSince(ended_at + NOT_LATE_MS).id }) ?? 0;
      return { lateMessages: (late.get(span) ?? 0) + recent, lateOrderIds: orders.all(span) };
    },
  };
}
