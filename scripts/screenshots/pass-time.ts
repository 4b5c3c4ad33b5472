import path from 'node:path';
import Database from 'better-sqlite3';

/** Integers from here on are moments: ms since epoch. */
const FIRST_MOMENT = 1_500_000_000_000;
const DAYS = 29;
const MINUTE_MS = 60_000;

/** The practice shop's file in a data folder. Its program must not run. */
function open(folder: string) {
  return new Database(path.join(folder, 'practice/shopbell.db'));
}

/** What happened within minutes becomes what happened within an hour: every moment that is past moves `times` as far away. */
export function stretchPast(folder: string, times: number, now: number): void {
  const db = open(folder);
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%'").all();
  db.transaction(() => {
    for (const { name: table } of tables) {
      const columns = db.prepare<[], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`).all();
      for (const { name, type } of columns) {
        if (type !== 'INTEGER') continue;
        db.prepare(`UPDATE ${table} SET ${name} = ? - (? - ${name}) * ? WHERE ${name} BETWEEN ? AND ?`).run(now, now, times, FIRST_MOMENT, now);
      }
    }
  })();
  db.close();
}

type Template = { id: number; customer_id: number; conversation_id: number; catalog_id: string };

/**
 * The days before today: orders like those of today, more on Saturdays, none on Sundays.
 * @param today the business day that runs, YYYY-MM-DD
 */
export function fillPastDays(folder: string, today: string): void {
  const db = open(folder);
  const templates = db
    .prepare<[], Template>("SELECT id, customer_id, conversation_id, catalog_id FROM orders WHERE state NOT IN ('declined', 'cancelled') ORDER BY id")
    .all();
  const addMessage = db.prepare(
    `INSERT INTO messages (wamid, conversation_id, direction, type, sent_at, received_at, content)
     VALUES (@wamid, @conversation_id, 'in', 'order', @placed, @placed, '{"kind":"order"}')`,
  );
  const addOrder = db.prepare(
    `INSERT INTO orders (number, business_day, state, message_wamid, customer_id, conversation_id, placed_at, catalog_id, rings_from, accepted_at, closed_at, paid_at, paid_by, fulfilment)
     VALUES (@number, @day, 'completed', @wamid, @customer_id, @conversation_id, @placed, @catalog_id, @placed, @accepted, @closed, @closed, @paidBy, @fulfilment)`,
  );
  const addLines = db.prepare(
    `INSERT INTO order_lines (order_id, position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw)
     SELECT ?, position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw FROM order_lines WHERE order_id = ?`,
  );
  const addEvent = db.prepare('INSERT INTO order_events (order_id, at, who, from_state, to_state) VALUES (?, ?, ?, ?, ?)');
  const noon = Date.parse(`${today}T12:00:00Z`);
  db.transaction(() => {
    for (let back = DAYS; back > 0; back -= 1) {
      const date = new Date(noon - back * 24 * 60 * MINUTE_MS);
      if (date.getUTCDay() === 0) continue;
      const orders = (date.getUTCDay() === 6 ? 34 : 19) + ((back * 7) % 9);
      for (let number = 1; number <= orders; number += 1) {
        const customer = templates[(number * 3 + back) % templates.length];
        const cart = templates[(number * 5 + back * 2) % templates.length];
        if (!customer || !cart) throw new Error('nothing was ordered today');
        // From half past six in the morning until evening, with most of them before noon.
        const placed = date.getTime() + Math.round((-5.5 + 10.5 * (number / orders) ** 1.6) * 60) * MINUTE_MS;
        const accepted = placed + (20 + ((number * 13 + back) % 50)) * 1000;
        const closed = accepted + (18 + ((number * 11) % 25)) * MINUTE_MS;
        const day = date.toISOString().slice(0, 10);
        const order = { ...customer, catalog_id: cart.catalog_id, wamid: `wamid.${day}.${number}`, number, day, placed, accepted, closed };
        const paidBy = number % 3 === 0 ? 'card' : 'cash';
        addMessage.run(order);
        const { lastInsertRowid: id } = addOrder.run({ ...order, paidBy, fulfilment: number % 4 === 0 ? 'delivery' : 'pickup' });
        addLines.run(id, cart.id);
        addEvent.run(id, placed, 'customer', null, 'new');
        addEvent.run(id, accepted, 'operator', 'new', 'accepted');
        addEvent.run(id, closed, 'operator', 'ready', 'completed');
      }
    }
  })();
  db.close();
}
