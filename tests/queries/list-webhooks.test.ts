import type { Database } from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseWebhook } from '../../electron/inbound/parse-webhook.ts';
import { listWebhooks } from '../../electron/queries/list-webhooks.ts';
import { openWebhookLog } from '../../electron/store/webhook-log.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { envelope, textMessage } from '../support/post-webhook.ts';

const applied = { shape: 'cloud', outcome: 'applied', reason: null } as const;

test('the list is walked by its ids, and the troubled by their own index: no body is read to find one', () => {
  const { db } = openRooms();
  const asked: string[] = [];
  openWebhookLog({ prepare: (sql: string) => (asked.push(sql), db.prepare(sql)) } as unknown as Database);
  const plans = asked
    .filter((sql) => sql.includes('octet_length'))
    .map((sql) => db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', '1')}`).all());
  expect(plans.map((plan) => plan.map(({ detail }) => detail))).toEqual([
    ['SEARCH webhook_log USING INTEGER PRIMARY KEY (rowid<?)'],
    ['SEARCH webhook_log USING INDEX webhook_log_open (id<?)'],
    ['SEARCH webhook_log USING INTEGER PRIMARY KEY (rowid=?)'],
  ]);
});

test('page after page gives every webhook once, also where bodies are so large that a page ends early', () => {
  const { store } = openRooms();
  for (let index = 0; index < 12; index += 1) {
    const body = envelope({ messages: [textMessage({ text: { body: 'x'.repeat(index % 3 === 0 ? 2_500_000 : 10) } })] });
    store.webhookLog.add(Buffer.from(JSON.stringify(body)), applied, 1, T + index, 'secret');
  }
  let read = 0;
  const deps = { store, parse: (body: string) => ((read += body.length), parseWebhook(body)), msOf: () => null };
  const seen: number[] = [];
  let before: number | undefined;
  for (let page = 0; page < 20; page += 1) {
    read = 0;
    const { webhooks, more } = listWebhooks(deps, { before, limit: 50, only: 'all' });
    expect(read).toBeLessThan(7_000_000);
    seen.push(...webhooks.map(({ id }) => id));
    before = webhooks.at(-1)?.id;
    if (!more) break;
  }
  expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test('a body is counted in bytes, and what its reader refuses is a row all the same', () => {
  const { store } = openRooms();
  store.webhookLog.add(Buffer.from('{"ä":1}'), { shape: 'none', outcome: 'unread', reason: 'neither' }, 1, T, null);
  store.webhookLog.add(Buffer.from([0xff, 0x00, 0x7b]), { shape: 'none', outcome: 'unread', reason: 'not a JSON object' }, 1, T, 'path');
  const { webhooks } = listWebhooks({ store, parse: parseWebhook, msOf: (id) => (id === 2 ? 1.5 : null) }, { limit: 5, only: 'troubled' });
  expect(webhooks).toMatchObject([
    { id: 2, bytes: 3, ms: 1.5, proof: 'path', why: 'not a JSON object', events: [] },
    { id: 1, bytes: 8, ms: null, proof: null, events: [] },
  ]);
});
