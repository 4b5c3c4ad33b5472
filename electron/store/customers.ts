import type { Database } from 'better-sqlite3';
import type { Fulfilment } from '../../shared/domain/order.ts';
import type { Alias } from '../../shared/domain/customer-identity.ts';
import { mergeCustomers } from './merge-customers.ts';

export type CustomerRow = {
  id: number;
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
};

const HOUR_MS = 60 * 60 * 1000;

/** Customers, each known by one or more aliases; the aliases are what Meta calls them. */
export function openCustomers(db: Database) {
  const findAlias = db.prepare<[string, string], { customer_id: number; seen_at: number }>(
    'SELECT customer_id, seen_at FROM customer_aliases WHERE kind = ? AND value = ?',
  );
  const touchAlias = db.prepare('UPDATE customer_aliases SET seen_at = ? WHERE kind = ? AND value = ?');
  const addAlias = db.prepare('INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (?, ?, ?, ?)');
  const insert = db.prepare('INSERT INTO customers DEFAULT VALUES');
  // The newest wins, of name and username each; of two of the same moment the greater, so that the order of arrival does not matter.
  const setName = db.prepare(
    "UPDATE customers SET name = @value, named_at = @at WHERE id = @id AND (@at, @value) > (coalesce(named_at, -1), coalesce(name, ''))",
  );
  const setUsername = db.prepare(
    "UPDATE customers SET username = @value, username_at = @at WHERE id = @id AND (@at, @value) > (coalesce(username_at, -1), coalesce(username, ''))",
  );
  const select = db.prepare<[number], CustomerRow>(
    `SELECT id, name, username, fulfilment, address, coordinates, language,
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

  return {
    /**
     * The one customer behind these aliases, made if new. Where they were taken for two people until now, the two become one,
     * so the end does not depend on the order in which Meta told the aliases.
     * @param at WhatsApp's time of the event, ms
     * @param replaced true where the event says that each alias gave way to the next; else an alias is seen to the hour, so
     *   that a lively chat does not write the same row again and again
     */
    resolve(aliases: readonly Alias[], at: number, replaced = false): { id: number; merged: boolean } {
      const known = new Set<number>();
      const fresh: (Alias & { seenAt: number })[] = [];
      for (const [index, { kind, value }] of aliases.entries()) {
        const seenAt = replaced ? at + index : at - (at % HOUR_MS);
        const row = findAlias.get(kind, value);
        if (!row) fresh.push({ kind, value, seenAt });
        else {
          known.add(row.customer_id);
          if (row.seen_at < seenAt) touchAlias.run(seenAt, kind, value);
        }
      }
      const [first, ...others] = [...known].sort((a, b) => a - b);
      const id = first ?? Number(insert.run().lastInsertRowid);
      for (const other of others) mergeCustomers(db, other, id);
      for (const { kind, value, seenAt } of fresh) addAlias.run(id, kind, value, seenAt);
      return { id, merged: others.length > 0 };
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
    get: (id: number): CustomerRow | null => select.get(id) ?? null,
  };
}
