import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('the catalogue', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-catalogue-'));
  let browser: Browser;
  let shop: Built;
  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const axe = async (page: Page) => (await new AxeBuilder({ page }).analyze()).violations.map((one) => `${one.id}: ${one.nodes[0]?.target.join(' ')}`);

  it('is led to by Alt+3, searched by parts of words, walked through by the arrows, and opened', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('[data-article="0"]').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator('[data-article="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-article'))).toBe('1');
    await page.locator('[data-catalogue-search]').fill('dough');
    await expect.poll(() => page.locator('[data-article]').count()).toBe(1);
    await page.getByRole('combobox', { name: 'Availability' }).selectOption('unavailable');
    await page.getByText('No article fits').waitFor();
    await page.getByRole('button', { name: 'Show all articles' }).click();
    await page.locator('[data-article]').filter({ hasText: 'sourdough-loaf' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sourdough loaf' });
    await dialog.getByText('Article number').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('takes a table after it was agreed to, and names the rows that it left out', async () => {
    const { page } = await openPage(browser, shop.link);
    await goTo(page, '/catalogue');
    await page.locator('[data-article="0"]').waitFor();
    await page.getByRole('button', { name: 'Import a table of articles' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').selectOption('');
    await dialog.getByRole('textbox').fill('4711');
    const text = 'id,title,price\nnew-1,Plum cake,3.50 EUR\n,Nameless,1 EUR\n';
    await dialog.locator('input[type=file]').setInputFiles({ name: 'shop.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await dialog.getByRole('button', { name: 'Import' }).click();
    await page.getByText('1 article is known now').waitFor();
    await page.getByText('There is no article number (id).').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    const taken = page.locator('[data-article]').filter({ hasText: 'Plum cake' });
    await taken.waitFor();
    expect(await taken.innerText()).toContain('3.50');
    await page.context().close();
  });

  it('answers a question in two keys, and sends the article itself by the keyboard', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await letCustomer(page, 'A customer asks about a product');
    await goTo(page, '/chats');
    await page
      .locator('[data-chat-link]')
      .filter({ has: page.getByTitle('A question about a product waits') })
      .first()
      .click();
    const pin = page.getByRole('region', { name: 'Question about a product' });
    await pin.waitFor();
    await page.locator('[data-opened]').focus();
    await page.keyboard.press('q');
    const field = page.locator('[data-composer]');
    await expect.poll(() => field.inputValue()).toMatch(/€\d|verfügbar|available/);
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    await page.locator('[data-opened]').focus();
    await page.keyboard.press('s');
    const picker = page.getByRole('dialog', { name: 'Send articles' });
    await picker.getByRole('button', { name: /^Take out/ }).waitFor();
    expect(await axe(page)).toEqual([]);
    await picker.getByRole('searchbox').fill('pretzel');
    const found = picker.getByRole('listbox', { name: 'Articles found' }).getByRole('option');
    await expect.poll(() => found.allInnerTexts()).toEqual([expect.stringContaining('Pretzel')]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => picker.getByRole('button', { name: /^Take out/ }).count()).toBe(2);
    await picker.getByLabel('Text', { exact: true }).fill('Both are here');
    await picker.getByText('The heading is missing').waitFor();
    await picker.getByLabel('Heading').fill('For you');
    await page.keyboard.press('Control+Enter');
    await picker.waitFor({ state: 'detached' });
    await page.getByText('Both are here').first().waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
