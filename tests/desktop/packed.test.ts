import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { callContract } from '../support/desktop/call-contract.ts';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import { packApp } from '../support/desktop/pack-app.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// On a Mac the archive lies elsewhere, and an unsigned program is not started.
describe.skipIf(noDesktop || process.platform === 'darwin')('what is packed', () => {
  test('runs from its archive: page, database, thread that reads, and sounds', async () => {
    const asar = await packApp(temporaryFolder());
    expect(existsSync(path.join(`${asar}.unpacked`, 'node_modules/better-sqlite3/package.json'))).toBe(true);
    const desktop = await launchDesktop({}, asar);
    try {
      const { page } = desktop;
      await page
        .getByRole('link', { name: /practice/i })
        .first()
        .click();
      await page.getByRole('button', { name: 'A customer orders' }).click();
      await page.keyboard.press('Alt+4');
      await page.getByRole('heading', { name: 'Turnover' }).waitFor();
      expect(await callContract(page, 'dayBook/get', {})).toMatchObject({ orders: 1 });
      expect(await callContract(page, 'search/orders', { text: '#1' })).toMatchObject({ hits: [{ number: 1 }] });
      const day = new Date().toISOString().slice(0, 10);
      const range = { from: '2020-01-01', to: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`, locale: 'en' };
      expect(await callContract(page, 'dayBook/export', { what: 'orders', format: 'json', ...range })).toMatchObject({ rows: 1 });
      const sounds = await page.evaluate(async () => {
        const script = await (await fetch(document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '')).text();
        const names = [...new Set(script.match(/[\w-]+\.wav/g))];
        return Promise.all(names.map(async (name) => (await fetch(`/assets/${name}`)).status));
      });
      expect(sounds).toEqual([200, 200, 200, 200, 200]);
      expect(desktop.said()).not.toMatch(/Cannot find module|the thread that reads died/);
    } finally {
      await desktop.close();
    }
  });
});
