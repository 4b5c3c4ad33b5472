import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakePrinter } from '../support/fake-printer.ts';
import { fillDayBook } from '../support/fill-day-book.ts';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';
import { until } from '../support/until.ts';

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
        await page.getByRole('button', { name: /^(Print the day|Tag drucken)$/ }).click();
        await page.getByRole('dialog').getByRole('figure').waitFor();
        await expectNothingFound(page, 'the day’s close');
        await page.keyboard.press('Escape');
        await search(page, 'nusse');
        await expectNothingFound(page, 'the search');
        await page.keyboard.press('Escape');
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
    await page.keyboard.press('Alt+4');
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

  it('shows the day as it is printed, says what is missing, and prints it', async () => {
    const printer = await startFakePrinter();
    const { page, troubles } = await openPage(browser, shop.link);
    await showDay(page);
    const toPrint = page.getByRole('button', { name: 'Print the day' });
    const dialog = page.getByRole('dialog');
    await toPrint.click();
    await dialog.getByText('No printer is chosen').waitFor();
    expect(await dialog.getByRole('button', { name: 'Print' }).isDisabled()).toBe(true);
    await dialog.getByRole('link', { name: 'Open in the settings' }).click();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Printer');
    expect(await dialog.count()).toBe(0);
    await printOn(page, printer.port);
    await showDay(page);
    const turnover = await page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Turnover' }) })
      .first()
      .innerText();
    await toPrint.click();
    const paper = await dialog.getByRole('figure', { name: 'The day as it is printed' }).innerText();
    await dialog.getByRole('button', { name: 'Print' }).click();
    await page.getByText('The day is on its way to the printer').waitFor();
    await until('its sheet', () => printer.sheets.length === 1);
    const printed = printer.sheets[0]?.lines.map(({ text }) => text).join('\n') ?? '';
    const sum = /\d[\d.,]*\d/.exec(turnover)?.[0] ?? 'none';
    expect([paper, printed].map((text) => text.includes(sum))).toEqual([true, true]);
    expect(printer.complaints).toEqual([]);
    await printer.turnOff();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('finds by Ctrl+K and opens with Enter, says how many, and when there is nothing', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await search(page, 'OZT');
    const first = page.getByRole('listbox').getByRole('option').first();
    expect(await first.locator('mark').textContent()).toBe('Özt');
    const number = /#\d+/.exec((await first.textContent()) ?? '')?.[0] ?? 'none';
    await page.getByText(/places found for “OZT”/).waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /^#\/orders\/\d+$/.test(location.hash));
    await page.getByRole('heading', { level: 2 }).filter({ hasText: number }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Search everything' }).inputValue()).toBe('');

    // Whoever types faster than the answer comes gets there all the same.
    await goTo(page, '/day-book');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Zeynep');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /^#\/orders\/\d+$/.test(location.hash));

    await page.keyboard.press('Control+k');
    await page.keyboard.type('nothing of this kind');
    await page.getByText('Nothing found. Looked for').waitFor();
    // While the list is open, the rest of the page is heard as well.
    expect(await page.getByRole('navigation', { name: 'Views' }).count()).toBe(1);
    const field = page.getByRole('combobox', { name: 'Search everything' });
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field.evaluate((input) => document.activeElement === input)).toBe(false);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

async function printOn(page: Page, port: number): Promise<void> {
  await page.getByText('A receipt printer on the network').click();
  await page.getByLabel('Address of the printer').fill('127.0.0.1');
  await page.getByLabel('Port', { exact: true }).fill(String(port));
  await page.getByRole('button', { name: 'Store' }).click();
}

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

/** A list that hangs from its field lies outside every landmark: only that one is let pass. */
async function expectNothingFound(page: Page, what: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (what === 'the search') axe.disableRules('region');
  const { violations } = await axe.analyze();
  expect.soft(violations.map((one) => `${what}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  const wide = await page.evaluate(
    () => [...document.querySelectorAll('main, main > *, header')].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  );
  expect.soft(wide, what).toBe(0);
}
