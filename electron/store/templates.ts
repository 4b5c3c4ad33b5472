import type { Database } from 'better-sqlite3';

export type TemplateRow = {
  name: string;
  language: string;
  wa_id: string | null;
  category: string;
  status: string;
  /** Meta's `parameter_format`: NAMED or POSITIONAL; null where it told none. */
  format: string | null;
  /** Meta's list of components, as JSON. */
  components: string;
  rejected_reason: string | null;
};

/** The account's templates as Meta last listed them. */
export function openTemplates(db: Database) {
  const list = db.prepare<[], TemplateRow>('SELECT * FROM templates ORDER BY name, language');
  const select = db.prepare<[string, string], TemplateRow>('SELECT * FROM templates WHERE name = ? AND language = ?');
  const save = db.prepare(
    `INSERT INTO templates (name, language, wa_id, category, status, format, components, rejected_reason)
     VALUES (@name, @language, @wa_id, @category, @status, @format, @components, @rejected_reason)
     ON CONFLICT (name, language) DO UPDATE SET wa_id = @wa_id, category = @category, status = @status, format = @format, components = @components,
       rejected_reason = @rejected_reason`,
  );
  const remove = db.prepare('DELETE FROM templates WHERE name = ? AND language = ?');
  return {
    list: (): TemplateRow[] => list.all(),
    get: (name: string, language: string): TemplateRow | null => select.get(name, language) ?? null,
    /** The whole list: what is not in it is gone. To be called in a transaction. */
    replace(rows: readonly TemplateRow[]): void {
      const named = new Set(rows.map(({ name, language }) => JSON.stringify([name, language])));
      for (const { name, language } of list.all()) if (!named.has(JSON.stringify([name, language]))) remove.run(name, language);
      for (const row of rows) save.run(row);
    },
  };
}
