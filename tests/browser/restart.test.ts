import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('a page whose server starts anew', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 0.1 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that it is alone, comes back by itself, misses nothing and shows nothing twice', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await letCustomer(page, 'A customer orders');
    await goTo(page, '/orders');
    await expect.poll(() => numbers(page)).toEqual(['#1']);
    await shop.stop();
    await page.getByText('Connection to Shopbell lost').waitFor();
    // In a hurry, so that the customers order before the page is back.
    shop = await startBuilt({ dataFolder: folder, pace: 1000, port: shop.port });
    await expect.poll(async () => (await numbers(page)).length, { timeout: 20_000 }).toBeGreaterThan(1);
    await page.getByText('Connection to Shopbell lost').waitFor({ state: 'detached' });
    await goTo(page, '/practice');
    await page.getByRole('switch').first().press('Space');
    await goTo(page, '/orders');
    // A second browser reads everything from the start: the first must show the same.
    const { page: other } = await openPage(browser, shop.link);
    await goTo(other, '/orders');
    await expect.poll(async () => (await numbers(page)).join() === (await numbers(other)).join()).toBe(true);
    const shown = await numbers(page);
    expect(shown.length).toBe(new Set(shown).size);
    expect(shown).toContain('#1');
    expect(troubles).toEqual([]);
  });

  it('keeps its session: no new link is needed', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: expect.stringMatching(/^shopbell_session_/), httpOnly: true, sameSite: 'Strict' }]);
    await shop.stop();
    shop = await startBuilt({ dataFolder: folder, pace: 0.1, port: shop.port });
    await page.goto(shop.url);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    const again = await page.context().newPage();
    await again.goto(shop.url);
    await again.getByRole('navigation', { name: 'Views' }).waitFor();
    expect(troubles).toEqual([]);
  });
});

/** The numbers of all orders on the board, as they stand. */
async function numbers(page: Page): Promise<string[]> {
  const links = await page.locator('[data-order-link]').allTextContents();
  return links.map((text) => /^#\d+/.exec(text)?.[0] ?? text);
}
