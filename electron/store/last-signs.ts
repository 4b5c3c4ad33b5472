import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

/** The last signs of Meta itself: bodies that its signature proves, without what this shop sends itself to rehearse. */
export function openLastSigns(db: Database) {
  // Bounded: in a shop that only the old API writes to, none is among them.
  const recent = db.prepare<[], { id: number; received_at: number; proof: string | null }>('SELECT id, received_at, proof FROM webhook_log ORDER BY id DESC LIMIT 50');
  const rehearses = db.prepare<[number], number>(`SELECT instr(body, '"${REHEARSAL_NUMBER}"') > 0 FROM webhook_log WHERE id = ?`).pluck();
  return {
    /** When a signed webhook last came; null: none among the newest. `proof`: of a version that did not keep it yet null. */
    signed(): { at: number; previous: boolean } | null {
      for (const { id, received_at, proof } of recent.all()) {
        if (proof === 'path' || proof === 'import' || rehearses.get(id) === 1) continue;
        return { at: received_at, previous: proof === 'previous' };
      }
      return null;
    },
  };
}
