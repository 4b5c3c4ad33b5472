import type { Database } from 'better-sqlite3';

/** What Meta counts as service messages, by the categories of their ticks. */
export function openServiceMonth(db: Database) {
  const count = db
    .prepare<[number, number], number>(
      `SELECT count(*) FROM messages WHERE pricing_category = 'service' AND coalesce(tick_delivered_at, tick_read_at) >= ? AND coalesce(tick_delivered_at, tick_read_at) < ?`,
    )
    .pluck();
  return {
    /** Delivered from `from` until before `until`, ms. */
    delivered: (from: number, until: number): number => count.get(from, until) ?? 0,
  };
}
