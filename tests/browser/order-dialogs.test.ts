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

/** The rows of an order's work in their order, and which of their buttons opens the dialog: languages differ, places do not. */
const DIALOGS = [
  { what: 'change of what was ordered', row: 1, button: 'last' },
  { what: 'fee, discount, extra', row: 2, button: 'last' },
  { what: 'ticket', row: 5, button: 'first' },
] as const;

describe.skipIf(lacksBrowser)('the dialogs of an order', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-dialogs-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
    const { page } = await openPage(browser, shop.link);
    await letCustomer(page, 'A customer orders');
    await page.locator('[data-ringing]').waitFor();
    await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens one after the other, looks at each, and sees that closing it gives the focus back. */
  async function walk(page: Page, look: (what: string) => Promise<void>): Promise<void> {
    await goTo(page, '/orders');
    await page.locator('[data-order-link]').first().click();
    const rows = page.locator('section:has(> h3):has(> div)');
    await rows.nth(5).waitFor();
    for (const { what, row, button } of DIALOGS) {
      const opener = rows.nth(row).locator('button')[button]();
      await opener.click();
      await page.getByRole('dialog').waitFor();
      await look(what);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect.soft(await opener.evaluate((element) => element === document.activeElement), what).toBe(true);
    }
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    await page.locator('section header button').last().click();
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.getByRole('dialog').getByRole('option').first().click();
    await look('order by hand');
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`have nothing that axe finds, and give the focus back, in ${colorScheme}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { colorScheme });
      await walk(page, async (what) => {
        const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
        expect.soft(violations.map((one) => `${what}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      });
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }

  for (const locale of ['en-GB', 'de-DE']) {
    it(`fit into 800 x 600, in ${locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { locale });
      await page.setViewportSize({ width: 800, height: 600 });
      await walk(page, async (what) => {
        const wide = await page.getByRole('dialog').evaluate((dialog) =>
          [dialog, ...dialog.querySelectorAll('*')]
            .filter((element) => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
            .filter((element) => element.clientWidth > 1)
            .map((element) => `${element.tagName} ${element.className} is ${element.scrollWidth} wide in ${element.clientWidth}`),
        );
        expect.soft(wide, what).toEqual([]);
        const box = await page.getByRole('dialog').boundingBox();
        expect.soft((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 800, what).toBe(true);
      });
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }
});
