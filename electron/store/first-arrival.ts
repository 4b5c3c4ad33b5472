import type { Database } from 'better-sqlite3';

/**
 * Finds the first row of a table that arrived at a time (ms since epoch) or later: its `id`, one past the `last` id where none is so young. Arrival
 * times rise with the ids, so a few looks find it: a day's rows are not read to be counted.
 */
export function openFirstArrival(db: Database, table: 'webhook_log' | 'messages') {
  const from = db.prepare<[number], { id: number; received_at: number }>(
    `SELECT id, received_at FROM ${table} WHERE id >= ? AND received_at IS NOT NULL ORDER BY id LIMIT 1`,
  );
  const ends = db.prepare<[], { first: number | null; last: number | null }>(
    `SELECT (SELECT min(id) FROM ${table}) AS first, (SELECT max(id) FROM ${table}) AS last`,
  );
  return (at: number): { id: number; last: number } => {
    const { first, last } = ends.get() ?? { first: null, last: null };
    if (first === null || last === null) return { id: 1, last: 0 };
    let low = first;
    let high = last + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = from.get(middle);
      if (row && row.received_at < at) low = row.id + 1;
      else high = middle;
    }
    return { id: low, last };
  };
}
