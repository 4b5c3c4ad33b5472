import net from 'node:net';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, textMessage } from '../support/post-webhook.ts';
import { spawnHeadless, startHeadless } from '../support/start-headless.ts';
import { startShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

async function endOf(child: ReturnType<typeof spawnHeadless>): Promise<{ code: number | null; errors: string }> {
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, errors };
}

test('a data folder of a newer version is refused in one sentence and left as it is', async () => {
  const folder = temporaryFolder();
  await (await startShop({ folder })).stop();
  const file = path.join(folder, 'shopbell.db');
  const db = new Database(file);
  db.pragma('user_version = 99');
  db.close();
  const { code, errors } = await endOf(spawnHeadless(['--data', folder, '--ready-json', '--webhook-port', '0', '--console-port', '0']));
  expect(code).toBe(1);
  expect(errors).toContain('written by a newer Shopbell');
  expect(errors.trim().split('\n')).toHaveLength(1);
});

test('a second program on the same folder is refused in one sentence', async () => {
  const folder = temporaryFolder();
  const { child, ended } = await startHeadless(folder);
  const { code, errors } = await endOf(spawnHeadless(['--data', folder, '--ready-json', '--webhook-port', '0', '--console-port', '0']));
  expect({ code, lines: errors.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
  expect(errors).toContain('Another Shopbell is running');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a used webhook port is said, and the console runs all the same', async () => {
  const blocker = net.createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void blocker.close());
  const shop = closeAfter(await startShop({ webhookPort: (blocker.address() as net.AddressInfo).port }));
  expect(shop.app.webhookUrl()).toBeNull();
  expect((await shop.api.connection.get()).webhook).toMatchObject({ localUrl: null, problem: 'port-in-use' });
});

test('a file that is no database is refused, and nothing of it is changed', async () => {
  const folder = temporaryFolder();
  const { writeFileSync, readFileSync } = await import('node:fs');
  const file = path.join(folder, 'shopbell.db');
  writeFileSync(file, 'this is a shopping list, and not a short one: '.repeat(400));
  const before = readFileSync(file);
  const { code, errors } = await endOf(spawnHeadless(['--data', folder, '--ready-json', '--webhook-port', '0', '--console-port', '0']));
  expect(code).toBe(1);
  expect(errors).toContain('is damaged');
  expect(readFileSync(file).equals(before)).toBe(true);
});

// The limit is the system's own, on how large a file this process may write: a full disk as SQLite meets it.
test('a full disk: Meta is told to come again, what was acknowledged is kept, and it takes again when there is room', async () => {
  const folder = temporaryFolder();
  const { webhook, child, ended } = await startHeadless(folder, { shellPrefix: 'ulimit -f 1500' });
  const note = 'x'.repeat(3000);
  const acknowledged: string[] = [];
  const refused = await until('a refusal', async () => {
    const message = textMessage({ text: { body: note } });
    const status = await postSigned(webhook, envelope({ messages: [message] }));
    if (status === 200) acknowledged.push(message.id);
    return status === 200 ? null : status;
  });
  expect(refused).toBe(503);
  child.kill('SIGTERM');
  await ended;
  const again = closeAfter(await startShop({ folder }));
  const kept = new Set(again.rows<{ wamid: string }>('SELECT wamid FROM messages').map((row) => row.wamid));
  expect(acknowledged.filter((wamid) => !kept.has(wamid))).toEqual([]);
  expect(await postSigned(again.webhookUrl, envelope({ messages: [orderMessage()] }))).toBe(200);
}, 60_000);
