import type { Database } from 'better-sqlite3';
import type { Fulfilment } from '../../shared/domain/order.ts';
import { type Alias, canonicalNumber } from '../../shared/domain/customer-identity.ts';
import { mergeCustomers } from './merge-customers.ts';

export type CustomerRow = {
  id: number;
  /** What the shop calls them; null: as WhatsApp does. */
  called: string | null;
  name: string | null;
  username: string | null;
  phone: string | null;
  userId: string | null;
  /** What was chosen the last time. */
  fulfilment: Fulfilment | null;
  address: string | null;
  coordinates: string | null;
  /** The language that the shop writes to this customer in; null: the shop's own. */
  language: string | null;
  note: string | null;
  /** A JSON array of texts; null: none. */
  tags: string | null;
  blocked_at: number | null;
  /** Everything about them was erased then; what is left stands for their orders' figures. */
  erased_at: number | null;
};

/** Whom aliases belong to, and what had to be done for it. */
export type Resolved = {
  id: number;
  /** Two or more were taken for others until now. */
  merged: boolean;
  /** They were known, and wrote from this number for the first time: they had telephoned, or it is spelt in another way. */
  first: boolean;
  /** Conversations that are gone, their messages in another. */
  gone: readonly number[];
};

/** The moment of an alias that nobody has written from yet: who ordered by telephone. */
export const NEVER_SEEN = 0;

const HOUR_MS = 60 * 60 * 1000;

/** Customers, each known by one or more aliases; the aliases are what Meta calls them. */
export function openCustomers(db: Database) {
  const findAlias = db.prepare<[string, string], { customer_id: number; seen_at: number }>(
    'SELECT customer_id, seen_at FROM customer_aliases WHERE kind = ? AND value = ?',
  );
  const touchAlias = db.prepare('UPDATE customer_aliases SET seen_at = ? WHERE kind = ? AND value = ?');
  const addAlias = db.prepare('INSERT INTO customer_aliases (customer_id, kind, value, seen_at, canonical) VALUES (?, ?, ?, ?, ?)');
  const findSpelling = db.prepare<[string], number>('SELECT customer_id FROM customer_aliases WHERE canonical = ? LIMIT 1').pluck();
  const insert = db.prepare('INSERT INTO customers DEFAULT VALUES');
  // The newest wins, of name and username each; of two of the same moment the greater, so that the order of arrival does not matter.
  const setName = db.prepare(
    "UPDATE customers SET name = @value, named_at = @at WHERE id = @id AND (@at, @value) > (coalesce(named_at, -1), coalesce(name, ''))",
  );
  const setUsername = db.prepare(
    "UPDATE customers SET username = @value, username_at = @at WHERE id = @id AND (@at, @value) > (coalesce(username_at, -1), coalesce(username, ''))",
  );
  const select = db.prepare<[number], CustomerRow>(
    `SELECT id, called, name, username, fulfilment, address, coordinates, language, note, tags, blocked_at, erased_at,
       (SELECT value FROM customer_aliases WHERE customer_id = customers.id AND kind = 'wa_id' ORDER BY seen_at DESC, value LIMIT 1) AS phone,
       (SELECT value FROM customer_aliases WHERE customer_id = customers.id AND kind IN ('user_id', 'parent_user_id') ORDER BY kind DESC, seen_at DESC, value LIMIT 1) AS userId
     FROM customers WHERE id = ?`,
  );

  const remember = db.prepare('UPDATE customers SET fulfilment = ?, address = ?, coordinates = ? WHERE id = ?');
  // No moment: whatever the customer calls themselves later is newer.
  const nameFromPhone = db.prepare(
    'UPDATE customers SET name = ? WHERE name IS NULL AND id = (SELECT customer_id FROM customer_aliases WHERE kind = ? AND value = ?)',
  );
  const setLanguage = db.prepare('UPDATE customers SET language = ? WHERE id = ?');
  const setCalled = db.prepare('UPDATE customers SET called = ? WHERE id = ?');
  const setNote = db.prepare('UPDATE customers SET note = ? WHERE id = ?');
  const setTags = db.prepare('UPDATE customers SET tags = ? WHERE id = ?');
  const setBlocked = db.prepare('UPDATE customers SET blocked_at = ? WHERE id = ?');
  const allTags = db
    .prepare<[], string>(
      'SELECT t.value FROM customers c, json_each(c.tags) t WHERE c.tags IS NOT NULL GROUP BY t.value ORDER BY count(*) DESC, t.value LIMIT 500',
    )
    .pluck();

  return {
    /**
     * The one customer behind these aliases, made if new. Where they were taken for two people until now, the two become one,
     * so the end does not depend on the order in which Meta told the aliases.
     * @param at WhatsApp's time of the event, ms; `NEVER_SEEN` where it is none of WhatsApp's
     * @param replaced true where the event says that each alias gave way to the next; else an alias is seen to the hour, so
     *   that a lively chat does not write the same row again and again
     */
    resolve(aliases: readonly Alias[], at: number, replaced = false): Resolved {
      const known = new Set<number>();
      const fresh: (Alias & { seenAt: number; canonical: string | null })[] = [];
      let first = false;
      for (const [index, { kind, value }] of aliases.entries()) {
        const seenAt = replaced ? at + index : at - (at % HOUR_MS);
        const row = findAlias.get(kind, value);
        if (!row) {
          const canonical = kind === 'wa_id' ? canonicalNumber(value) : null;
          const spelt = canonical === null ? undefined : findSpelling.get(canonical);
          if (spelt !== undefined) {
            known.add(spelt);
            first = true;
          }
          fresh.push({ kind, value, seenAt, canonical });
        } else {
          known.add(row.customer_id);
          if (row.seen_at < seenAt) {
            touchAlias.run(seenAt, kind, value);
            if (row.seen_at === NEVER_SEEN) first = true;
          }
        }
      }
      const [oldest, ...others] = [...known].sort((a, b) => a - b);
      const id = oldest ?? Number(insert.run().lastInsertRowid);
      const gone = others.flatMap((other) => mergeCustomers(db, other, id));
      for (const { kind, value, seenAt, canonical } of fresh) addAlias.run(id, kind, value, seenAt, canonical);
      return { id, merged: others.length > 0, first, gone };
    },
    /** Who is known by this alias, in whatever spelling; null: nobody. */
    find({ kind, value }: Alias): number | null {
      const canonical = kind === 'wa_id' ? canonicalNumber(value) : null;
      return findAlias.get(kind, value)?.customer_id ?? (canonical === null ? null : (findSpelling.get(canonical) ?? null));
    },
    name(id: number, name: string | null, username: string | null, at: number): void {
      if (name !== null) setName.run({ id, value: name, at });
      if (username !== null) setUsername.run({ id, value: username, at });
    },
    /** The shop's phone has a name for somebody who is known here and has none. */
    nameFromPhone: (aliases: readonly Alias[], name: string): void => aliases.forEach(({ kind, value }) => void nameFromPhone.run(name, kind, value)),
    /** How this customer gets an order, for the next one. */
    remember: (id: number, kind: Fulfilment | null, address: string | null, coordinates: string | null): void =>
      void remember.run(kind, address, coordinates, id),
    setLanguage: (id: number, language: string | null): void => void setLanguage.run(language, id),
    /** What the shop writes down about a customer; what is left out stays. */
    save(id: number, { called, note, tags }: { called?: string | undefined; note?: string | undefined; tags?: readonly string[] | undefined }): void {
      if (called !== undefined) setCalled.run(called || null, id);
      if (note !== undefined) setNote.run(note || null, id);
      if (tags !== undefined) setTags.run(tags.length === 0 ? null : JSON.stringify(tags), id);
    },
    setBlocked: (id: number, at: number | null): void => void setBlocked.run(at, id),
    /** Every tag in use, most used first, at most 500. */
    tags: (): string[] => allTags.all(),
    get: (id: number): CustomerRow | null => select.get(id) ?? null,
  };
}

/** The tags in a customer's row. */
export const readTags = (row: Pick<CustomerRow, 'tags'> | null): string[] => (row?.tags == null ? [] : (JSON.parse(row.tags) as string[]));
