import type { Database } from 'better-sqlite3';
import type { LinkEvent, ProofKind } from '../../shared/domain/link-proof.ts';
import type { Reason } from '../../shared/domain/reason.ts';

export type LinkRow = { id: number; at: number; event: LinkEvent; proof: ProofKind | null; reason: Reason | null; details: string | null };

/** The newest so many are kept. */
const KEPT = 5_000;
/** Old ones go when so many more are there: not at every entry. */
const SLACK = 200;

/** What happened to the way from Meta to this shop: an entry a change, never one a look. */
export function openConnectionLog(db: Database) {
  const insert = db.prepare('INSERT INTO connection_log (at, event, proof, reason, details) VALUES (?, ?, ?, ?, ?)');
  const newest = db.prepare<[number, number], LinkRow>(
    'SELECT id, at, event, proof, reason, details FROM connection_log WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const last = db.prepare<[string], LinkRow>(
    'SELECT id, at, event, proof, reason, details FROM connection_log WHERE event = ? AND id > (SELECT max(id) FROM connection_log) - 5000 ORDER BY id DESC LIMIT 1',
  );
  const prune = db.prepare('DELETE FROM connection_log WHERE id <= ?');
  return {
    /** Returns the entry's id. */
    add(at: number, event: LinkEvent, { proof = null, reason = null, details = null }: Partial<Pick<LinkRow, 'proof' | 'reason' | 'details'>> = {}): number {
      const id = Number(insert.run(at, event, proof, reason, details).lastInsertRowid);
      if (id % SLACK === 0) prune.run(id - KEPT);
      return id;
    },
    /** The newest first, older than `before`. */
    list(before: number | undefined, limit: number): { entries: LinkRow[]; more: boolean } {
      const rows = newest.all(before ?? Number.MAX_SAFE_INTEGER, limit + 1);
      return { entries: rows.slice(0, limit), more: rows.length > limit };
    },
    /** The newest entry of that kind; null: none. */
    last: (event: LinkEvent): LinkRow | null => last.get(event) ?? null,
  };
}
