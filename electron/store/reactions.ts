import type { Database } from 'better-sqlite3';

export type ReactionRow = { customer_id: number; emoji: string; at: number; wamid: string };

/** Each person's newest reaction to a message; of one moment the one with the greater id, so that the order of arrival does not matter. */
export function openReactions(db: Database) {
  const put = db.prepare(
    `INSERT INTO reactions (target_wamid, customer_id, emoji, at, wamid) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (target_wamid, customer_id) DO UPDATE SET emoji = excluded.emoji, at = excluded.at, wamid = excluded.wamid
       WHERE (excluded.at, excluded.wamid) > (at, wamid)`,
  );
  const standing = db.prepare<[string], ReactionRow>("SELECT * FROM reactions WHERE target_wamid = ? AND emoji <> '' ORDER BY at, wamid");

  return {
    /** @param customerId 0 for the shop itself @param emoji empty: withdrawn */
    put: (targetWamid: string, customerId: number, emoji: string, at: number, wamid: string): void => void put.run(targetWamid, customerId, emoji, at, wamid),
    /** Those that were not withdrawn, oldest first. */
    of: (targetWamid: string): ReactionRow[] => standing.all(targetWamid),
  };
}
