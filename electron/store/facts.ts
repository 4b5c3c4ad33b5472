import type { Database } from 'better-sqlite3';

/** Single facts that outlive the program. Persisted: do not rename. */
export type FactName =
  | 'cards_read_by'
  | 'meta_test_at'
  | 'probe_key'
  | 'erasure_key'
  | 'rehearsal_key'
  | 'templates_read_at'
  | 'templates_problem'
  | 'waba_id'
  | 'registered'
  | 'meta_verified_at'
  | 'alive_at'
  | 'reachable_at'
  | 'token_told'
  | 'rehearsed_at'
  | 'looped_at'
  | 'messages_indexed';

export function openFacts(db: Database) {
  const select = db.prepare<[string], { value: string }>('SELECT value FROM facts WHERE name = ?');
  const upsert = db.prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value');
  return {
    get: (name: FactName): string | null => select.get(name)?.value ?? null,
    set: (name: FactName, value: string): void => void upsert.run(name, value),
  };
}
