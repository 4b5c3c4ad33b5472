import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakePrinter, startFakePrinter } from '../support/fake-printer.ts';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { type Built, startBuilt } from '../support/start-built.ts';
import { until } from '../support/until.ts';

describe.skipIf(lacksBrowser)('a printer, on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;
  let printer: FakePrinter;

  beforeAll(async () => {
    browser = await launchChromium();
    printer = await startFakePrinter();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    await printer.turnOff();
    rmSync(folder, { recursive: true, force: true });
  });

  const axe = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

  it('is chosen, tried, missed loudly while it is off, and given up', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await goTo(page, '/settings');
    await page.getByText('A printer of this computer').click();
    await page.getByText('This works in the desktop program alone').waitFor();
    expect(await page.getByRole('button', { name: 'Print the test page' }).isDisabled()).toBe(true);

    await page.getByText('A receipt printer on the network').click();
    await page.getByLabel('Address of the printer').fill('http://127.0.0.1');
    await page.getByText('without anything around it').waitFor();
    await page.getByLabel('Address of the printer').fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
    // Nothing is sent to an address that was only typed.
    expect(printer.connections()).toBe(0);
    await page.getByRole('button', { name: 'Store' }).click();
    await page.getByRole('button', { name: 'Print the test page' }).click();
    await page.getByText('The test page was printed').waitFor();
    expect(printer.sheets[0]?.lines.map(({ text }) => text.trim())).toContain('PRACTICE');
    await page.getByText('Preview of the test page').click();
    await page.getByRole('figure', { name: 'Ticket as it is printed' }).getByText('TEST PAGE').waitFor();
    expect(await axe(page)).toEqual([]);

    await printer.turnOff();
    await letCustomer(page, 'A customer orders');
    await goTo(page, '/orders');
    await page
      .getByRole('button', { name: /^Accept/ })
      .first()
      .click();
    const strip = page.locator('[data-print-trouble]');
    await strip.getByText('The printer does not answer').waitFor();
    expect(await axe(page)).toEqual([]);
    await strip.getByRole('link', { name: '#1' }).click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: '#1' }).waitFor();

    await printer.turnOn();
    await strip.getByRole('button', { name: 'Print again' }).click();
    await strip.waitFor({ state: 'detached' });
    await until('the ticket', () => printer.sheets.length === 2);

    printer.mood = 'hangs-up';
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Print the test page' }).click();
    await strip.getByText('The printer broke off').waitFor();
    await strip.getByRole('button', { name: 'Give up' }).click();
    await strip.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    expect(printer.complaints).toEqual([]);
    await page.context().close();
  });

  it('fits into 800 x 600 with its preview and its trouble, in German', async () => {
    printer.mood = 'cover-open';
    const { page, troubles } = await openPage(browser, shop.link, { locale: 'de-DE', colorScheme: 'dark' });
    await page.setViewportSize({ width: 800, height: 600 });
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Testseite drucken' }).click();
    await page.locator('[data-print-trouble]').getByText('Der Drucker hat abgebrochen').waitFor();
    await page.getByText('Vorschau der Testseite').click();
    await page.getByRole('figure').waitFor();
    const wide = await page.evaluate(() => {
      const scrolled = (one: Element) => one === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX);
      return [document.documentElement, ...document.querySelectorAll('body *')].filter((one) => scrolled(one) && one.scrollWidth > one.clientWidth + 1).length;
    });
    expect(wide).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
