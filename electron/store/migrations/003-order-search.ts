import type { Database } from 'better-sqlite3';

/** What is searched for text: each table, and those of its columns that people wrote. */
const SEARCHED = [
  { table: 'customers', columns: ['name', 'username'] },
  { table: 'orders', columns: ['note', 'address'] },
  { table: 'order_extras', columns: ['label'] },
  { table: 'order_events', columns: ['reason'] },
] as const;

/**
 * Version 3: an index of every three letters that stand together, beside each table with words of people in it. It holds no words
 * itself: it is kept by triggers, in the transaction of every change, and can be made anew from the tables at any time ('rebuild'). A
 * later migration that builds one of these tables anew has to drop its view first, and to make view and triggers anew, for the triggers
 * go with the table.
 */
export function orderSearch(db: Database): void {
  for (const { table, columns } of SEARCHED) {
    const index = `${table}_search`;
    const list = columns.join(', ');
    const values = (row: 'new' | 'old') => columns.map((column) => `${row}.${column}`).join(', ');
    const any = (row: 'new' | 'old') => columns.map((column) => `${row}.${column} IS NOT NULL`).join(' OR ');
    // Every message of a customer writes their name anew, mostly the same one.
    const differs = `(${columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')})`;
    const add = `INSERT INTO ${index} (rowid, ${list}) VALUES (new.id, ${values('new')});`;
    const drop = `INSERT INTO ${index} (${index}, rowid, ${list}) VALUES ('delete', old.id, ${values('old')});`;
    db.exec(`
      CREATE VIEW ${table}_words AS SELECT id, ${list} FROM ${table} WHERE ${columns.map((column) => `${column} IS NOT NULL`).join(' OR ')};
      CREATE VIRTUAL TABLE ${index} USING fts5 (${list}, content='${table}_words', content_rowid='id', tokenize='trigram remove_diacritics 1');
      INSERT INTO ${index} (${index}) VALUES ('rebuild');
      CREATE TRIGGER ${index}_insert AFTER INSERT ON ${table} WHEN ${any('new')} BEGIN ${add} END;
      CREATE TRIGGER ${index}_delete AFTER DELETE ON ${table} WHEN ${any('old')} BEGIN ${drop} END;
      CREATE TRIGGER ${index}_drop BEFORE UPDATE OF ${list} ON ${table} WHEN ${differs} AND (${any('old')}) BEGIN ${drop} END;
      CREATE TRIGGER ${index}_add AFTER UPDATE OF ${list} ON ${table} WHEN ${differs} AND (${any('new')}) BEGIN ${add} END;
    `);
  }
}
