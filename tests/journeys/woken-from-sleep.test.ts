import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { Api } from '../../shared/contract.ts';
import { closeAfter } from '../support/close-after.ts';
import { startShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const HOUR = 60 * 60_000;
const sleeps = async (api: Api) => (await api.connection.log({ limit: 200 })).entries.filter(({ event }) => event === 'slept');

test('both lines hear of a sleep with the beginning that the system knows, and tell it once', async () => {
  const shop = closeAfter(await startShop());
  await shop.api.practice.start();
  const practice: Api = createRouterClient(shop.app.router, { context: shop.app.context('practice', 'desktop') });
  await until('a practice shop that is reached', async () => (await practice.connection.get()).light.tone === 'good');
  const since = Date.now() - 6 * HOUR;
  shop.app.desk.woke(since);
  // The clock noticed it as well, and knows less.
  shop.app.desk.woke(null);
  for (const api of [shop.api, practice]) expect((await sleeps(api)).map(({ details }) => details)).toEqual([String(since)]);
  expect(await practice.connection.gaps()).toMatchObject([{ cause: 'asleep', beganAt: since }]);
});

describe.skipIf(process.platform === 'win32')('a tunnel', () => {
  test('that waits for its next try tries at once after sleep', async () => {
    const folder = temporaryFolder();
    const [file, saw] = [path.join(folder, 'cloudflared'), path.join(folder, 'saw')];
    writeFileSync(saw, '');
    writeFileSync(file, `#!/bin/sh\necho run >> "${saw}"\nexit 1\n`);
    chmodSync(file, 0o755);
    const shop = closeAfter(await startShop({ environment: { SHOPBELL_CLOUDFLARED_TOKEN: 'eyJhIjoiMDAwMCJ9', SHOPBELL_CLOUDFLARED_PATH: file } }));
    await shop.api.settings.save({ tunnel: 'cloudflared' });
    const runs = () => readFileSync(saw, 'utf8').split('\n').length - 1;
    const wait = await until(
      'a long wait for the next try',
      async () => {
        const { tunnel } = await shop.api.connection.get();
        return tunnel.state === 'down' && tunnel.retryAt - Date.now() > 3_000 && tunnel;
      },
      30_000,
    );
    const before = runs();
    shop.app.desk.woke(Date.now() - HOUR);
    await until('the next try', () => runs() > before);
    expect(Date.now()).toBeLessThan(wait.retryAt);
  });
});
