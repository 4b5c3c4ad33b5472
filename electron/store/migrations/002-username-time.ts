import type { Database } from 'better-sqlite3';

/** Version 2: name and username are each the newest that was told, so each has a time of its own. */
export function usernameTime(db: Database): void {
  db.exec(`
    ALTER TABLE customers ADD COLUMN username_at INTEGER;
    UPDATE customers SET username_at = named_at WHERE username IS NOT NULL;
    UPDATE customers SET named_at = NULL WHERE name IS NULL;
  `);
}
