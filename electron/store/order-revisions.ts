import type { Database } from 'better-sqlite3';

export type RevisionState = 'proposed' | 'accepted' | 'declined' | 'applied' | 'withdrawn';
export type RevisionRow = {
  id: number;
  order_id: number;
  state: RevisionState;
  made_at: number;
  decided_at: number | null;
  /** The message that asks for consent; null where none was asked for. */
  message_id: number | null;
  /** What repeated calls fall on. */
  request_id: string | null;
};
export type RevisionLineRow = { position: number; before: number; after: number };

/** Changes of quantities, proposed to the customer or made by the shop; an order has at most one open proposal. */
export function openOrderRevisions(db: Database) {
  const insert = db.prepare('INSERT INTO order_revisions (order_id, state, made_at, decided_at, message_id, request_id) VALUES (?, ?, ?, ?, ?, ?)');
  const insertLine = db.prepare('INSERT INTO order_revision_lines (revision_id, position, before, after) VALUES (?, ?, ?, ?)');
  const select = db.prepare<[number], RevisionRow>('SELECT * FROM order_revisions WHERE order_id = ? ORDER BY id');
  const byId = db.prepare<[number], RevisionRow>('SELECT * FROM order_revisions WHERE id = ?');
  const byRequest = db.prepare<[string], RevisionRow>('SELECT * FROM order_revisions WHERE request_id = ?');
  const lines = db.prepare<[number], RevisionLineRow>('SELECT position, before, after FROM order_revision_lines WHERE revision_id = ? ORDER BY position');
  const decide = db.prepare("UPDATE order_revisions SET state = ?, decided_at = ? WHERE id = ? AND state = 'proposed'");
  const answer = db.prepare("UPDATE order_revisions SET state = ?, decided_at = ? WHERE id = ? AND state IN ('proposed', 'accepted', 'declined')");
  const move = db.prepare('UPDATE order_revisions SET message_id = ? WHERE message_id = ?');
  return {
    add(revision: Omit<RevisionRow, 'id'>, changed: readonly RevisionLineRow[]): number {
      const { order_id: orderId, state, made_at: madeAt, decided_at: decidedAt, message_id: messageId, request_id: requestId } = revision;
      const id = Number(insert.run(orderId, state, madeAt, decidedAt, messageId, requestId).lastInsertRowid);
      for (const line of changed) insertLine.run(id, line.position, line.before, line.after);
      return id;
    },
    /** The proposal's message was sent again as another one. */
    moveTo: (messageId: number, newId: number): void => void move.run(newId, messageId),
    of: (orderId: number): RevisionRow[] => select.all(orderId),
    get: (id: number): RevisionRow | null => byId.get(id) ?? null,
    byRequestId: (requestId: string): RevisionRow | null => byRequest.get(requestId) ?? null,
    lines: (id: number): RevisionLineRow[] => lines.all(id),
    /** A person decides an open proposal; false where it is open no more. */
    decide: (id: number, state: 'applied' | 'withdrawn', at: number): boolean => decide.run(state, at, id).changes > 0,
    /** The customer decides it; false where a person has. */
    answer: (id: number, state: 'accepted' | 'declined', at: number): boolean => answer.run(state, at, id).changes > 0,
  };
}
