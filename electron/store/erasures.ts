import type { Database } from 'better-sqlite3';
import type { Alias } from '../../shared/domain/customer-identity.ts';
import { cutPerson, namesPerson, wordsOfPerson } from './cut-person.ts';
import { eraseMessages, eraseOrderTexts } from './erase-rows.ts';

/** One that is under way: it goes on where it stopped, also after the program was killed. */
export type Erasure = { customerId: number; aliases: Alias[]; erasedAt: number; messages: number; files: number; arrivals: number };
type Row = { customer_id: number; aliases: string; erased_at: number; log_done: number; log_end: number; messages: number; files: number; arrivals: number };

/** Rows of a step: a step takes some ten milliseconds, and the shop receives between two. */
const MESSAGES = 200;
const ARRIVALS = 1_000;

/**
 * Erasing a person: first what names them and what waits to be sent, in one transaction, then their messages and their parts of the raw arrivals in
 * steps. What is deleted is overwritten in the file (`secure_delete`).
 */
export function openErasures(db: Database) {
  const aliasesOf = db.prepare<[number], Alias>('SELECT kind, value FROM customer_aliases WHERE customer_id = ?');
  const insert = db.prepare(
    'INSERT INTO erasures (customer_id, aliases, erased_at, log_end) VALUES (?, ?, ?, (SELECT coalesce(max(id), 0) FROM webhook_log)) ON CONFLICT DO NOTHING',
  );
  const open = db.prepare<[], Row>('SELECT * FROM erasures ORDER BY customer_id');
  const one = db.prepare<[number], Row>('SELECT * FROM erasures WHERE customer_id = ?');
  const count = db.prepare('UPDATE erasures SET messages = messages + ?, files = files + ?, arrivals = arrivals + ? WHERE customer_id = ?');
  const setDone = db.prepare('UPDATE erasures SET log_done = ? WHERE customer_id = ?');
  const logs = db.prepare<[number, number, string], { id: number; body: string | Buffer }>(
    'SELECT id, body FROM webhook_log WHERE id > ? AND id <= ? AND EXISTS (SELECT 1 FROM json_each(?) needle WHERE instr(body, needle.value) > 0)',
  );
  const log = db.prepare<[number], { id: number; body: string | Buffer }>('SELECT id, body FROM webhook_log WHERE id = ?');
  const cut = db.prepare("UPDATE webhook_log SET body = ?, outcome = 'redacted' WHERE id = ?");
  const over = db.prepare('DELETE FROM erasures WHERE customer_id = ?');

  const parked = db.prepare<[], string>('SELECT DISTINCT wamid FROM tick_parking').pluck();
  const dropParked = db.prepare('DELETE FROM tick_parking WHERE wamid = ?');

  /** Of messages that are not known here: Meta's ids are base64, and the number stands in them. */
  function eraseParked(aliases: readonly Alias[]): void {
    const words = wordsOfPerson(aliases);
    for (const wamid of parked.all()) {
      const inside = Buffer.from(wamid.replace(/^wamid\./, ''), 'base64').toString('latin1');
      if (words.some((word) => inside.includes(word))) dropParked.run(wamid);
    }
  }

  /** References are looked after by name here: SQLite would read all messages for each that goes. */
  function securely<T>(work: () => T): T {
    db.pragma('foreign_keys = OFF');
    db.pragma('secure_delete = ON');
    try {
      return db.transaction(work).immediate();
    } finally {
      db.pragma('secure_delete = FAST');
      db.pragma('foreign_keys = ON');
    }
  }

  /** True where something was cut. What is no JSON, and yet names them, goes altogether. */
  function cutBody({ id, body }: { id: number; body: string | Buffer }, aliases: readonly Alias[]): boolean {
    const text = body.toString();
    let left: string | null;
    try {
      left = cutPerson(text, namesPerson(aliases));
    } catch {
      left = wordsOfPerson(aliases).some((needle) => text.includes(needle)) ? '' : null;
    }
    if (left === null) return false;
    cut.run(left, id);
    return true;
  }

  return {
    /** Marks a customer as erased: what names them is gone, nothing more is sent. Inside a transaction of its own. */
    begin(customerId: number, at: number, alsoWithin: (aliases: readonly Alias[]) => void): void {
      securely(() => {
        const aliases = aliasesOf.all(customerId);
        insert.run(customerId, JSON.stringify(aliases), at);
        alsoWithin(aliases);
        eraseOrderTexts(db, customerId, at);
      });
    },
    /** Those that are not at their end. */
    open: (): Erasure[] => open.all().map(read),
    /** The next part of one. False where nothing is left to do but `finish`. */
    step(customerId: number): boolean {
      const row = one.get(customerId);
      if (!row) return false;
      const { aliases } = read(row);
      return securely(() => {
        const erased = eraseMessages(db, customerId, MESSAGES);
        if (erased.messages > 0) {
          const cuts = erased.logIds.filter((id) => cutBody(log.get(id) ?? { id, body: '' }, aliases)).length;
          count.run(erased.messages, erased.files, cuts, customerId);
          return true;
        }
        if (row.log_done >= row.log_end) return false;
        const until = Math.min(row.log_done + ARRIVALS, row.log_end);
        const needles = JSON.stringify(wordsOfPerson(aliases));
        const cuts = aliases.length === 0 ? 0 : logs.all(row.log_done, until, needles).filter((one) => cutBody(one, aliases)).length;
        count.run(0, 0, cuts, customerId);
        setDone.run(until, customerId);
        return true;
      });
    },
    /** Its last part; gives what was erased in all. */
    finish(customerId: number): Erasure | null {
      const row = one.get(customerId);
      if (!row) return null;
      securely(() => {
        eraseParked(read(row).aliases);
        db.prepare('UPDATE gone_chats SET became = NULL WHERE became IN (SELECT id FROM conversations WHERE customer_id = ?)').run(customerId);
        db.prepare('INSERT OR REPLACE INTO gone_chats (id, became) SELECT id, NULL FROM conversations WHERE customer_id = ?').run(customerId);
        db.prepare('DELETE FROM conversations WHERE customer_id = ?').run(customerId);
        // Orders keep somebody whose they are: nobody any more.
        db.prepare('DELETE FROM customers WHERE id = ? AND NOT EXISTS (SELECT 1 FROM orders WHERE customer_id = customers.id)').run(customerId);
        over.run(customerId);
      });
      // What was overwritten stands in the write-ahead log as it was until that is emptied.
      db.pragma('wal_checkpoint(TRUNCATE)');
      return read(row);
    },
    /** Cuts an arrival that is older than the erasure of whom it belongs to, inside the arrival's own transaction. */
    cutArrival(logId: number, aliases: readonly Alias[]): void {
      const row = log.get(logId);
      if (!row) return;
      db.pragma('secure_delete = ON');
      try {
        cutBody(row, aliases);
      } finally {
        db.pragma('secure_delete = FAST');
      }
    },
    isOpen: (): boolean => db.open,
  };
}

function read(row: Row): Erasure {
  const { customer_id: customerId, erased_at: erasedAt, messages, files, arrivals } = row;
  return { customerId, aliases: JSON.parse(row.aliases) as Alias[], erasedAt, messages, files, arrivals };
}
