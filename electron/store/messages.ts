import type { Database } from 'better-sqlite3';
import type { Origin, Pricing, Referral } from '../../shared/contract/messages.ts';
import type { MessageStatus, Tick } from '../../shared/domain/message-status.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { StoredContent } from './stored-content.ts';

export type Failure = { reason: Reason; code: number | null; details: string | null };
export type MessageRow = {
  id: number;
  wamid: string | null;
  conversation_id: number;
  direction: 'in' | 'out';
  type: string;
  status: MessageStatus | null;
  sent_at: number;
  received_at: number | null;
  late: number;
  content: string;
  context_wamid: string | null;
  catalog_id: string | null;
  retailer_id: string | null;
  callback_id: string | null;
  tick_sent_at: number | null;
  tick_delivered_at: number | null;
  tick_read_at: number | null;
  tick_played_at: number | null;
  tick_failed_at: number | null;
  failure: string | null;
  deleted_at: number | null;
  sent_again_as: number | null;
  log_id: number | null;
  origin: Origin;
  /** 1: never unread (history of the phone, what was read again). */
  quiet: number;
  /** 0 no, 1 yes, 2 often. */
  forwarded: number;
  group_id: string | null;
  referral: string | null;
  /** The message that it stands at, instead of in the thread: of reactions and edits. */
  folded_into: number | null;
  pricing: string | null;
  pricing_category: string | null;
  dismissed_at: number | null;
};

export type InboundRow = {
  wamid: string;
  conversationId: number;
  type: string;
  sentAt: number;
  receivedAt: number;
  late: boolean;
  content: StoredContent;
  contextWamid: string | null;
  product: { catalogId: string; retailerId: string } | null;
  /** The body that brought it; null where none did (made by hand). */
  logId: number | null;
  /** What few messages have; left out where there is nothing of it. */
  rare?: RareRow;
};
export type RareRow = {
  /** `out`: written on the shop's phone. */
  direction: 'in' | 'out';
  status: MessageStatus | null;
  quiet: boolean;
  forwarded: 0 | 1 | 2;
  groupId: string | null;
  referral: Referral | null;
};

export type OutgoingRow = { conversationId: number; type: string; sentAt: number; content: StoredContent; contextWamid: string | null; callbackId: string };

/** Messages in and out; `wamid` is Meta's id of one and the key that repeated deliveries fall on. */
export function openMessages(db: Database) {
  const insertIn = db.prepare(
    `INSERT INTO messages (wamid, conversation_id, direction, type, sent_at, received_at, late, content, context_wamid, catalog_id, retailer_id, log_id)
     VALUES (?, ?, 'in', ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (wamid) DO NOTHING`,
  );
  const insertRare = db.prepare(
    `INSERT INTO messages (wamid, conversation_id, type, sent_at, received_at, late, content, context_wamid, catalog_id, retailer_id, log_id,
       direction, status, origin, quiet, forwarded, group_id, referral)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (wamid) DO NOTHING`,
  );
  const insertOut = db.prepare(
    `INSERT INTO messages (conversation_id, direction, type, status, sent_at, content, context_wamid, callback_id) VALUES (?, 'out', ?, 'queued', ?, ?, ?, ?)`,
  );
  const byId = db.prepare<[number], MessageRow>('SELECT * FROM messages WHERE id = ?');
  const byWamid = db.prepare<[string], MessageRow>('SELECT * FROM messages WHERE wamid = ?');
  const byCallback = db.prepare<[string], MessageRow>('SELECT * FROM messages WHERE callback_id = ?');
  const reread = db.prepare(
    `UPDATE messages SET type = ?, content = ?, catalog_id = ?, retailer_id = ?, context_wamid = ?, log_id = ?, forwarded = ?, group_id = ?, referral = ? WHERE id = ?`,
  );
  const setStatus = db.prepare('UPDATE messages SET status = ?, failure = ? WHERE id = ?');
  const setWamid = db.prepare('UPDATE messages SET wamid = ? WHERE id = ? AND wamid IS NULL');
  // Of a repeated tick the earliest moment stays, so that the order of deliveries does not matter.
  const setTick = Object.fromEntries(
    (['sent', 'delivered', 'read', 'played', 'failed'] as const).map((tick) => [
      tick,
      db.prepare(`UPDATE messages SET tick_${tick}_at = min(coalesce(tick_${tick}_at, @at), @at) WHERE id = @id`),
    ]),
  );
  const setDeleted = db.prepare('UPDATE messages SET deleted_at = min(coalesce(deleted_at, @at), @at) WHERE wamid = @wamid');
  const setContent = db.prepare('UPDATE messages SET content = ? WHERE id = ?');
  const setFolded = db.prepare('UPDATE messages SET folded_into = ? WHERE id = ?');
  const setPricing = db.prepare('UPDATE messages SET pricing = ?, pricing_category = ? WHERE id = ?');
  const UNFOLDED = "folded_into IS NULL AND type IN ('reaction', 'edit', 'revoke')";
  const waitingFor = db.prepare<[string], MessageRow>(`SELECT * FROM messages WHERE context_wamid = ? AND ${UNFOLDED} ORDER BY id`);
  // Few, and asked of the database once: not every message has to ask who waits for it. An entry too many costs one look.
  const awaited = new Set(db.prepare<[], string>(`SELECT context_wamid FROM messages WHERE context_wamid IS NOT NULL AND ${UNFOLDED}`).pluck().all());
  const cards = db.prepare<[number], { id: number; log_id: number }>(
    `SELECT id, log_id FROM messages WHERE id > ? AND log_id IS NOT NULL AND content LIKE '{"kind":"card"%' ORDER BY id LIMIT 200`,
  );
  const setTakenBack = db.prepare("UPDATE messages SET deleted_at = ? WHERE id = ? AND direction = 'out'");
  const setSentAgain = db.prepare('UPDATE messages SET sent_again_as = ? WHERE id = ?');
  // Ten minutes of WhatsApp's own clock bound it too: what was written long before may have arrived only now.
  const textsSince = db.prepare<[{ conversationId: number; since: number }], MessageRow>(
    `SELECT * FROM messages WHERE conversation_id = @conversationId AND direction = 'in' AND type = 'text' AND sent_at >= @since - 600000
       AND received_at >= @since AND retailer_id IS NULL AND deleted_at IS NULL ORDER BY sent_at DESC, id DESC LIMIT 20`,
  );
  const question = db.prepare<[number], MessageRow>(
    'SELECT * FROM messages WHERE conversation_id = ? AND retailer_id IS NOT NULL AND deleted_at IS NULL AND group_id IS NULL ORDER BY sent_at DESC, id DESC LIMIT 1',
  );
  const unknown = db.prepare<[], { n: number }>(
    "SELECT count(*) AS n FROM messages WHERE status = 'unknown' AND sent_again_as IS NULL AND dismissed_at IS NULL",
  );

  function insertRareRow(row: InboundRow, rare: RareRow): number | null {
    const { product } = row;
    const { changes, lastInsertRowid } = insertRare.run(
      row.wamid,
      row.conversationId,
      row.type,
      row.sentAt,
      rare.direction === 'in' ? row.receivedAt : null,
      row.late ? 1 : 0,
      JSON.stringify(row.content),
      row.contextWamid,
      product?.catalogId ?? null,
      product?.retailerId ?? null,
      row.logId,
      rare.direction,
      rare.status,
      rare.direction === 'out' ? 'phone' : 'here',
      rare.quiet ? 1 : 0,
      rare.forwarded,
      rare.groupId,
      rare.referral && JSON.stringify(rare.referral),
    );
    return changes === 0 ? null : Number(lastInsertRowid);
  }

  return {
    /** The new row's id, or null where a message with this wamid is there already. */
    insertInbound(row: InboundRow): number | null {
      const { product } = row;
      if (row.rare) return insertRareRow(row, row.rare);
      const values = [row.wamid, row.conversationId, row.type, row.sentAt, row.receivedAt, row.late ? 1 : 0, JSON.stringify(row.content)];
      const { changes, lastInsertRowid } = insertIn.run(...values, row.contextWamid, product?.catalogId ?? null, product?.retailerId ?? null, row.logId);
      return changes === 0 ? null : Number(lastInsertRowid);
    },
    insertOutgoing: (row: OutgoingRow): number =>
      Number(insertOut.run(row.conversationId, row.type, row.sentAt, JSON.stringify(row.content), row.contextWamid, row.callbackId).lastInsertRowid),
    get: (id: number): MessageRow | null => byId.get(id) ?? null,
    byWamid: (wamid: string): MessageRow | null => byWamid.get(wamid) ?? null,
    byCallbackId: (callbackId: string): MessageRow | null => byCallback.get(callbackId) ?? null,
    /** A newer reader understood more of a message that is stored already. */
    readAgain(id: number, row: Pick<InboundRow, 'type' | 'content' | 'product' | 'contextWamid' | 'logId' | 'rare'>): void {
      const { product, rare } = row;
      const { forwarded = 0, groupId = null, referral = null } = rare ?? {};
      const values = [row.type, JSON.stringify(row.content), product?.catalogId ?? null, product?.retailerId ?? null, row.contextWamid, row.logId];
      reread.run(...values, forwarded, groupId, referral && JSON.stringify(referral), id);
    },
    setStatus: (id: number, status: MessageStatus, failure: Failure | null): void => void setStatus.run(status, failure && JSON.stringify(failure), id),
    setWamid: (id: number, wamid: string): boolean => setWamid.run(wamid, id).changes > 0,
    setTick: (id: number, tick: Tick, at: number): void => void setTick[tick]?.run({ id, at }),
    setDeleted: (wamid: string, at: number): boolean => setDeleted.run({ wamid, at }).changes > 0,
    setContent: (id: number, content: StoredContent): void => void setContent.run(JSON.stringify(content), id),
    /** It stands at that message instead of in the thread. */
    setFolded: (id: number, targetId: number): void => void setFolded.run(targetId, id),
    setPricing: (id: number, pricing: Pricing): void => void setPricing.run(JSON.stringify(pricing), pricing.category, id),
    /** Something waits for a message that is not known here (yet). */
    awaitTarget: (wamid: string): void => void awaited.add(wamid),
    /** Reactions, edits and deletions that wait for this message. */
    waitingFor: (wamid: string): MessageRow[] => (awaited.has(wamid) ? waitingFor.all(wamid) : []),
    /** Up to 200 messages after `afterId` that are shown as cards, with the body that brought each. */
    cardsAfter: (afterId: number): { id: number; log_id: number }[] => cards.all(afterId),
    /** One of ours that never went; its row stays, because ids are not used again. */
    setTakenBack: (id: number, at: number): void => void setTakenBack.run(at, id),
    setSentAgain: (id: number, newId: number): void => void setSentAgain.run(newId, id),
    /** Texts of the customer that have arrived since then and ask about no product, the newest first, at most 20. */
    textsSince: (conversationId: number, since: number): MessageRow[] => textsSince.all({ conversationId, since }),
    /** The newest question about a product. */
    lastQuestion: (conversationId: number): MessageRow | null => question.get(conversationId) ?? null,
    unknownCount: (): number => unknown.get()?.n ?? 0,
  };
}
