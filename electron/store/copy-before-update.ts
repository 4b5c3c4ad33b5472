import fs from 'node:fs';
import type { Database } from 'better-sqlite3';

/**
 * Copies the database as it is to `<file>.before-update`, before a newer program changes its tables; a copy of an earlier update gives
 * way to it. Nobody but the shop's own account can read it.
 */
export function copyBeforeUpdate(db: Database, file: string): void {
  const copy = `${file}.before-update`;
  const unfinished = `${copy}.unfinished`;
  // What an update that was cut off has left: SQLite writes into no file that is there already.
  fs.rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  fs.chmodSync(unfinished, 0o600);
  fs.renameSync(unfinished, copy);
}
