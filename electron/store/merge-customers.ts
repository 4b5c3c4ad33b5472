import type { Database } from 'better-sqlite3';
import { joinNotes } from '../../shared/domain/customer-identity.ts';

type Written = { called: string | null; note: string | null; tags: string | null };

/**
 * Makes one customer of two that turned out to be the same person: everything of `from` becomes `into`'s, then `from` is gone. Inside the caller's
 * transaction. Gives the conversations that are gone, their messages in another.
 */
export function mergeCustomers(db: Database, from: number, into: number): number[] {
  db.prepare('UPDATE customer_aliases SET customer_id = ? WHERE customer_id = ?').run(into, from);
  db.prepare('UPDATE orders SET customer_id = ? WHERE customer_id = ?').run(into, from);
  mergeReactions(db, from, into);
  // Of one day and kind one answer was enough.
  db.prepare('UPDATE OR IGNORE auto_answers SET customer_id = ? WHERE customer_id = ?').run(into, from);
  db.prepare('DELETE FROM auto_answers WHERE customer_id = ?').run(from);
  const gone: number[] = [];
  const twin = db.prepare<[number, string], number>('SELECT id FROM conversations WHERE customer_id = ? AND phone_number_id = ?').pluck();
  const chats = db.prepare<[number], { id: number; phone_number_id: string }>('SELECT id, phone_number_id FROM conversations WHERE customer_id = ?');
  for (const { id, phone_number_id: number } of chats.all(from)) {
    const kept = twin.get(into, number);
    if (kept === undefined) db.prepare('UPDATE conversations SET customer_id = ? WHERE id = ?').run(into, id);
    else {
      mergeConversations(db, id, kept);
      gone.push(id);
    }
  }
  mergeNames(db, from, into);
  mergeWritten(db, from, into);
  db.prepare('DELETE FROM customers WHERE id = ?').run(from);
  return gone;
}

/** Of one person's two reactions to one message the newer holds, as if both had come under one name. */
function mergeReactions(db: Database, from: number, into: number): void {
  db.prepare(
    `DELETE FROM reactions WHERE customer_id = @from AND EXISTS (SELECT 1 FROM reactions r WHERE r.target_wamid = reactions.target_wamid
       AND r.customer_id = @into AND (r.at, r.wamid) > (reactions.at, reactions.wamid))`,
  ).run({ from, into });
  db.prepare('UPDATE OR REPLACE reactions SET customer_id = ? WHERE customer_id = ?').run(into, from);
}

function mergeNames(db: Database, from: number, into: number): void {
  for (const [value, at] of [
    ['name', 'named_at'],
    ['username', 'username_at'],
  ] as const) {
    db.prepare(
      `UPDATE customers SET (${value}, ${at}) = (SELECT f.${value}, f.${at} FROM customers f WHERE f.id = @from)
       WHERE id = @into AND EXISTS (SELECT 1 FROM customers f WHERE f.id = @from AND f.${at} IS NOT NULL
         AND (f.${at}, f.${value}) > (coalesce(customers.${at}, -1), coalesce(customers.${value}, '')))`,
    ).run({ from, into });
  }
  db.prepare(
    `UPDATE customers SET (fulfilment, address, coordinates) = (SELECT f.fulfilment, f.address, f.coordinates FROM customers f WHERE f.id = @from)
     WHERE id = @into AND fulfilment IS NULL AND address IS NULL`,
  ).run({ from, into });
}

/** What the shop wrote down about both; who is blocked under one of the names is blocked. */
function mergeWritten(db: Database, from: number, into: number): void {
  const written = db.prepare<[number], Written>('SELECT called, note, tags FROM customers WHERE id = ?');
  const [kept, other] = [written.get(into), written.get(from)];
  const tags = [...new Set([kept, other].flatMap((one) => (one?.tags == null ? [] : (JSON.parse(one.tags) as string[]))))].slice(0, 20);
  db.prepare(
    `UPDATE customers SET called = ?, note = ?, tags = ?, language = coalesce(language, (SELECT f.language FROM customers f WHERE f.id = ?)),
       blocked_at = coalesce(blocked_at, (SELECT f.blocked_at FROM customers f WHERE f.id = ?)) WHERE id = ?`,
  ).run(
    kept?.called ?? other?.called ?? null,
    joinNotes(kept?.note ?? null, other?.note ?? null),
    tags.length === 0 ? null : JSON.stringify(tags),
    from,
    from,
    into,
  );
}

function mergeConversations(db: Database, from: number, into: number): void {
  for (const table of ['messages', 'orders', 'outbox']) db.prepare(`UPDATE ${table} SET conversation_id = ? WHERE conversation_id = ?`).run(into, from);
  const draft = db.prepare<[number], string | null>('SELECT draft FROM conversations WHERE id = ?').pluck();
  // Of what was seen, put aside and told, the lesser of the two: better an old message shown as unread than a new one as read.
  db.prepare(
    `UPDATE conversations SET
       (last_inbound_at, last_at, last_outbound_at, seen_message_id, read_sent_id, settled_at) =
         (SELECT max(last_inbound_at), max(last_at), max(last_outbound_at), min(seen_message_id), min(read_sent_id),
            CASE WHEN count(settled_at) = 2 THEN min(settled_at) END FROM conversations WHERE id IN (@from, @into)),
       draft = @draft
     WHERE id = @into`,
  ).run({ from, into, draft: joinNotes(draft.get(into) ?? null, draft.get(from) ?? null) });
  db.prepare('DELETE FROM conversations WHERE id = ?').run(from);
  db.prepare('UPDATE gone_chats SET became = ? WHERE became = ?').run(into, from);
  db.prepare('INSERT OR REPLACE INTO gone_chats (id, became) VALUES (?, ?)').run(from, into);
}
