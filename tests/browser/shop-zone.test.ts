import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';
import { until } from '../support/until.ts';

const BERLIN = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

describe.skipIf(lacksBrowser)('a browser whose clock goes otherwise than the shop’s', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    // Its computer stands in Berlin.
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows, proposes and promises by the shop’s clock, as the customer reads it', async () => {
    const { page, troubles } = await openPage(browser, shop.link, { timezoneId: 'America/New_York' });
    await letCustomer(page, 'A customer orders');
    await goTo(page, '/orders');
    await page.locator('[data-order-link]').first().click();
    await page.getByRole('radio', { name: 'At …' }).check({ force: true });
    const field = page.getByLabel('Promised for', { exact: true }).and(page.locator('input[type=time]'));
    // What is proposed is in an hour, by the clock on the shop's wall.
    const inAnHour = [-1, 0, 1].map((minutes) => BERLIN.format(Date.now() + (60 + minutes) * 60_000));
    expect(inAnHour).toContain(await field.inputValue());
    const at = Date.now() + 95 * 60_000;
    const wanted = BERLIN.format(at);
    // In the customer's English, which counts to twelve.
    const said = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', minute: '2-digit' }).format(at).replaceAll('\u202f', ' ');
    await field.fill(wanted);
    await page.getByRole('button', { name: 'Edit' }).click();
    const message = page.getByLabel('Message to the customer');
    await until('the message', async () => (await message.inputValue()).includes(said));
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Accept/ })
      .last()
      .click();
    await page.getByText(`promised ${wanted}`).first().waitFor();
    // A second start knows the zone before the settings have come.
    expect(await page.evaluate(() => localStorage.getItem('shopbell.look'))).toContain('"zone":"Europe/Berlin"');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
