import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { envelope, orderMessage, postSigned } from '../support/post-webhook.ts';
import { printPromise } from '../support/print-promise.ts';
import { startHeadless } from '../support/start-headless.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Posts orders as fast as they are answered, over several connections, until nobody answers any more. */
async function flood(webhook: string, acknowledged: string[]): Promise<void> {
  const one = async () => {
    for (;;) {
      const message = orderMessage({ id: `wamid.${crypto.randomUUID()}` });
      const status = await postSigned(webhook, envelope({ messages: [message] })).catch(() => null);
      if (status === null) return;
      if (status === 200) acknowledged.push(message.id);
    }
  };
  await Promise.all(Array.from({ length: 12 }, one));
}

test('killed at any moment, it has everything that was acknowledged, and starts again', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const patience of [150, 400, 900]) {
    const { webhook, child, ended } = await startHeadless(folder);
    const flooding = flood(webhook, acknowledged);
    await new Promise((resolve) => setTimeout(resolve, patience));
    child.kill('SIGKILL');
    await Promise.all([flooding, ended]);

    const db = new Database(path.join(folder, 'shopbell.db'));
    const kept = new Set(db.prepare('SELECT wamid FROM messages JOIN orders ON message_wamid = wamid').pluck().all());
    expect(acknowledged.filter((wamid) => !kept.has(wamid))).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  }
  expect(acknowledged.length).toBeGreaterThan(50);
  printPromise(1, `killed 3 times under load, ${acknowledged.length} webhooks acknowledged, 0 missing`);
}, 60_000);
