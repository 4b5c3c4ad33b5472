import type { Database } from 'better-sqlite3';
import { diskReason } from './disk-error.ts';

/** Transactions are synchronous: nothing is awaited inside one, so nothing else can come between. */
export function openTransactions(db: Database) {
  const savepoint = db.prepare('SAVEPOINT one');
  const release = db.prepare('RELEASE one');
  const rollback = db.prepare('ROLLBACK TO one');

  return {
    /** Runs `work` in one transaction (or within the one that is open) and gives its result; a throw undoes all of it. */
    transaction<T>(work: () => T): T {
      return db.inTransaction ? work() : db.transaction(work).immediate();
    },
    /**
     * Runs `work` inside a savepoint of the open transaction. What it throws undoes that work alone and is returned;
     * only a failing disk goes on upwards, for then nothing of the transaction can be kept.
     */
    attempt<T>(work: () => T): { ok: true; value: T } | { ok: false; error: unknown } {
      savepoint.run();
      try {
        const value = work();
        release.run();
        return { ok: true, value };
      } catch (error) {
        if (diskReason(error) || !db.inTransaction) throw error;
        rollback.run();
        release.run();
        return { ok: false, error };
      }
    },
  };
}
