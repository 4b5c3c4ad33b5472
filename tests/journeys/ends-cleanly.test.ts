import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { envelope, orderMessage, postSigned, textMessage } from '../support/post-webhook.ts';
import { answeringServer } from '../support/answering-server.ts';
import { scriptedGraph } from '../support/scripted-graph.ts';
import { startHeadless } from '../support/start-headless.ts';
import { startShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

test('told to end while Meta does not answer, it ends within its time, with its file closed', async () => {
  const shop = await startShop({ environment: { SHOPBELL_ACCESS_TOKEN: '' } });
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage()] }));
  await shop.api.chats.reply({ conversationId: 1, text: 'Hello', requestId: 'request-0001' });
  await shop.stop();
  const silent = await scriptedGraph();
  const { child, ended, errors } = await startHeadless(shop.folder, {
    environment: { SHOPBELL_GRAPH_URL: silent.url, SHOPBELL_ACCESS_TOKEN: 'test-access-token' },
  });
  await until('the call', () => silent.asked.length === 1);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(errors()).not.toContain('cut off');
  expect(existsSync(path.join(shop.folder, 'shopbell.db-wal'))).toBe(false);
});

// The limit is the system's own, on how large a file this process may write: a full disk as SQLite meets it. Its signal is taken and
// ignored, so that the write fails instead.
test('with a full disk it goes on running while an article cannot be kept, and ends when it is told to', async () => {
  const folder = temporaryFolder();
  let give: ((answer: string) => void) | null = null;
  const catalogue = await answeringServer((response, { url }) => {
    if (url.includes('filter=')) give = (answer) => void response.end(answer);
    else response.end(JSON.stringify({ data: [] }));
  });
  const environment = {
    SHOPBELL_GRAPH_URL: catalogue.url,
    SHOPBELL_ACCESS_TOKEN: 'test-access-token',
    NODE_OPTIONS: '--import=data:text/javascript,process.on(%22SIGXFSZ%22,()=>{})',
  };
  const { webhook, child, ended, errors } = await startHeadless(folder, { shellPrefix: 'ulimit -f 1500', environment });
  // The article's fetch is under way while the disk fills up.
  expect(await postSigned(webhook, envelope({ messages: [orderMessage()] }))).toBe(200);
  await until('a refusal', async () => (await postSigned(webhook, envelope({ messages: [textMessage({ text: { body: 'x'.repeat(60_000) } })] }))) === 503);
  // More than the room that is left for it.
  const answer = await until('the question for it', () => give);
  answer(JSON.stringify({ data: [{ retailer_id: 'di9ozbzfi4', name: 'Rye loaf '.repeat(20_000) }] }));
  await until('the trouble', () => errors().includes('what the catalogue told could not be kept'));
  expect({ exit: child.exitCode, errors: errors() }).toMatchObject({ exit: null });
  expect(await postSigned(webhook, envelope({ messages: [textMessage({ text: { body: 'x'.repeat(60_000) } })] }))).toBe(503);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 60_000);
