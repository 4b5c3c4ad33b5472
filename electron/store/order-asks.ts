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
  /** The customer's message that counts as the answer; null while there is none, and where a person has settled it. */
  answer_wamid: string | null;
};

/** What the shop has asked a customer about an order, by buttons, by a location request, or in words. */
export function openOrderAsks(db: Database) {
  const insert = db.prepare('INSERT INTO order_asks (order_id, what, token, message_id, revision_id, asked_at) VALUES (?, ?, ?, ?, ?, ?)');
  const byToken = db.prepare<[string], AskRow>('SELECT * FROM order_asks WHERE token = ?');
  const byMessage = db.prepare<[number], AskRow>('SELECT * FROM order_asks WHERE message_id = ?');
  const select = db.prepare<[number], AskRow>('SELECT * FROM order_asks WHERE order_id = ? ORDER BY id');
  const newestAddress = db.prepare<[number, number], AskRow>(
    `SELECT a.* FROM order_asks a JOIN orders o ON o.id = a.order_id
     WHERE a.what = 'address' AND o.customer_id = ? AND a.asked_at <= ? AND o.state NOT IN ('completed', 'declined', 'cancelled')
       AND (a.answered_at IS NULL OR a.answer_wamid IS NOT NULL)
     ORDER BY a.id DESC LIMIT 1`,
  );
  const answer = db.prepare('UPDATE order_asks SET answered_at = ?, answer_wamid = ? WHERE id = ?');
  const settle = db.prepare('UPDATE order_asks SET answered_at = coalesce(answered_at, ?), answer_wamid = NULL WHERE order_id = ? AND what = ?');
  const close = db.prepare('UPDATE order_asks SET answered_at = coalesce(answered_at, ?), answer_wamid = NULL WHERE id = ?');
  const handOver = db.prepare('UPDATE order_asks SET order_id = ? WHERE order_id = ? AND what = ? AND answered_at IS NULL');
  const move = db.prepare('UPDATE order_asks SET message_id = ? WHERE message_id = ?');
  return {
    add: (ask: Omit<AskRow, 'id' | 'answered_at' | 'answer_wamid'>): number =>
      Number(insert.run(ask.order_id, ask.what, ask.token, ask.message_id, ask.revision_id, ask.asked_at).lastInsertRowid),
    byToken: (token: string): AskRow | null => byToken.get(token) ?? null,
    byMessage: (messageId: number): AskRow | null => byMessage.get(messageId) ?? null,
    /** The question's message was sent again as another one. */
    moveTo: (messageId: number, newId: number): void => void move.run(newId, messageId),
    /** Open questions of a kind about one order are from now on about another of the same customer. */
    handOver: (what: AskKind, from: number, to: number): void => void handOver.run(to, from, what),
    of: (orderId: number): AskRow[] => select.all(orderId),
    /** The newest question for an address that a customer was asked until then, of an open order, unless a person has settled it. */
    newestAddressAsk: (customerId: number, until: number): AskRow | null => newestAddress.get(customerId, until) ?? null,
    /** This message of the customer counts as the answer. */
    answer: (id: number, at: number, wamid: string): void => void answer.run(at, wamid, id),
    /** The question was taken back before it went. */
    close: (id: number, at: number): void => void close.run(at, id),
    /** A person has decided what an order's questions of a kind were about: no answer to any of them counts any more. */
    settle: (orderId: number, what: AskKind, at: number): void => void settle.run(at, orderId, what),
  };
}
