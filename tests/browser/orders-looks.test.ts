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

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
];
const LOOKS = [
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'en-GB' },
  { colorScheme: 'light', locale: 'de-DE' },
] as const;

/** What the orders page shows, by addresses and marks, so that it works in every language. */
const VIEWS: Record<string, (page: Page) => Promise<void>> = {
  board: async (page) => {
    await goTo(page, '/orders');
    await page.locator('[data-column=new] [data-order-link]').first().waitFor();
  },
  'a new order': async (page) => {
    await page.locator('[data-column=new] [data-order-link]').first().click();
    await page.locator('footer').waitFor();
  },
  'declining it': async (page) => {
    await page.locator('section[tabindex="-1"]').first().press('d');
    await page.getByRole('dialog').getByRole('textbox').nth(1).waitFor();
  },
  'its chat': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('header [aria-pressed]').click();
    await page.getByRole('article').first().waitFor();
  },
  'an accepted order': async (page) => {
    await page.keyboard.press('Escape');
    await goTo(page, '/orders');
    await page.locator('[data-column=accepted] [data-order-link]').first().click();
    await page.locator('footer').waitFor();
  },
  list: async (page) => {
    await goTo(page, '/orders');
    await page.keyboard.press('l');
    await page.locator('li [data-order-link]').first().waitFor();
  },
};

describe.skipIf(lacksBrowser)('the orders page, as it looks', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
    const { page } = await openPage(browser, shop.link);
    for (let orders = 0; orders < 4; orders += 1) await letCustomer(page, 'A customer orders');
    // Most of them wait for an answer then, so that their chats show all that they can.
    for (let asked = 0; asked < 8; asked += 1) await letCustomer(page, 'A customer asks about a product');
    await goTo(page, '/orders');
    for (const _ of ['one', 'two']) {
      await page
        .locator('[data-column=new]')
        .getByRole('button', { name: /^Accept/ })
        .first()
        .click();
      await page.waitForTimeout(700);
    }
    await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const look of LOOKS) {
    for (const viewport of SIZES) {
      it(`has nothing that axe finds and nothing that is cut off: ${look.locale}, ${look.colorScheme}, ${viewport.width} x ${viewport.height}`, async () => {
        const { page, troubles } = await openPage(browser, shop.link, look);
        await page.setViewportSize(viewport);
        for (const [name, show] of Object.entries(VIEWS)) {
          await show(page);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
          expect.soft(found, name).toEqual([]);
          expect.soft(await cutOff(page), name).toEqual([]);
        }
        expect(troubles).toEqual([]);
        await page.context().close();
      });
    }
  }
});

/** Parts that are wider than their room, and buttons outside of the window or too small for a finger. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const said: string[] = [];
    for (const element of [document.documentElement, ...document.querySelectorAll('main, main *, [role=dialog]')]) {
      const scrolls = element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      if (scrolls && element.scrollWidth > element.clientWidth + 1) said.push(`${element.tagName} ${element.className} scrolls sideways`);
    }
    const within = document.querySelector('[role=dialog]') ?? document;
    for (const button of within.querySelectorAll<HTMLElement>('[data-orders] button, [data-tool], footer button, [role=dialog] button')) {
      if (!button.checkVisibility()) continue;
      const box = button.getBoundingClientRect();
      const words = button.textContent ?? '';
      if (box.left < 0 || box.right > innerWidth + 1) said.push(`${words} stands outside`);
      // A message's tools lie over its edge and would hide the one above.
      const least = button.closest('[data-tools]') ? 32 : 44;
      if (box.height < least - 0.5) said.push(`${words || button.ariaLabel} is ${box.height} high`);
    }
    return said;
  });
}
