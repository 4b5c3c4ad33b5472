import type { Database } from 'better-sqlite3';

/** `content`: of the message before any edit (its row has the message's own id) its stored content; of an edit its text. JSON both. */
export type EditRow = { wamid: string; target_wamid: string; at: number; content: string };

/** What messages said before they were edited. */
export function openMessageEdits(db: Database) {
  const put = db.prepare('INSERT INTO message_edits (wamid, target_wamid, at, content) VALUES (?, ?, ?, ?) ON CONFLICT (wamid) DO NOTHING');
  const setOriginal = db.prepare('UPDATE message_edits SET content = ? WHERE wamid = ?');
  const all = db.prepare<[string], EditRow>('SELECT * FROM message_edits WHERE target_wamid = ? ORDER BY wamid <> target_wamid, at, wamid');
  const forget = db.prepare('DELETE FROM message_edits WHERE target_wamid = ?');

  return {
    put: (wamid: string, targetWamid: string, at: number, content: string): void => void put.run(wamid, targetWamid, at, content),
    /** What it said at first is understood better now; false where it was never edited. */
    setOriginal: (wamid: string, content: string): boolean => setOriginal.run(content, wamid).changes > 0,
    /** The message as it came first, then its edits, the oldest first; none where it was never edited. */
    of: (targetWamid: string): EditRow[] => all.all(targetWamid),
    forget: (targetWamid: string): void => void forget.run(targetWamid),
  };
}
