import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { PNG } from 'pngjs';

const MINUTE_MS = 60_000;
const WORDS =
  'could you keep two of the dark loaves for us until tomorrow morning please and is the walnut cake still there we come at ten with the children'.split(' ');

export type LongChat = { conversationId: number; /** Digits alone. */ phone: string; firstId: number; middleId: number; lastId: number };

/**
 * Fills one chat of a shop's memory while no program has it open: texts of one word to a hundred, pictures, quotes, reactions, orders, answers with ticks,
 * one message every 19 minutes, the last of them a minute before `now` (ms since epoch).
 * @param folder the data folder, in which the program has run once
 */
export function fillLongChat(folder: string, messages: number, now: number): LongChat {
  const db = new Database(path.join(folder, 'shopbell.db'));
  db.pragma('synchronous = OFF');
  const pictures = [0, 1, 2, 3, 4].map((n) => keepPicture(folder, n));
  const customer = Number(db.prepare('INSERT INTO customers (name, named_at) VALUES (?, 1)').run(`Long Example ${messages}`).lastInsertRowid);
  const phone = `1650555${1000 + customer}`;
  db.prepare("INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (?, 'wa_id', ?, 1)").run(customer, phone);
  const conversationId = Number(
    db
      .prepare(
        "INSERT INTO conversations (customer_id, phone_number_id, last_at, last_inbound_at, seen_message_id) VALUES (?, '106540352242922', ?, ?, 1000000000)",
      )
      .run(customer, now, now).lastInsertRowid,
  );
  const insert = db.prepare(
    `INSERT INTO messages (wamid, conversation_id, direction, type, status, sent_at, received_at, content, context_wamid, catalog_id, retailer_id, folded_into, tick_sent_at,
       tick_read_at) VALUES (@wamid, @conversationId, @direction, @type, @status, @at, @receivedAt, @content, @context, @catalog, @article, @folded, @ticked, @ticked)`,
  );
  const react = db.prepare('INSERT INTO reactions (target_wamid, customer_id, emoji, at, wamid) VALUES (?, ?, ?, ?, ?)');
  const file = db.prepare(
    "INSERT INTO media (message_id, kind, mime_type, hash, size, width, height, state) VALUES (?, 'image', 'image/png', ?, ?, 320, 240, 'ready')",
  );
  const order = db.prepare(
    `INSERT INTO orders (number, business_day, state, message_wamid, customer_id, conversation_id, placed_at, catalog_id, quiet, rings_from, closed_at)
     VALUES (?, ?, 'completed', ?, ?, ?, ?, 'catalog', 1, 0, ?)`,
  );
  const line = db.prepare(
    "INSERT INTO order_lines (order_id, position, retailer_id, quantity, quantity_raw, unit_minor, currency, unit_raw) VALUES (?, ?, ?, 2, '2', 650, 'EUR', '6.5')",
  );
  const ids: number[] = [];
  db.transaction(() => {
    for (let n = 0; n < messages; n += 1) {
      const at = now - (messages - n) * 19 * MINUTE_MS + 18 * MINUTE_MS;
      const wamid = `wamid.long.${customer}.${n}`;
      const kind = kindOf(n);
      const mine = kind === 'answer';
      const content = contentOf(kind, n);
      const { lastInsertRowid } = insert.run({
        wamid,
        conversationId,
        direction: mine ? 'out' : 'in',
        type: kind === 'order' || kind === 'image' || kind === 'location' ? kind : 'text',
        status: mine ? 'read' : null,
        at,
        receivedAt: mine ? null : at + 900,
        content: JSON.stringify(content),
        context: n % 11 === 3 && n > 40 ? `wamid.long.${customer}.${n - 5 - (n % 30)}` : null,
        catalog: kind === 'question' ? 'catalog' : null,
        article: kind === 'question' ? 'CAKE-007' : null,
        folded: null,
        ticked: mine ? at + 2_000 : null,
      });
      const id = Number(lastInsertRowid);
      ids.push(id);
      if (n % 17 === 5) react.run(wamid, mine ? customer : 0, n % 2 === 0 ? '👍' : '❤️', at + 5_000, `${wamid}.r`);
      const picture = pictures[n % pictures.length];
      if (kind === 'image' && picture) file.run(id, picture.hash, picture.size);
      if (kind !== 'order') continue;
      const orderId = Number(
        order.run(customer * 1_000_000 + n, new Date(at).toISOString().slice(0, 10), wamid, customer, conversationId, at, at + MINUTE_MS).lastInsertRowid,
      );
      for (let position = 0; position < 1 + (n % 5); position += 1) line.run(orderId, position, `ARTICLE-${position}`);
    }
  })();
  db.close();
  return { conversationId, phone, firstId: ids[0] ?? 0, middleId: ids[Math.floor(ids.length / 2)] ?? 0, lastId: ids.at(-1) ?? 0 };
}

type Kind = 'text' | 'answer' | 'image' | 'order' | 'location' | 'question';

function kindOf(n: number): Kind {
  if (n % 3 === 1) return 'answer';
  if (n % 14 === 6) return 'image';
  if (n % 26 === 9) return 'order';
  if (n % 41 === 11) return 'location';
  return n % 29 === 15 ? 'question' : 'text';
}

function contentOf(kind: Kind, n: number): object {
  if (kind === 'order') return { kind };
  if (kind === 'location') return { kind, latitude: '52.5', longitude: '13.4', name: 'The corner shop', address: '1 Example Street', url: null };
  const length = n % 13 === 0 ? 100 : 1 + ((n * 7) % 23);
  const body = `${n}: ${Array.from({ length }, (_, index) => WORDS[(n * 3 + index) % WORDS.length]).join(' ')}`;
  return kind === 'image' ? { kind: 'media', media: 'image', caption: n % 4 === 0 ? body : null, voice: false, animated: false } : { kind: 'text', body };
}

function keepPicture(folder: string, n: number): { hash: string; size: number } {
  const png = new PNG({ width: 320, height: 240 });
  for (let at = 0; at < png.data.length; at += 4) png.data.set([(at >> 4) & 255, (at * (n + 3)) & 255, 60 * n, 255], at);
  const bytes = PNG.sync.write(png);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const place = path.join(folder, 'media', hash.slice(0, 2));
  mkdirSync(place, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(place, hash), bytes);
  return { hash, size: bytes.length };
}
