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

/**
 * Every view, with an order, a chat and a message that was not sent in it: its address, what is pressed there (all that is found, or the first),
 * and what it shows then. By addresses and marks, so that it works in every language.
 */
const VIEWS: Readonly<Record<string, { at: string; press?: string; pressAll?: string; shows: string }>> = {
  orders: { at: '/orders', shows: '[data-order-link]' },
  'an order': { at: '/orders', press: '[data-order-link]', shows: '[data-opened^="/orders/"]' },
  chats: { at: '/chats', shows: '[data-chat-link]' },
  'a chat': { at: '/chats', press: '[data-chat-link]', shows: 'article' },
  'what was not sent': { at: '/chats/failed', shows: '[data-opened="/chats/failed"] li' },
  'a customer': { at: '/customers/1', shows: 'main article' },
  catalogue: { at: '/catalogue', shows: '[data-article]' },
  'an article': { at: '/catalogue', press: '[data-article]', shows: '[role=dialog] dl' },
  'day book': { at: '/day-book', shows: 'main [type=date]' },
  connection: { at: '/connection', shows: 'main h2, main h3' },
  inspector: { at: '/connection/inspector', shows: '[href$="/connection/inspector/calls"]' },
  'set-up': { at: '/setup', shows: '#step-rehearsal' },
  // All sections stand on the page at once.
  settings: {
    at: '/settings/auto-answers',
    pressAll: '[data-section=auto-answers] [aria-expanded=false]',
    shows: '[data-section=quick-replies] li',
  },
  'a quick reply': { at: '/settings/quick-replies', press: '[data-section=quick-replies] li button', shows: '[role=dialog] textarea' },
  practice: { at: '/practice', shows: '[role=switch], [type=checkbox]' },
};

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
    await failOne(page);
    await keepReply(page);
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
      for (const view of Object.keys(VIEWS)) {
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
      for (const view of Object.keys(VIEWS)) {
        await show(page, view);
        expect.soft(await overflowing(page), view).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }
});

/** Leads to a view and waits until it has what it shows. */
async function show(page: Page, name: string): Promise<void> {
  const view = VIEWS[name];
  if (!view) throw new Error(`there is no view ${name}`);
  // From elsewhere, so that nothing stays open of the view before.
  await goTo(page, '/connection');
  await page.locator('main h2, main h3').first().waitFor();
  await goTo(page, view.at);
  if (view.press) await page.locator(view.press).first().click();
  if (view.pressAll) {
    const buttons = page.locator(view.pressAll);
    await buttons.first().waitFor();
    while ((await buttons.count()) > 0) await buttons.first().click();
  }
  await page.locator(view.shows).first().waitFor({ state: 'attached' });
}

/** A message of the shop's that WhatsApp refuses for good. */
async function failOne(page: Page): Promise<void> {
  const refuses = page.getByRole('combobox', { name: 'Refuses replies' });
  await refuses.selectOption('131026');
  await show(page, 'a chat');
  const field = page.getByRole('textbox', { name: /^Write to / });
  await field.fill('It is baked tomorrow.');
  await field.press('Enter');
  await page.locator('article [data-status=failed]').first().waitFor();
  await show(page, 'practice');
  await refuses.selectOption('0');
}

async function keepReply(page: Page): Promise<void> {
  await goTo(page, '/settings/quick-replies');
  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('hours');
  await page.getByRole('textbox', { name: /^Text in / }).fill('We are open from 7 to 18 o’clock, {name}.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('/hours').waitFor();
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
