import type { Database } from 'better-sqlite3';

/** Version 5: what proved a webhook, the log of the connection, and the times in which nothing could arrive. Documented in docs/data.md. */
export function connection(db: Database): void {
  db.exec(`
    ALTER TABLE webhook_log ADD COLUMN proof TEXT CHECK (proof IN ('secret', 'previous', 'path', 'import'));

    CREATE TABLE connection_log (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      event TEXT NOT NULL,
      proof TEXT,
      reason TEXT,
      details TEXT
    ) STRICT;

    CREATE TABLE gaps (
      id INTEGER PRIMARY KEY,
      cause TEXT NOT NULL CHECK (cause IN ('closed', 'asleep', 'cut-off')),
      began_at INTEGER NOT NULL,
      ended_at INTEGER,
      seen_at INTEGER
    ) STRICT;
    CREATE INDEX gaps_began ON gaps (began_at);
    CREATE INDEX messages_late ON messages (sent_at) WHERE late = 1;
  `);
}
