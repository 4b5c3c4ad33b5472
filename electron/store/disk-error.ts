import Database from 'better-sqlite3';
import type { Reason } from '../../shared/domain/reason.ts';

/** What the disk (not the program) refuses; null for any other error. Meta is then told to come again, and the page says why. */
export function diskReason(error: unknown): Extract<Reason, 'disk-full' | 'disk-failed'> | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === 'SQLITE_FULL') return 'disk-full';
  return /^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED|NOMEM|PROTOCOL)/.test(error.code) ? 'disk-failed' : null;
}
