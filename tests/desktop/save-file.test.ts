import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import type { Desktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(noDesktop)('a file of the day book', () => {
  let desktop: Desktop;

  beforeAll(async () => {
    desktop = await launchDesktop();
  });
  afterAll(() => desktop.close());

  test('is saved from the window, although the page may go nowhere', async () => {
    const { app, page } = desktop;
    const target = path.join(temporaryFolder(), 'orders.csv');
    // Where to is asked by the system's own dialog, which no test can reach: the answer to it is given here.
    const saved = app.evaluate(
      ({ session }, file) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(file);
            item.once('done', (_done, state) => resolve(`${item.getFilename()} ${state}`));
          });
        }),
      target,
    );
    await page
      .getByRole('link', { name: /practice/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'A customer orders' }).click();
    await page.keyboard.press('Alt+4');
    await page.getByRole('heading', { name: 'Turnover' }).waitFor();
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await page.getByRole('button', { name: 'Save the file' }).click();
    expect(await saved).toMatch(/^.*-orders-\d{4}-\d\d-\d\d\.csv completed$/);
    expect(readFileSync(target, 'utf8')).toMatch(/^\ufeffbusiness_day,number,.*\r\n\d{4}-\d\d-\d\d,1,new,whatsapp,/);
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
  });
});
