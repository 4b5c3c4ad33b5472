import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('what customers are told, in the settings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-tells-'));
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

  async function open(look: { colorScheme?: 'light' | 'dark' } = {}) {
    const { page, troubles } = await openPage(browser, shop.link, look);
    onTestFinished(() => {
      expect(troubles).toEqual([]);
    });
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Words for: Ready' }).click();
    return page;
  }

  it('shows the text with example values, stores it when it is left, and goes back to its own', async () => {
    const page = await open();
    const text = page.getByLabel('Text in English');
    const own = await text.inputValue();
    expect(own).toContain('{number}');
    const example = page.getByRole('figure', { name: /Example/ }).or(page.locator('figure'));
    await text.fill('Come and get it, ');
    await page.getByRole('button', { name: 'Put in: Name' }).click();
    await page.keyboard.type('! Order {number}');
    await example.getByText('Come and get it, Maria! Order 14').waitFor();
    await page.getByLabel('Name of the template').or(page.getByText('For when the 24 hours are over')).first().click();
    await page.getByText('in your own words').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Words for: Ready' }).click();
    expect(await text.inputValue()).toBe('Come and get it, {name}! Order {number}');
    await page.getByRole('button', { name: "Back to the program's own words" }).click();
    await expect.poll(() => text.inputValue()).toBe(own);
    await page.getByText('in your own words').waitFor({ state: 'detached' });
  });

  it('takes another language by its code, and a template for later', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Another language' }).click();
    await page.getByLabel('Code of the language').fill('fr');
    await page.keyboard.press('Enter');
    await page.getByLabel('Text in French').fill('Votre commande {number} est prête.');
    await page.getByText('For when the 24 hours are over').click();
    await page.getByLabel('Name of the template').fill('order_ready');
    await page.getByLabel('Its language, as Meta writes it').fill('fr');
    await page.getByRole('button', { name: 'Add a field' }).click();
    await page.getByLabel('Field 3', { exact: true }).selectOption({ label: 'Promised time' });
    await page.getByText(', with a template').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Words for: Ready' }).click();
    await page.getByRole('radio', { name: 'French' }).waitFor({ state: 'attached' });
    expect(await page.getByLabel('Name of the template').inputValue()).toBe('order_ready');
    expect(await page.getByLabel('Field 3', { exact: true }).inputValue()).toBe('time');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds when it is open, in ${colorScheme}`, async () => {
      const page = await open({ colorScheme });
      await page.getByText('For when the 24 hours are over').click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
    });
  }
});
