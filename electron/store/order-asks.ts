import type { Database } from 'better-sqlite3';

export type AskKind = 'fulfilment' | 'address' | 'revision';
export type AskRow = {
  id: number;
  order_id: number;
  what: AskKind;
  /** Stands in the ids of the reply buttons, so that an answer names its question. */
  token: string;
  message_id: number;
  revision_id: number | null;
  asked_at: number;
  answered_at: number | null;
};

/** What the shop has asked a customer about an order, by buttons, by a location request, or in words. */
export function openOrderAsks(db: Database) {
  const insert = db.prepare('INSERT INTO order_asks (order_id, what, token, message_id, revision_id, asked_at) VALUES (?, ?, ?, ?, ?, ?)');
  const byToken = db.prepare<[string], AskRow>('SELECT * FROM order_asks WHERE token = ?');
  const byMessage = db.prepare<[number], AskRow>('SELECT * FROM order_asks WHERE message_id = ?');
  const select = db.prepare<[number], AskRow>('SELECT * FROM order_asks WHERE order_id = ? ORDER BY id');
  const answer = db.prepare('UPDATE order_asks SET answered_at = ? WHERE id = ? AND answered_at IS NULL');
  const move = db.prepare('UPDATE order_asks SET message_id = ? WHERE message_id = ?');
  return {
    add: (ask: Omit<AskRow, 'id' | 'answered_at'>): number =>
      Number(insert.run(ask.order_id, ask.what, ask.token, ask.message_id, ask.revision_id, ask.asked_at).lastInsertRowid),
    byToken: (token: string): AskRow | null => byToken.get(token) ?? null,
    byMessage: (messageId: number): AskRow | null => byMessage.get(messageId) ?? null,
    /** The question's message was sent again as another one. */
    moveTo: (messageId: number, newId: number): void => void move.run(newId, messageId),
    of: (orderId: number): AskRow[] => select.all(orderId),
    /** False where it was answered before. */
    answer: (id: number, at: number): boolean => answer.run(at, id).changes > 0,
  };
}
