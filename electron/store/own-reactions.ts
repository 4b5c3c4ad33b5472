import type { Database } from 'better-sqlite3';
import type { MessageRow } from './messages.ts';

/** The shop itself, among those who react: `reactions.customer_id` of no customer. */
export const SHOP = 0;

/**
 * The shop's own reactions: each is a message of ours that is folded into its target, and the newest one that did not fail stands in
 * `reactions`, where the page finds it.
 */
export function openOwnReactions(db: Database) {
  const fold = db.prepare('UPDATE messages SET folded_into = ? WHERE id = ?');
  const newest = db.prepare<[number], { content: string; sent_at: number; key: string }>(
    `SELECT content, sent_at, coalesce(callback_id, wamid) AS key FROM messages
     WHERE folded_into = ? AND type = 'reaction' AND direction = 'out' AND deleted_at IS NULL AND status <> 'failed' ORDER BY sent_at DESC, id DESC LIMIT 1`,
  );
  const standing = db.prepare<[string], { at: number; wamid: string }>(`SELECT at, wamid FROM reactions WHERE target_wamid = ? AND customer_id = ${SHOP}`);
  const put = db.prepare(
    `INSERT INTO reactions (target_wamid, customer_id, emoji, at, wamid) VALUES (?, ${SHOP}, ?, ?, ?)
     ON CONFLICT (target_wamid, customer_id) DO UPDATE SET emoji = excluded.emoji, at = excluded.at, wamid = excluded.wamid`,
  );
  const remove = db.prepare(`DELETE FROM reactions WHERE target_wamid = ? AND customer_id = ${SHOP}`);

  return {
    /** A reaction stands at its target instead of in the thread. */
    fold: (messageId: number, targetId: number): void => void fold.run(targetId, messageId),
    /**
     * A reaction of ours was written, failed for good or was taken back: what holds now is the newest one that did not. One from the phone
     * that is newer stays.
     */
    settle(reaction: Pick<MessageRow, 'folded_into' | 'callback_id' | 'wamid' | 'content'>): void {
      const { targetWamid } = JSON.parse(reaction.content) as { targetWamid: string };
      const now = standing.get(targetWamid);
      const last = reaction.folded_into === null ? undefined : newest.get(reaction.folded_into);
      const mine = now !== undefined && (now.wamid === reaction.callback_id || now.wamid === reaction.wamid);
      if (last && (!now || mine || now.at <= last.sent_at)) {
        const { emoji } = JSON.parse(last.content) as { emoji: string };
        put.run(targetWamid, emoji, last.sent_at, last.key);
      } else if (!last && mine) remove.run(targetWamid);
    },
  };
}
