import type { Database } from 'better-sqlite3';
import { StartError } from '../start-error.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { ordersWorkedThrough } from './migrations/002-orders-worked-through.ts';
import { orderSearch } from './migrations/003-order-search.ts';
import { chats } from './migrations/004-chats.ts';
import { connection } from './migrations/005-connection.ts';

/** In order; the position is the version. A migration that shops have run is never edited. */
const MIGRATIONS: readonly Migration[] = [firstTables, ordersWorkedThrough, orderSearch, chats, connection];
type Migration = (db: Database) => void;

/** The version of the tables that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Brings a database to the program's version, each step in a transaction of its own.
 * @param migrations what leads to the newest version; given only where a future one is tried out
 * @param backup called once before the first step on a database that holds something already
 * @throws StartError `data-newer` where a newer program has written the file
 */
export function migrate(db: Database, backup: () => void, migrations = MIGRATIONS): void {
  const newest = migrations.length;
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > newest) {
    throw new StartError(
      'data-newer',
      `This data folder was written by a newer Shopbell (its tables have version ${version}, this program knows ${newest}). Install that version again, or choose another folder with --data.`,
    );
  }
  if (version > 0 && version < newest) backup();
  if (version === newest) return;
  // A table that others refer to can be built anew only while nobody watches; every reference is checked before each commit.
  db.pragma('foreign_keys = OFF');
  for (let next = version; next < newest; next += 1) {
    db.transaction(() => {
      migrations[next]?.(db);
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`migration ${next + 1} leaves ${broken.length} references without their row`);
      db.pragma(`user_version = ${next + 1}`);
    })();
  }
  db.pragma('foreign_keys = ON');
}
