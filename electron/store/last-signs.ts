import type { Database } from 'better-sqlite3';
import { REHEARSAL_NUMBER } from '../../shared/domain/rehearsal.ts';

type Row = { id: number; received_at: number; proof: string | null };

/** The last sign of Meta itself: a body that its signature proves, without what this shop sends itself to rehearse. */
export function openLastSigns(db: Database) {
  // Bounded: in a shop that only the old API writes to, none is among them.
  const recent = db.prepare<[], Row>('SELECT id, received_at, proof FROM webhook_log ORDER BY id DESC LIMIT 50');
  const lastId = db.prepare<[], number | null>('SELECT max(id) FROM webhook_log').pluck();
  const rehearses = db.prepare<[number], number>(`SELECT instr(body, '"${REHEARSAL_NUMBER}"') > 0 FROM webhook_log WHERE id = ?`).pluck();
  type Signs = { id: number; signedAt: number | null; provedAt: number | null };
  let known: Signs = { id: 0, signedAt: null, provedAt: null };

  function look(): Signs {
    const id = lastId.get() ?? 0;
    if (id === known.id) return known;
    const rows = recent.all();
    const newest = (is: (proof: Row['proof']) => boolean) => rows.find((one) => is(one.proof) && rehearses.get(one.id) !== 1)?.received_at ?? null;
    known = { id, signedAt: newest((proof) => proof !== 'path' && proof !== 'import'), provedAt: newest((proof) => proof === null || proof === 'secret') };
    return known;
  }

  return {
    /** When a signed webhook last came; null: none among the newest 50. */
    signedAt: (): number | null => look().signedAt,
    /** When one last came that the secret in force proves, and not only the one before it. */
    provedAt: (): number | null => look().provedAt,
  };
}
