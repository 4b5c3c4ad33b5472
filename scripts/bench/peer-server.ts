import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { BENCH_SECRET } from './signed-bodies.ts';

/** What Shopbell is measured against: `nothing` proves and parses, `row` also commits the raw body, one row a request. */
const [kind, folder = '.'] = process.argv.slice(2);
const keep = kind === 'row' ? rowKeeper() : () => {};

function rowKeeper(): (body: string) => void {
  const db = new Database(path.join(folder, 'rows.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO rows (body) VALUES (?)');
  return (body) => void insert.run(body);
}

const server = http.createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']).slice(7), 'hex');
    const expected = createHmac('sha256', BENCH_SECRET).update(body).digest();
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    const text = body.toString('utf8');
    JSON.parse(text);
    keep(text);
    response.writeHead(200, { 'content-length': 0 }).end();
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook` })));
