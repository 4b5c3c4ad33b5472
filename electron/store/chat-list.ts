import type { Database } from 'better-sqlite3';
import type { ChatFilter } from '../../shared/contract/chats.ts';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';
import type { ListedConversation } from './conversations.ts';

/** What is asked about moments; ms. */
export type ChatMoment = {
  /** Product questions before it wait no more. */
  questionsSince: number;
  /** Windows whose customer last wrote between these close soon. */
  closingFrom: number;
  closingUntil: number;
};
type Place = { lastAt: number; id: number };

/** A message that wants an answer: not an order (those have a board of their own), nor what WhatsApp says by itself, nor what a group hears. */
const ASKS = `m.direction = 'in' AND m.folded_into IS NULL AND m.quiet = 0 AND m.deleted_at IS NULL AND m.group_id IS NULL
  AND m.type NOT IN ('order', 'reaction', 'revoke', 'system', 'request_welcome', 'payment')`;
const ANSWERED = 'max(coalesce(c.last_outbound_at, 0), coalesce(c.settled_at, 0))';
const LISTED = `c.phone_number_id <> '${REHEARSAL_NUMBER}'`;
const UNREAD = `EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'in' AND m.id > c.seen_message_id AND m.folded_into IS NULL AND m.quiet = 0)`;
// The column rules out most of them; the message itself is looked for in the few that are left.
const UNANSWERED = `c.last_inbound_at > ${ANSWERED}
  AND NOT EXISTS (SELECT 1 FROM customers b WHERE b.id = c.customer_id AND b.blocked_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id AND m.sent_at > ${ANSWERED} AND ${ASKS})`;
/** Nothing of a person's follows the question `q`, and its chat `qc` was not put aside since; a group waits for nobody. */
const STILL_OPEN = `q.deleted_at IS NULL AND q.quiet = 0 AND q.group_id IS NULL AND q.sent_at > coalesce(qc.settled_at, 0)
    AND NOT EXISTS (SELECT 1 FROM messages a WHERE a.conversation_id = q.conversation_id AND a.direction = 'out' AND a.origin <> 'program' AND a.folded_into IS NULL
      AND a.deleted_at IS NULL AND (a.sent_at, a.id) > (q.sent_at, q.id))`;
const OPEN_QUESTION = `c.last_inbound_at >= @questionsSince AND EXISTS (SELECT 1 FROM messages q INDEXED BY messages_question JOIN conversations qc ON qc.id = c.id
  WHERE q.conversation_id = c.id AND q.retailer_id IS NOT NULL AND q.sent_at >= @questionsSince AND ${STILL_OPEN})`;
/** Their customer's order is not closed: somebody works on it, or should. */
const WITH_ORDER = `c.customer_id IN (SELECT o.customer_id FROM orders o INDEXED BY orders_state
  WHERE o.state IN ('new', 'accepted', 'preparing', 'ready') AND o.rehearsal = 0)`;
const FAILED = `SELECT f.conversation_id FROM messages f INDEXED BY messages_failed
  WHERE f.status IN ('failed', 'unknown') AND f.sent_again_as IS NULL AND f.dismissed_at IS NULL AND f.deleted_at IS NULL`;
const UNREAD_COUNT =
  "(SELECT count(*) FROM messages m WHERE m.conversation_id = c.id AND m.direction = 'in' AND m.id > c.seen_message_id AND m.folded_into IS NULL AND m.quiet = 0)";

const WHERE: Record<ChatFilter, string> = {
  all: '1',
  unread: UNREAD,
  unanswered: UNANSWERED,
  questions: OPEN_QUESTION,
  closing: `c.last_inbound_at > @closingFrom AND c.last_inbound_at <= @closingUntil AND ${UNANSWERED}`,
  'with-order': WITH_ORDER,
  failed: `c.id IN (${FAILED})`,
};

/** Conversations as the list shows and filters them. */
export function openChatList(db: Database) {
  type Asked = ChatMoment & { lastAt: number; id: number; limit: number };
  const pages = new Map(
    Object.entries(WHERE).map(([filter, where]) => [
      filter,
      // Whose window closes first stands first; there are never many of them.
      db.prepare<[Asked], ListedConversation>(
        `SELECT c.*, ${UNREAD_COUNT} AS unread FROM conversations c WHERE (c.last_at, c.id) < (@lastAt, @id) AND ${LISTED} AND ${where}
         ORDER BY ${filter === 'closing' ? 'c.last_inbound_at, c.id' : 'c.last_at DESC, c.id DESC'} LIMIT @limit`,
      ),
    ]),
  );
  const count = (where: string) => db.prepare<[ChatMoment], number>(`SELECT count(*) FROM conversations c WHERE ${LISTED} AND ${where}`).pluck();
  const counting = {
    unread: count(WHERE.unread),
    unanswered: count(WHERE.unanswered),
    questions: count(WHERE.questions),
    closing: count(WHERE.closing),
    withOrder: count(WHERE['with-order']),
  };
  const failed = db.prepare<[], number>(`SELECT count(DISTINCT conversation_id) FROM (${FAILED})`).pluck();
  const waitsSince = db
    .prepare<[number], number | null>(
      `SELECT min(m.sent_at) FROM conversations c JOIN messages m ON m.conversation_id = c.id WHERE c.id = ? AND c.last_inbound_at > ${ANSWERED} AND m.sent_at > ${ANSWERED} AND ${ASKS}`,
    )
    .pluck();
  const questionSince = db
    .prepare<[number], number | null>(
      `SELECT min(q.sent_at) FROM messages q JOIN conversations qc ON qc.id = q.conversation_id
       WHERE q.conversation_id = ? AND q.retailer_id IS NOT NULL AND ${STILL_OPEN}`,
    )
    .pluck();
  const failedIn = db.prepare<[number], number>(`SELECT count(*) FROM (${FAILED}) WHERE conversation_id = ?`).pluck();
  const settle = db.prepare('UPDATE conversations SET settled_at = max(coalesce(settled_at, 0), ?) WHERE id = ?');

  return {
    /** Newest first (`closing`: whose window closes first, without pages); `before` is where the last page ended. */
    page: (filter: ChatFilter, before: Place | null, moment: ChatMoment, limit: number): ListedConversation[] =>
      pages.get(filter)?.all({ ...moment, lastAt: before?.lastAt ?? Number.MAX_SAFE_INTEGER, id: before?.id ?? Number.MAX_SAFE_INTEGER, limit }) ?? [],
    /** How many each filter would give. */
    counts(moment: ChatMoment): Record<Exclude<ChatFilter, 'all'>, number> {
      return {
        unread: counting.unread.get(moment) ?? 0,
        unanswered: counting.unanswered.get(moment) ?? 0,
        questions: counting.questions.get(moment) ?? 0,
        closing: counting.closing.get(moment) ?? 0,
        'with-order': counting.withOrder.get(moment) ?? 0,
        failed: failed.get() ?? 0,
      };
    },
    /** When the oldest message came that no person has answered, nor put aside; null when there is none. */
    waitsSince: (conversationId: number): number | null => waitsSince.get(conversationId) ?? null,
    /** WhatsApp's time of the oldest product question that nothing of a person's follows; null when there is none. */
    questionSince: (conversationId: number): number | null => questionSince.get(conversationId) ?? null,
    /** Messages of ours in it that failed or are in doubt. */
    failedIn: (conversationId: number): number => failedIn.get(conversationId) ?? 0,
    /** What came until then needs no answer. */
    settle: (conversationId: number, at: number): void => void settle.run(at, conversationId),
  };
}
