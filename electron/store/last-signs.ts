import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

type Row = { id: number; received_at: number; proof: string | null };

/** The last sign of Meta itself: a body that its signature proves, without what this shop sends itself to rehearse. */
export function openLastSigns(db: Database) {
  // Bounded: in a shop that only the old API writes to, none is among them.
  const recent = db.prepare<[], Row>('SELECT id, received_at, proof FROM webhook_log ORDER BY id DESC LIMIT 50');
  const lastId = db.prepare<[], number | null>('SELECT max(id) FROM webhook_log').pluck();
  const rehearses = db.prepare<[number], number>(`SELECT instr(body, '"${REHEARSAL_NUMBER}"') > 0 FROM webhook_log WHERE id = ?`).pluck();
  let known: { id: number; at: number | null } = { id: 0, at: null };
  return {
    /** When a signed webhook last came; null: none among the newest 50. */
    signedAt(): number | null {
      const id = lastId.get() ?? 0;
      if (id !== known.id) {
        const row = recent.all().find((one) => one.proof !== 'path' && one.proof !== 'import' && rehearses.get(one.id) !== 1);
        known = { id, at: row?.received_at ?? null };
      }
      return known.at;
    },
  };
}
