import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../start-error.ts';
import { copyBeforeUpdate } from './copy-before-update.ts';
import { migrate } from './migrate.ts';

/** "Shop", so that other programs can tell whose file it is. */
const APPLICATION_ID = 0x53686f70;

/**
 * Opens (and makes, and migrates) the shop's database. WAL with `synchronous=FULL`: what was committed survives a power cut;
 * better-sqlite3 alone would leave WAL at NORMAL.
 * @throws StartError `data-newer`, `data-broken` (no SQLite file, damaged, not ours), `data-unwritable`
 */
export function openDatabase(file: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    keepPrivate(file);
    db = new Database(file);
    if (isForeign(db)) throw new StartError('data-broken', `${file} belongs to another program. Choose another folder with --data.`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('fullfsync = 1');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('temp_store = MEMORY');
    // What a row held before a change is overwritten where that costs no writing of its own: an erased person is not to be read from between the rows.
    db.pragma('secure_delete = FAST');
    db.pragma('journal_size_limit = 67108864');
    // Measured under load: the indexes stay in 32 MB of cache, and pages that many commits touch are copied back once in 64 MB, not once in 4.
    db.pragma('cache_size = -32000');
    db.pragma('wal_autocheckpoint = 16000');
    const opened = db;
    migrate(opened, () => copyBeforeUpdate(opened, file));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    return db;
  } catch (error) {
    db?.close();
    throw asStartError(error, file);
  }
}

/** SQLite gives the files that it keeps beside the database (what was written last stands in them) the mode that the database has now. */
function keepPrivate(file: string): void {
  if (!fs.existsSync(file)) fs.closeSync(fs.openSync(file, 'a', 0o600));
  else if (fs.statSync(file).isFile()) fs.chmodSync(file, 0o600);
}

/** Ours says so, or holds nothing yet, or was left by a program that ended before it could say so. */
function isForeign(db: Database.Database): boolean {
  const applicationId = db.pragma('application_id', { simple: true });
  if (applicationId === APPLICATION_ID) return false;
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  const ours = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'webhook_log'").pluck().get() as number;
  return applicationId !== 0 || (tables > 0 && ours === 0);
}

function asStartError(error: unknown, file: string): unknown {
  const fromSystem = error instanceof Error && 'syscall' in error && 'code' in error;
  if (!fromSystem && !(error instanceof Database.SqliteError)) return error;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))) {
    return new StartError(
      'data-broken',
      `The database ${file} is damaged (${String(error.code)}). Nothing was changed. Move the folder aside and start again, or put a backup in its place.`,
    );
  }
  return new StartError(
    'data-unwritable',
    `The database ${file} cannot be opened for writing (${String(error.code)}): is the disk full, or the folder read-only?`,
  );
}
