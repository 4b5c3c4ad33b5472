import path from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../start-error.ts';

/** `ok: false`: another Shopbell has this folder open. */
export type DataLock = { ok: true; release(): void } | { ok: false };

/**
 * Takes a data folder for this process alone. The lock is an open exclusive transaction on `shopbell.lock`: the system itself ends
 * it when the process dies, however it dies, so no stale lock has to be told from a live one.
 *
 * Danger: on Linux and macOS such a lock belongs to the process, and ends when *any* handle of the process on that file is closed.
 * Nothing else in the program may open `shopbell.lock`, not even to copy it.
 * @throws StartError `data-folder` when the folder cannot be written.
 */
export function lockDataFolder(folder: string): DataLock {
  const file = path.join(folder, 'shopbell.lock');
  let database: Database.Database | null = null;
  try {
    database = new Database(file, { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    return { ok: true, release: once(database) };
  } catch (error) {
    database?.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code.startsWith('SQLITE_BUSY')) return { ok: false };
    if (code === '' && !(error instanceof TypeError)) throw error;
    throw new StartError(
      'data-folder',
      `The data folder ${folder} cannot be used (${code || 'missing'}): its file shopbell.lock cannot be opened for writing.`,
    );
  }
}

function once(database: Database.Database): () => void {
  return () => {
    if (database.open) database.close();
  };
}
