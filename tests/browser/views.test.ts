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

/** Every view, with an order and a chat in it. */
const VIEWS = ['orders', 'an order', 'chats', 'a chat', 'catalogue', 'connection', 'settings', 'practice'] as const;

describe.skipIf(lacksBrowser)('every view', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
    const { page } = await openPage(browser, shop.link);
    await letCustomer(page, 'A customer orders');
    await letCustomer(page, 'A customer asks about a product');
    await show(page, 'a chat');
    await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, and keeps the policy, in ${colorScheme}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { colorScheme });
      for (const view of VIEWS) {
        await show(page, view);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map((one) => `${view}: ${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
        expect.soft(found).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }

  for (const locale of ['en-GB', 'de-DE']) {
    it(`fits into 800 x 600 without scrolling sideways, in ${locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { locale });
      await page.setViewportSize({ width: 800, height: 600 });
      for (const view of VIEWS) {
        await show(page, view);
        expect.soft(await overflowing(page), view).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }
});

/** Leads to a view and waits until it has what it shows; by addresses and marks, so that it works in every language. */
async function show(page: Page, view: (typeof VIEWS)[number]): Promise<void> {
  if (view === 'an order') {
    await goTo(page, '/orders');
    await page.locator('[data-order-link]').first().click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: '#' }).waitFor();
  } else if (view === 'a chat') {
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    await page.getByRole('article').first().waitFor();
  } else {
    await goTo(page, `/${view}`);
    const mark = {
      orders: '[data-order-link]',
      chats: '[data-chat-link]',
      catalogue: '[data-article]',
      connection: 'main h2, main h3',
      settings: '[role=radiogroup]',
      practice: '[role=switch], [type=checkbox]',
    };
    await page.locator(mark[view]).first().waitFor({ state: 'attached' });
  }
}

/** What makes the page, or a scrolled part of it, wider than its room. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolled = (element: Element) => element === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    return [document.documentElement, ...document.querySelectorAll('body, body *')]
      .filter((element) => scrolled(element) && element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.tagName} ${element.className} is ${element.scrollWidth} wide in ${element.clientWidth}`);
  });
}
