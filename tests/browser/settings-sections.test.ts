import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('the way through the settings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
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

  const nav = (page: Page) => page.getByRole('navigation', { name: 'Sections of the settings' });
  const current = (page: Page) => nav(page).locator('[aria-current]:visible');
  /** Where the focus is, and whether it can be seen. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement;
      const { top, bottom } = at?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return [at?.tagName, at?.textContent, top >= 0 && bottom <= innerHeight];
    });

  it('leads by keys to a section’s heading, marks where one is, and keeps what was typed', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await goTo(page, '/settings');
    await page.getByLabel('Phone number id').fill('4711');
    await nav(page).getByRole('link', { name: 'Printer' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toEqual(['H2', 'Printer', true]);
    expect(await page.evaluate(() => location.hash)).toBe('#/settings/printer');
    expect(await current(page).allTextContents()).toEqual(['Printer']);
    // The last ones never reach the top of the page, and are marked all the same.
    await nav(page).getByRole('link', { name: 'Data' }).click();
    expect(await focused(page)).toEqual(['H2', 'Data', true]);
    expect(await current(page).allTextContents()).toEqual(['Data']);
    await page.mouse.move(900, 500);
    await page.mouse.wheel(0, -20_000);
    await page.waitForFunction(() => document.querySelector('nav [aria-current=location]')?.textContent === 'WhatsApp');
    expect(await page.getByLabel('Phone number id').inputValue()).toBe('4711');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('has an address for each section, and back leads back', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await goTo(page, '/settings/hours');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    expect(await focused(page)).toEqual(['H2', 'Hours of the bell', true]);
    await goTo(page, '/settings/told');
    await page.waitForFunction(() => document.activeElement?.textContent === 'What customers are told');
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Hours of the bell');
    await goTo(page, '/settings/nowhere');
    expect(await nav(page).getByRole('link').count()).toBe(15);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  for (const locale of ['en-GB', 'de-DE']) {
    it(`is a menu above the page where there is no room beside it, in ${locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { locale });
      await page.setViewportSize({ width: 800, height: 600 });
      await goTo(page, '/settings');
      const opener = page.locator('main nav button');
      await opener.click();
      expect(await opener.getAttribute('aria-expanded')).toBe('true');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(await page.locator('main nav a:visible').evaluateAll((links) => links.filter((link) => link.scrollWidth > link.clientWidth).length)).toBe(0);
      await page.keyboard.press('Escape');
      expect(await opener.getAttribute('aria-expanded')).toBe('false');
      expect(await opener.evaluate((button) => document.activeElement === button)).toBe(true);
      await page.keyboard.press('Enter');
      await page.locator('main nav a:visible', { hasText: /Printer|Drucker/ }).click();
      const [tag, , seen] = await focused(page);
      expect([tag, seen]).toEqual(['H2', true]);
      // Its heading is not below the menu.
      const under = await page.evaluate(() => {
        const { left, top } = document.activeElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
        return document.elementFromPoint(left + 5, top + 5) === document.activeElement;
      });
      expect(under).toBe(true);
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }
});
