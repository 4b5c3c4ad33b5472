import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

export type ConversationRow = {
  id: number;
  customer_id: number;
  phone_number_id: string;
  last_inbound_at: number | null;
  last_at: number;
  seen_message_id: number;
  /** When a person last answered, here or on the phone; ms. */
  last_outbound_at: number | null;
  /** What came until then needs no answer; ms. */
  settled_at: number | null;
  /** Meta was told that messages up to this one were read. */
  read_sent_id: number;
  draft: string | null;
};
export type ListedConversation = ConversationRow & { unread: number };

/** What holds nothing but rehearsals is no chat. */
const LISTED = `phone_number_id <> '${REHEARSAL_NUMBER}'`;
const UNREAD =
  "(SELECT count(*) FROM messages WHERE conversation_id = conversations.id AND direction = 'in' AND messages.id > seen_message_id AND quiet = 0 AND folded_into IS NULL)";

/** Conversations: one customer with one of our numbers. */
export function openConversations(db: Database) {
  const wrote = db
    .prepare<[number, string, number, number, number, number], number>(
      `INSERT INTO conversations (customer_id, phone_number_id, last_at, last_inbound_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (customer_id, phone_number_id) DO UPDATE SET last_at = max(last_at, ?), last_inbound_at = max(coalesce(last_inbound_at, 0), ?)
       RETURNING id`,
    )
    .pluck();
  const opened = db
    .prepare<[number, string, number, number], number>(
      `INSERT INTO conversations (customer_id, phone_number_id, last_at) VALUES (?, ?, ?)
       ON CONFLICT (customer_id, phone_number_id) DO UPDATE SET last_at = max(last_at, ?) RETURNING id`,
    )
    .pluck();
  const touchOut = db.prepare(
    'UPDATE conversations SET last_at = max(last_at, @at), last_outbound_at = max(coalesce(last_outbound_at, 0), @at) WHERE id = @id',
  );
  const lastOut = db.prepare(
    `UPDATE conversations SET last_outbound_at = (SELECT max(sent_at) FROM messages
       WHERE conversation_id = @id AND direction = 'out' AND origin <> 'program' AND deleted_at IS NULL AND folded_into IS NULL) WHERE id = @id`,
  );
  const select = db.prepare<[number], ListedConversation>(`SELECT *, ${UNREAD} AS unread FROM conversations WHERE id = ?`);
  const gone = db.prepare<[number], { became: number | null }>('SELECT became FROM gone_chats WHERE id = ?');
  const newestOf = db.prepare<[number], number>('SELECT id FROM conversations WHERE customer_id = ? ORDER BY last_at DESC, id DESC LIMIT 1').pluck();
  const allOf = db.prepare<[number], number>('SELECT id FROM conversations WHERE customer_id = ? ORDER BY last_at DESC, id DESC').pluck();
  const page = db.prepare<[number, number, number], ListedConversation>(
    `SELECT *, ${UNREAD} AS unread FROM conversations WHERE (last_at, id) < (?, ?) AND ${LISTED} ORDER BY last_at DESC, id DESC LIMIT ?`,
  );
  // Never beyond what is there: what comes later is unread.
  const seen = db.prepare(
    `UPDATE conversations SET seen_message_id = upto.id FROM (SELECT min(@messageId, coalesce(max(id), 0)) AS id FROM messages) AS upto
     WHERE conversations.id = @id AND seen_message_id < upto.id`,
  );
  const unreadCount = db.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM conversations WHERE ${LISTED}
       AND EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversations.id AND direction = 'in' AND messages.id > seen_message_id AND quiet = 0 AND folded_into IS NULL)`,
  );

  return {
    /** A customer wrote to one of our numbers: their conversation (made if new) moves up, and its service window opens anew. */
    customerWrote(customerId: number, phoneNumberId: string, at: number): number {
      const id = wrote.get(customerId, phoneNumberId, at, at, at, at);
      if (id === undefined) throw new Error('an upsert that returns nothing');
      return id;
    },
    /** Something happened in this conversation (made if new) that opens no service window. */
    happened(customerId: number, phoneNumberId: string, at: number): number {
      const id = opened.get(customerId, phoneNumberId, at, at);
      if (id === undefined) throw new Error('an upsert that returns nothing');
      return id;
    },
    /** A person of the shop wrote: whoever waited has an answer. */
    shopWrote: (id: number, at: number): void => void touchOut.run({ at, id }),
    /** A message of the shop's went back before it was sent: who was answered by it alone waits again. */
    shopTookBack: (id: number): void => void lastOut.run({ id }),
    get: (id: number): ListedConversation | null => select.get(id) ?? null,
    /** What a conversation that is no more became, `became` NULL where its customer was erased; null where none had this id. */
    gone: (id: number): { became: number | null } | null => gone.get(id) ?? null,
    /** The conversation that a customer wrote in last. */
    newestOf: (customerId: number): number | null => newestOf.get(customerId) ?? null,
    /** Every conversation of a customer, the newest first. */
    of: (customerId: number): number[] => allOf.all(customerId),
    /** Newest first; `before` is where the last page ended. */
    page(before: { lastAt: number; id: number } | null, limit: number): ListedConversation[] {
      return page.all(before?.lastAt ?? Number.MAX_SAFE_INTEGER, before?.id ?? Number.MAX_SAFE_INTEGER, limit);
    },
    /** True where something became seen that was not. */
    seen: (id: number, messageId: number): boolean => seen.run({ id, messageId }).changes > 0,
    unreadConversations: (): number => unreadCount.get()?.n ?? 0,
  };
}
