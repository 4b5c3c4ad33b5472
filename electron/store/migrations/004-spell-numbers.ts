import type { Database } from 'better-sqlite3';

/** As `canonicalNumber` was when this version shipped. */
function canonical(digits: string): string | null {
  const brazil = /^55([1-9]\d)9?([6-9]\d{7})$/.exec(digits);
  if (brazil) return `55${brazil[1]}9${brazil[2]}`;
  const mexico = /^521?([2-9]\d{9})$/.exec(digits);
  if (mexico) return `52${mexico[1]}`;
  const argentina = /^549?([1-3]\d{9})$/.exec(digits);
  return argentina ? `549${argentina[1]}` : null;
}

/**
 * Part of version 4: of numbers that WhatsApp spells in two ways, what both have in common; customers who were taken for two by it become one. And
 * who has only telephoned is known by it: nobody wrote from that number yet (`seen_at` 0).
 */
export function spellNumbers(db: Database): void {
  const set = db.prepare("UPDATE customer_aliases SET canonical = ? WHERE kind = 'wa_id' AND value = ?");
  // 52, 54 and 55 alone are spelt in two ways.
  const numbers = db.prepare<[], { value: string }>("SELECT value FROM customer_aliases WHERE kind = 'wa_id' AND value >= '52' AND value < '56'").all();
  for (const { value } of numbers) {
    const common = canonical(value);
    if (common !== null) set.run(common, value);
  }
  const doubles = db.prepare<[], { into: number; canonical: string }>(
    'SELECT min(customer_id) AS "into", canonical FROM customer_aliases WHERE canonical IS NOT NULL GROUP BY canonical HAVING count(DISTINCT customer_id) > 1',
  );
  const halves = db.prepare<[string], number>('SELECT DISTINCT customer_id FROM customer_aliases WHERE canonical = ? ORDER BY customer_id').pluck();
  for (const { canonical: common } of doubles.all()) {
    // Asked anew for each, for an earlier merge may have moved them.
    const [into, ...others] = halves.all(common);
    for (const from of into === undefined ? [] : others) merge(db, from, into as number);
  }
  db.exec(`
    UPDATE customer_aliases SET seen_at = 0 WHERE kind = 'wa_id' AND customer_id NOT IN (SELECT customer_id FROM conversations);
    UPDATE orders SET conversation_id = (SELECT c.id FROM conversations c WHERE c.customer_id = orders.customer_id ORDER BY c.last_at DESC, c.id DESC LIMIT 1)
      WHERE conversation_id IS NULL AND rehearsal = 0;
  `);
  // What is taken out of an index is not to be read in its pages either.
  for (const table of ['customers', 'orders', 'order_extras', 'order_events'])
    db.exec(`INSERT INTO ${table}_search (${table}_search, rank) VALUES ('secure-delete', 1)`);
}

/** What `mergeCustomers` did in the tables of version 3. */
function merge(db: Database, from: number, into: number): void {
  db.prepare('UPDATE customer_aliases SET customer_id = ? WHERE customer_id = ?').run(into, from);
  db.prepare('UPDATE orders SET customer_id = ? WHERE customer_id = ?').run(into, from);
  const chats = db.prepare<[number], { id: number; phone_number_id: string }>('SELECT id, phone_number_id FROM conversations WHERE customer_id = ?').all(from);
  const twin = db.prepare<[number, string], number>('SELECT id FROM conversations WHERE customer_id = ? AND phone_number_id = ?').pluck();
  for (const chat of chats) {
    const kept = twin.get(into, chat.phone_number_id);
    if (kept === undefined) {
      db.prepare('UPDATE conversations SET customer_id = ? WHERE id = ?').run(into, chat.id);
      continue;
    }
    for (const table of ['messages', 'orders', 'outbox']) db.prepare(`UPDATE ${table} SET conversation_id = ? WHERE conversation_id = ?`).run(kept, chat.id);
    db.prepare(
      `UPDATE conversations SET (last_inbound_at, last_at, seen_message_id, last_outbound_at, read_sent_id) =
         (SELECT max(last_inbound_at), max(last_at), min(seen_message_id), max(last_outbound_at), min(read_sent_id) FROM conversations WHERE id IN (@from, @into))
       WHERE id = @into`,
    ).run({ from: chat.id, into: kept });
    db.prepare('DELETE FROM conversations WHERE id = ?').run(chat.id);
  }
  for (const [value, at] of [
    ['name', 'named_at'],
    ['username', 'username_at'],
  ] as const) {
    db.prepare(
      `UPDATE customers SET (${value}, ${at}) = (SELECT f.${value}, f.${at} FROM customers f WHERE f.id = @from)
       WHERE id = @into AND EXISTS (SELECT 1 FROM customers f WHERE f.id = @from AND f.${at} IS NOT NULL
         AND (f.${at}, f.${value}) > (coalesce(customers.${at}, -1), coalesce(customers.${value}, '')))`,
    ).run({ from, into });
  }
  db.prepare(
    `UPDATE customers SET (fulfilment, address, coordinates) = (SELECT f.fulfilment, f.address, f.coordinates FROM customers f WHERE f.id = @from)
     WHERE id = @into AND fulfilment IS NULL AND address IS NULL`,
  ).run({ from, into });
  db.prepare('UPDATE customers SET language = coalesce(language, (SELECT f.language FROM customers f WHERE f.id = @from)) WHERE id = @into').run({
    from,
    into,
  });
  db.prepare('DELETE FROM customers WHERE id = ?').run(from);
}
