import type { Database } from 'better-sqlite3';

export type OutboxState = 'queued' | 'sending' | 'unknown' | 'accepted' | 'failed';
export type OutboxRow = {
  id: number;
  message_id: number;
  conversation_id: number;
  state: OutboxState;
  attempts: number;
  next_at: number;
  lease_until: number | null;
  /** Until then a person may take the message back, and it holds up nobody. */
  takeback_until: number | null;
};

/** What waits to be sent: one row a message, written in the message's own transaction. */
export function openOutbox(db: Database) {
  const insert = db.prepare("INSERT INTO outbox (message_id, conversation_id, state, next_at, takeback_until) VALUES (?, ?, 'queued', ?, ?)");
  // Per customer in the order written: only the first open row of a conversation may go. A row in doubt (`unknown`), or one that may
  // still be taken back, holds up nobody.
  const due = db.prepare<[{ now: number; limit: number }], OutboxRow>(
    `SELECT * FROM outbox o WHERE state = 'queued' AND next_at <= @now
       AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.conversation_id = o.conversation_id AND e.id < o.id AND e.state IN ('queued', 'sending')
         AND coalesce(e.takeback_until, 0) <= @now)
     ORDER BY next_at, id LIMIT @limit`,
  );
  const lease = db.prepare("UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = ? WHERE id = ? AND state = 'queued'");
  const settle = db.prepare("UPDATE outbox SET state = ?, lease_until = NULL WHERE message_id = ? AND state IN ('queued', 'sending', 'unknown')");
  const requeue = db.prepare(
    "UPDATE outbox SET state = 'queued', next_at = ?, attempts = ?, lease_until = NULL WHERE message_id = ? AND state IN ('queued', 'sending')",
  );
  const expired = db.prepare<[number], OutboxRow>("SELECT * FROM outbox WHERE state = 'sending' AND lease_until < ?");
  const nextAt = db.prepare<[], { at: number | null }>("SELECT min(next_at) AS at FROM outbox WHERE state = 'queued'");
  const byMessage = db.prepare<[number], OutboxRow>('SELECT * FROM outbox WHERE message_id = ?');
  const waiting = db.prepare<[], { n: number }>("SELECT count(*) AS n FROM outbox WHERE state IN ('queued', 'sending')");
  const takeBack = db.prepare("DELETE FROM outbox WHERE message_id = ? AND state = 'queued'");
  const soon = db.prepare("UPDATE outbox SET next_at = max(min(next_at, ?), coalesce(takeback_until, 0)) WHERE state = 'queued'");

  return {
    /** @param takebackUntil until then the message waits, and a person may take it back, ms */
    add: (messageId: number, conversationId: number, nextAt: number, takebackUntil: number | null = null): void =>
      void insert.run(messageId, conversationId, Math.max(nextAt, takebackUntil ?? 0), takebackUntil),
    /** Takes a message out before it goes, however long it has waited; false where it is too late. */
    takeBack: (messageId: number): boolean => takeBack.run(messageId).changes > 0,
    /** Rows that may be sent now, one a conversation at most. */
    due: (now: number, limit: number): OutboxRow[] => due.all({ now, limit }),
    /** Takes a row for sending until `leaseUntil`; false where somebody else has it. */
    lease: (id: number, leaseUntil: number): boolean => lease.run(leaseUntil, id).changes > 0,
    settle: (messageId: number, state: Exclude<OutboxState, 'queued' | 'sending'>): void => void settle.run(state, messageId),
    /** Gives a row back, to be tried from `nextAt` on. */
    requeue: (messageId: number, nextAt: number, attempts: number): void => void requeue.run(nextAt, attempts, messageId),
    /** Rows whose lease ran out: the program ended while it sent them, and nobody knows what Meta made of it. */
    expired: (now: number): OutboxRow[] => expired.all(now),
    /** When the next queued row is due; null when none waits. */
    nextAt: (): number | null => nextAt.get()?.at ?? null,
    of: (messageId: number): OutboxRow | null => byMessage.get(messageId) ?? null,
    waiting: (): number => waiting.get()?.n ?? 0,
    /** What waits is due at once (a person mended what held it up). */
    hurry: (now: number): void => void soon.run(now),
  };
}
