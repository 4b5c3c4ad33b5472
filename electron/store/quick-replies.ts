import type { Database } from 'better-sqlite3';

export type QuickReplyRow = { id: number; shortcut: string; texts: Record<string, string> };

/** Texts that stand ready, by the shop's own shortcuts. */
export function openQuickReplies(db: Database) {
  type Row = { id: number; shortcut: string; texts: string };
  const list = db.prepare<[], Row>('SELECT * FROM quick_replies ORDER BY shortcut COLLATE NOCASE, id');
  const select = db.prepare<[number], Row>('SELECT * FROM quick_replies WHERE id = ?');
  const byShortcut = db.prepare<[string], Row>('SELECT * FROM quick_replies WHERE shortcut = ? COLLATE NOCASE');
  const insert = db.prepare('INSERT INTO quick_replies (shortcut, texts) VALUES (?, ?)');
  const update = db.prepare('UPDATE quick_replies SET shortcut = ?, texts = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM quick_replies WHERE id = ?');
  const read = (row: Row | undefined): QuickReplyRow | null => (row ? { ...row, texts: JSON.parse(row.texts) as Record<string, string> } : null);

  return {
    list: (): QuickReplyRow[] => list.all().flatMap((row) => read(row) ?? []),
    get: (id: number): QuickReplyRow | null => read(select.get(id)),
    /** Whatever its case. */
    byShortcut: (shortcut: string): QuickReplyRow | null => read(byShortcut.get(shortcut)),
    add: (shortcut: string, texts: Readonly<Record<string, string>>): number => Number(insert.run(shortcut, JSON.stringify(texts)).lastInsertRowid),
    change: (id: number, shortcut: string, texts: Readonly<Record<string, string>>): void => void update.run(shortcut, JSON.stringify(texts), id),
    remove: (id: number): boolean => remove.run(id).changes > 0,
  };
}
