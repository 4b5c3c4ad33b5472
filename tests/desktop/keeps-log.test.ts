import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';

const TOKEN = 'planted-verify-token';

describe.skipIf(noDesktop)('the log of the desktop program', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop({ SHOPBELL_VERIFY_TOKEN: TOKEN });
  });
  afterAll(() => desktop.close());

  test('is kept in the data folder, its own mishaps included, without secrets and numbers', async () => {
    const kept = () => readFileSync(path.join(desktop.dataFolder, 'logs/shopbell.log'), 'utf8');
    await expect.poll(kept).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z Shopbell \S+ starts$/m);
    await desktop.app.evaluate((_electron, said) => void setTimeout(() => void Promise.reject(new Error(said)), 0), `refused ${TOKEN} of +1 650 555 0111`);
    await expect.poll(kept).toMatch(/unhandled rejection: Error: refused … of \[number \d+\]/);
    expect(kept()).not.toContain(TOKEN);
  });
});
