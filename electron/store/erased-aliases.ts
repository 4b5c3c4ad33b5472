import { createHmac } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { type Alias, canonicalNumber } from '../../shared/domain/customer-identity.ts';

/**
 * Whom the shop has erased, as keyed digests of what Meta called them: enough to know them again when something old of theirs is delivered once more or
 * read again, and nothing that a person could be read from without the key.
 */
export function openErasedAliases(db: Database) {
  const key = db.prepare<[], string>("SELECT value FROM facts WHERE name = 'erasure_key'").pluck();
  const setKey = db.prepare("INSERT INTO facts (name, value) VALUES ('erasure_key', ?) ON CONFLICT (name) DO NOTHING");
  const insert = db.prepare(
    'INSERT INTO erased_aliases (digest, erased_at) VALUES (?, ?) ON CONFLICT (digest) DO UPDATE SET erased_at = max(erased_at, excluded.erased_at)',
  );
  const select = db.prepare<[string], number>('SELECT erased_at FROM erased_aliases WHERE digest = ?').pluck();
  const some = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM erased_aliases)').pluck();
  // Asked at every message: a shop that has erased nobody pays nothing for it.
  let any = some.get() === 1;
  let secret = key.get() ?? null;

  const digest = ({ kind, value }: Alias) =>
    createHmac('sha256', secret ?? '')
      .update(`${kind}:${(kind === 'wa_id' ? canonicalNumber(value) : null) ?? value}`)
      .digest('hex');

  return {
    any: (): boolean => any,
    /** @param newKey random, 32 bytes in hex; taken where there is no key yet */
    add(aliases: readonly Alias[], at: number, newKey: string): void {
      setKey.run(newKey);
      secret = key.get() ?? newKey;
      for (const alias of aliases) insert.run(digest(alias), at);
      any ||= aliases.length > 0;
    },
    /** Whether something of this moment is older than the erasure of whom it belongs to. */
    covers: (aliases: readonly Alias[], at: number): boolean => any && aliases.some((alias) => at <= (select.get(digest(alias)) ?? -1)),
  };
}
