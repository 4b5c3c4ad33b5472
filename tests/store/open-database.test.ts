import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { copyBeforeUpdate } from '../../electron/store/copy-before-update.ts';
import { migrate, SCHEMA_VERSION } from '../../electron/store/migrate.ts';
import { firstTables } from '../../electron/store/migrations/001-first-tables.ts';
import { ordersWorkedThrough } from '../../electron/store/migrations/002-orders-worked-through.ts';
import { orderSearch } from '../../electron/store/migrations/003-order-search.ts';
import { openDatabase } from '../../electron/store/open-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fileIn = (folder = temporaryFolder()) => path.join(folder, 'shopbell.db');
const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
function open(file: string): Database.Database {
  const db = openDatabase(file);
  onTestFinished(() => void db.close());
  return db;
}
const pragma = (db: Database.Database, name: string) => db.pragma(name, { simple: true });
/** A file that another program, or another Shopbell, has written. */
function written(file: string, by: (db: Database.Database) => void): Buffer {
  const db = new Database(file);
  by(db);
  db.close();
  return readFileSync(file);
}

test('what is committed is on the disk: WAL with FULL, and references are held to', () => {
  const file = fileIn();
  const db = open(file);
  expect(pragma(db, 'journal_mode')).toBe('wal');
  expect(pragma(db, 'synchronous')).toBe(2);
  expect(pragma(db, 'foreign_keys')).toBe(1);
  expect(pragma(db, 'trusted_schema')).toBe(0);
  db.close();
  // Asked again on a file that is there already: only the journal's mode is kept in it.
  const again = open(file);
  expect(pragma(again, 'synchronous')).toBe(2);
  expect(pragma(again, 'user_version')).toBe(SCHEMA_VERSION);
  expect(pragma(again, 'application_id')).toBe(0x53686f70);
});

test('only the shop’s own account reads the file and what SQLite keeps beside it, from the first moment', () => {
  const folder = temporaryFolder();
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
  const file = path.join(folder, 'new', 'shopbell.db');
  const db = open(file);
  db.exec("INSERT INTO facts VALUES ('a', 'b')");
  expect([file, `${file}-wal`, `${file}-shm`].map(modeOf)).toEqual(['600', '600', '600']);
  expect(modeOf(path.dirname(file))).toBe('700');
});

test('a file that is open to others is closed to them', () => {
  const file = fileIn();
  openDatabase(file).close();
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  writeFileSync(`${file}.copy`, readFileSync(file), { mode: 0o666 });
  open(`${file}.copy`);
  expect(modeOf(`${file}.copy`)).toBe('600');
});

test('another program’s database is refused and left as it is', () => {
  const file = fileIn();
  const before = written(file, (db) => db.exec('PRAGMA application_id = 42; CREATE TABLE shopping (what TEXT)'));
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'data-broken', message: expect.stringContaining('another program') }) as Error);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('so is one that does not say whose it is, but holds tables that are not ours', () => {
  const file = fileIn();
  const before = written(file, (db) => db.exec('CREATE TABLE shopping (what TEXT)'));
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'data-broken' }) as Error);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a newer Shopbell’s database is refused in words, and keeps its version', () => {
  const file = fileIn();
  openDatabase(file).close();
  written(file, (db) => db.pragma('user_version = 999'));
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'data-newer', message: expect.stringContaining('999') }) as Error);
  written(file, (db) => expect(pragma(db, 'user_version')).toBe(999));
});

test('a file that is no database, one that is damaged, and a folder in its place are refused', () => {
  const list = fileIn();
  writeFileSync(list, 'a shopping list: '.repeat(100));
  expect(() => openDatabase(list)).toThrow(expect.objectContaining({ code: 'data-broken' }) as Error);
  const folder = fileIn();
  mkdirSync(folder);
  expect(() => openDatabase(folder)).toThrow(expect.objectContaining({ code: 'data-unwritable' }) as Error);
  expect(() => openDatabase(path.join(list, 'shopbell.db'))).toThrow(expect.objectContaining({ code: 'data-unwritable' }) as Error);
});

test('a program that ended before its first tables were made leaves a file that is opened all the same', () => {
  const file = fileIn();
  writeFileSync(file, '');
  expect(pragma(open(file), 'user_version')).toBe(SCHEMA_VERSION);
  const emptied = fileIn();
  written(emptied, (db) => db.exec('PRAGMA journal_mode = WAL; CREATE TABLE a (b); DROP TABLE a'));
  expect(pragma(open(emptied), 'user_version')).toBe(SCHEMA_VERSION);
});

test('a migration that fails changes nothing and leaves the version; the next start tries again', () => {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  // The last table that the first migration makes is there already.
  db.exec('CREATE TABLE facts (a TEXT)');
  const backups: number[] = [];
  expect(() => migrate(db, () => void backups.push(1))).toThrow('facts');
  expect(pragma(db, 'user_version')).toBe(0);
  expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['facts']);
  db.exec('DROP TABLE facts');
  migrate(db, () => void backups.push(1));
  expect(pragma(db, 'user_version')).toBe(SCHEMA_VERSION);
  expect(backups).toEqual([]);
});

test('a database of an older version is brought up step by step, with one copy of what it was', () => {
  const file = fileIn();
  const db = open(file);
  db.exec("INSERT INTO customers (id, name) VALUES (1, 'Ana')");
  const known = Array.from({ length: SCHEMA_VERSION }, () => () => undefined);
  const addHabit = (one: Database.Database) => one.exec('ALTER TABLE customers ADD COLUMN habit TEXT');
  const fillHabit = (one: Database.Database) => one.exec("UPDATE customers SET habit = 'regular'");
  migrate(db, () => copyBeforeUpdate(db, file), [...known, addHabit, fillHabit]);
  expect(pragma(db, 'user_version')).toBe(SCHEMA_VERSION + 2);
  expect(db.prepare('SELECT name, habit FROM customers').all()).toEqual([{ name: 'Ana', habit: 'regular' }]);
  written(`${file}.before-update`, (copy) => expect(copy.prepare('SELECT name FROM customers').all()).toEqual([{ name: 'Ana' }]));
  written(`${file}.before-update`, (copy) => expect(pragma(copy, 'user_version')).toBe(SCHEMA_VERSION));
});

test('orders of version 1 come along whole: lines, history, chat, and the moments known', () => {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  migrate(db, () => undefined, [firstTables]);
  db.exec(`
    INSERT INTO customers (id, name) VALUES (1, 'Ana');
    INSERT INTO conversations (id, customer_id, phone_number_id, last_at) VALUES (5, 1, '106', 1);
    INSERT INTO messages (wamid, conversation_id, direction, type, sent_at, received_at, content)
      VALUES ('w1', 5, 'in', 'order', 100, 110, '{}'), ('w2', 5, 'in', 'order', 200, 210, '{}');
    INSERT INTO orders (id, number, business_day, state, message_wamid, customer_id, placed_at, note, catalog_id)
      VALUES (1, 1, 'd', 'accepted', 'w1', 1, 100, 'soon', 'c'), (2, 2, 'd', 'declined', 'w2', 1, 200, NULL, 'c');
    INSERT INTO order_lines VALUES (1, 0, 'a', 2, '2', 150, 'EUR', '1.5');
    INSERT INTO order_events (order_id, at, who, from_state, to_state) VALUES (1, 100, 'customer', NULL, 'new'), (1, 150, 'operator', 'new', 'accepted'),
      (2, 200, 'customer', NULL, 'new'), (2, 260, 'operator', 'new', 'declined');
  `);
  migrate(db, () => undefined, [firstTables, ordersWorkedThrough]);
  expect(db.prepare('SELECT id, number, state, conversation_id, note, rings_from, accepted_at, closed_at FROM orders').raw().all()).toEqual([
    [1, 1, 'accepted', 5, 'soon', 110, 150, null],
    [2, 2, 'declined', 5, null, 210, null, 260],
  ]);
  expect(db.prepare('SELECT order_id, retailer_id, quantity, ordered_quantity FROM order_lines').raw().all()).toEqual([[1, 'a', 2, null]]);
  expect(db.prepare('SELECT count(*) FROM order_events WHERE what = ?').pluck().get('state')).toBe(4);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(() => db.exec("INSERT INTO order_lines VALUES (9, 0, 'a', 1, '1', 1, 'EUR', '1', NULL, NULL)")).toThrow('FOREIGN KEY');
});

test('customers of version 3 who were taken for two by the spelling of their number become one, with all that both had', () => {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  migrate(db, () => undefined, [firstTables, ordersWorkedThrough, orderSearch]);
  db.exec(`
    INSERT INTO customers (id, name, named_at, username, address, fulfilment, language) VALUES (1, 'Old', 5, NULL, NULL, NULL, 'pt'),
      (2, 'Ana', 9, NULL, 'Rua 1', 'delivery', NULL), (3, 'Ben', 1, NULL, NULL, NULL, NULL), (4, 'Telephoned', NULL, NULL, NULL, NULL, NULL);
    INSERT INTO customer_aliases (customer_id, kind, value, seen_at) VALUES (1, 'wa_id', '5511987650001', 10), (2, 'wa_id', '551187650001', 20),
      (2, 'user_id', 'BR.1', 20), (3, 'wa_id', '16505550155', 30), (4, 'wa_id', '525512345678', 40);
    INSERT INTO conversations (id, customer_id, phone_number_id, last_inbound_at, last_at, seen_message_id)
      VALUES (1, 1, '106', 100, 150, 1), (2, 2, '106', 200, 200, 2), (3, 3, '106', 1, 1, 0), (4, 2, '107', 1, 1, 0);
    INSERT INTO messages (id, wamid, conversation_id, direction, type, sent_at, content) VALUES (1, 'w1', 1, 'in', 'text', 100, '{}'), (2, 'w2', 2, 'in', 'text', 200, '{}');
    INSERT INTO orders (id, number, business_day, state, customer_id, conversation_id, placed_at, catalog_id, rings_from)
      VALUES (1, 1, 'd', 'new', 1, NULL, 1, 'c', 1), (2, 2, 'd', 'new', 2, 2, 1, 'c', 1), (3, 3, 'd', 'new', 4, NULL, 1, 'c', 1);
  `);
  migrate(db, () => undefined);
  const rows = (sql: string) => db.prepare(sql).raw().all();
  expect(rows('SELECT id, name, address, fulfilment, language FROM customers')).toEqual([
    [1, 'Ana', 'Rua 1', 'delivery', 'pt'],
    [3, 'Ben', null, null, null],
    [4, 'Telephoned', null, null, null],
  ]);
  expect(rows('SELECT value, customer_id, canonical, seen_at FROM customer_aliases ORDER BY value')).toEqual([
    ['16505550155', 3, null, 30],
    ['525512345678', 4, '525512345678', 0],
    ['551187650001', 1, '5511987650001', 20],
    ['5511987650001', 1, '5511987650001', 10],
    ['BR.1', 1, null, 20],
  ]);
  expect(rows('SELECT id, customer_id, phone_number_id, last_inbound_at, last_at, seen_message_id FROM conversations')).toEqual([
    [1, 1, '106', 200, 200, 1],
    [3, 3, '106', 1, 1, 0],
    [4, 1, '107', 1, 1, 0],
  ]);
  expect(rows('SELECT conversation_id FROM messages')).toEqual([[1], [1]]);
  // A telephoned order gets the chat of whom it belongs to; where there is none, none.
  expect(rows('SELECT customer_id, conversation_id FROM orders')).toEqual([
    [1, 1],
    [1, 1],
    [4, null],
  ]);
  expect(rows('PRAGMA foreign_key_check')).toEqual([]);
  expect(rows("SELECT rowid FROM customers_search WHERE customers_search MATCH 'Old'")).toEqual([]);
  expect(rows("SELECT rowid FROM customers_search WHERE customers_search MATCH 'Ana'")).toEqual([[1]]);
});

test('the copy before an update is made at every update, for the shop’s own account alone, also after one that was cut off', () => {
  const file = fileIn();
  const db = open(file);
  const copy = `${file}.before-update`;
  writeFileSync(`${copy}.unfinished`, 'half a copy');
  for (const mark of ['first', 'second']) {
    db.exec(`INSERT INTO facts VALUES ('${mark}', 'x')`);
    copyBeforeUpdate(db, file);
    expect(modeOf(copy)).toBe('600');
    written(copy, (copied) => expect(copied.prepare('SELECT count(*) FROM facts WHERE name = ?').pluck().get(mark)).toBe(1));
  }
});
