import type { Database } from 'better-sqlite3';

export type AutoAnswerKind = 'away' | 'greeting';

/** What was answered by itself: each kind once per customer and day. */
export function openAutoAnswers(db: Database) {
  const given = db.prepare<[number, string, string], number>('SELECT 1 FROM auto_answers WHERE customer_id = ? AND kind = ? AND day = ?').pluck();
  const add = db.prepare('INSERT INTO auto_answers (customer_id, kind, day, message_id) VALUES (?, ?, ?, ?)');
  const mark = db.prepare("UPDATE messages SET origin = 'program' WHERE id = ?");
  const wroteBefore = db
    .prepare<[{ customerId: number; messageId: number; since: number }], number>(
      `SELECT 1 FROM messages m JOIN conversations c ON c.id = m.conversation_id
       WHERE c.customer_id = @customerId AND m.direction = 'in' AND m.id <> @messageId AND m.sent_at >= @since
         AND m.group_id IS NULL
         AND m.type NOT IN ('reaction', 'edit', 'revoke', 'system', 'request_welcome', 'payment') LIMIT 1`,
    )
    .pluck();
  return {
    /** @param day business day, YYYY-MM-DD */
    isGiven: (customerId: number, kind: AutoAnswerKind, day: string): boolean => given.get(customerId, kind, day) !== undefined,
    /** The message is one that nobody wrote. */
    add(customerId: number, kind: AutoAnswerKind, day: string, messageId: number): void {
      add.run(customerId, kind, day, messageId);
      mark.run(messageId);
    },
    /** Whether the customer has sent anything else since then. */
    wroteSince: (customerId: number, messageId: number, since: number): boolean => wroteBefore.get({ customerId, messageId, since }) !== undefined,
  };
}
