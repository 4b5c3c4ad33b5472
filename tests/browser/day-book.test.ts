import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDayBook } from '../support/fill-day-book.ts';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('the day book and the search', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-day-book-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    fillDayBook(folder, Date.now(), 'Europe/Berlin');
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 1 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const look of [
    { colorScheme: 'light', locale: 'en-GB' },
    { colorScheme: 'dark', locale: 'de-DE' },
  ] as const) {
    it(`has nothing that axe finds, and fits into 800 x 600, in ${look.colorScheme} and ${look.locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, look);
      for (const [width, height] of [
        [1440, 900],
        [800, 600],
      ] as const) {
        await page.setViewportSize({ width, height });
        await showDay(page);
        await expectNothingFound(page, 'the day as charts');
        const toTable = page.getByRole('button', { name: /^(As a table|Als Tabelle)$/ });
        for (let left = await toTable.count(); left > 0; left -= 1) await toTable.first().click();
        await expectNothingFound(page, 'the day as tables');
        await page
          .getByRole('main')
          .getByRole('button')
          .filter({ hasText: /file|Datei/ })
          .click();
        await page.getByRole('dialog').waitFor();
        await expectNothingFound(page, 'the file');
        await page.keyboard.press('Escape');
        await search(page, 'nusse');
        await expectNothingFound(page, 'the search', ['header search', '[role=listbox]']);
        await page.keyboard.press('Escape');
        await goTo(page, '/orders');
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }

  it('goes from day to day by keys and by the field, and saves a file that holds the day', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Alt+3');
    const main = page.getByRole('main');
    await main.getByLabel('Day', { exact: true }).waitFor();
    expect(await main.getByRole('button', { name: 'The day after' }).isDisabled()).toBe(true);
    await main.getByRole('button', { name: 'The day before' }).click();
    const yesterday = await main.getByLabel('Day', { exact: true }).inputValue();
    await page.waitForFunction((day) => location.hash === `#/day-book/${day}`, yesterday);
    await main.getByRole('heading', { name: 'Turnover' }).waitFor();

    await main.getByRole('button', { name: 'Save as a file' }).click();
    await page.getByRole('radio', { name: 'All days' }).check({ force: true });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Shopbell-orders-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\ufeffbusiness_day,number,')).toBe(true);
    expect(text.split('\r\n').filter((row) => row.startsWith(`${yesterday},`)).length).toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('finds by Ctrl+K and opens with Enter, says how many, and when there is nothing', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await search(page, 'OZT');
    const first = page.getByRole('option').first();
    expect(await first.locator('mark').textContent()).toBe('Özt');
    const number = /#\d+/.exec((await first.textContent()) ?? '')?.[0] ?? 'none';
    await page.getByText(/orders found for “OZT”/).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /^#\/orders\/\d+$/.test(location.hash));
    await page.getByRole('heading', { level: 2 }).filter({ hasText: number }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Search orders and customers' }).inputValue()).toBe('');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('nothing of this kind');
    await page.getByText('Nothing found. Looked for').waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

async function showDay(page: Page): Promise<void> {
  await goTo(page, '/day-book');
  await page.locator('main table').first().waitFor({ state: 'attached' });
}

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(text);
  await page.locator('[role=option] mark').first().waitFor();
}

/** While a list hangs from its field, React Aria hides the rest of the page from screen readers on purpose: then the parts named are looked at alone. */
async function expectNothingFound(page: Page, what: string, parts: string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page });
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  expect.soft(violations.map((one) => `${what}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  const wide = await page.evaluate(
    () => [...document.querySelectorAll('main, main > *, header')].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  );
  expect.soft(wide, what).toBe(0);
}
