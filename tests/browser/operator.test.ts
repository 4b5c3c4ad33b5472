import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('an operator at a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
  });
  afterAll(async () => {
    await browser.close();
    expect(await shop.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  async function open() {
    const opened = await openPage(browser, shop.link);
    onTestFinished(() => {
      expect(opened.troubles).toEqual([]);
    });
    return opened.page;
  }

  it('sees an order arrive, and accepts it by keyboard alone', async () => {
    const page = await open();
    await letCustomer(page, 'A customer orders');
    const bar = page.locator('[data-ringing]');
    await bar.waitFor();
    await page.keyboard.press('Alt+Digit1');
    const fresh = page
      .getByRole('region', { name: 'New orders' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Accept' }) });
    await fresh.first().waitFor();
    // As somebody without a mouse would: through the page until an order has the focus.
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let tabs = 0; tabs < 40 && !/^#\d+[^\d]/.test(await focused()); tabs += 1) await page.keyboard.press('Tab');
    const number = /^#\d+/.exec(await focused())?.[0];
    expect(number).toBeDefined();
    await page.keyboard.press('a');
    const link = (column: string) => page.getByRole('region', { name: column }).getByRole('link', { name: new RegExp(`^${number}\\b`) });
    await link('Accepted orders').waitFor();
    expect(await link('New orders').count()).toBe(0);
  });

  it('takes one order with a double click, not the next one too', async () => {
    const page = await open();
    await letCustomer(page, 'A customer orders');
    await letCustomer(page, 'A customer orders');
    await page.keyboard.press('Alt+Digit1');
    const fresh = page
      .getByRole('region', { name: 'New orders' })
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Accept' }) });
    await fresh.nth(1).waitFor();
    const taken = page.getByRole('region', { name: 'Accepted orders' }).getByRole('link');
    const before = await taken.count();
    await fresh.first().getByRole('button', { name: 'Accept' }).click();
    // By now another order's button is where the pointer is: on the panel, whose order is the next one.
    await page.waitForTimeout(250);
    await page.getByRole('button', { name: 'Accept' }).last().click();
    await page.waitForTimeout(1_000);
    expect(await taken.count()).toBe(before + 1);
  });

  it('answers a question, and sees it read: two blue ticks', async () => {
    const page = await open();
    await letCustomer(page, 'A customer asks about a product');
    await page.keyboard.press('Alt+Digit2');
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    const thread = page.getByRole('region', { name: /^Chat with / });
    const field = thread.getByRole('textbox', { name: /^Write to / });
    await field.fill('Yes, still warm.');
    await field.press('Enter');
    const mine = thread.getByRole('article').filter({ hasText: 'Yes, still warm.' });
    const sign = mine.getByTitle('Read', { exact: true });
    await sign.waitFor({ timeout: 20_000 });
    expect(await mine.count()).toBe(1);
    const blue = await sign.evaluate((element) => getComputedStyle(element).color);
    const plain = await mine.locator('time').evaluate((time) => getComputedStyle(time).color);
    expect(blue).not.toBe(plain);
  });

  it('keeps the newest message in sight when the thread gets less room', async () => {
    const page = await open();
    await letCustomer(page, 'A customer asks about a product');
    await page.keyboard.press('Alt+Digit2');
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    const thread = page.getByRole('region', { name: /^Chat with / });
    const field = thread.getByRole('textbox', { name: /^Write to / });
    for (let line = 1; line <= 12; line += 1) {
      await field.fill(`Line ${line}`);
      await field.press('Enter');
    }
    const last = thread.getByRole('article').filter({ hasText: /^Line 12/ });
    await last.waitFor();
    await page.setViewportSize({ width: 1000, height: 520 });
    await expect.poll(async () => ((await last.boundingBox())?.y ?? 9_999) < ((await field.boundingBox())?.y ?? 0)).toBe(true);
  });

  it('changes the language, and the page speaks it at once and after a reload', async () => {
    const page = await open();
    await goTo(page, '/settings');
    await page.getByRole('radio', { name: 'Deutsch' }).press('Space');
    const rail = page.getByRole('navigation', { name: /^(Views|Ansichten)$/ });
    await rail.getByRole('link', { name: /Bestellungen/ }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.reload();
    await rail.getByRole('link', { name: /Einstellungen/ }).waitFor();
    await page.getByRole('radio', { name: 'English' }).press('Space');
    await rail.getByRole('link', { name: /Orders/ }).waitFor();
  });

  it('is told what to do when the link is an old one', async () => {
    const opened = await openPage(browser, `${shop.url}/#token=old.link`);
    await opened.page.getByText('--print-link').waitFor();
    expect(opened.troubles.filter((trouble) => !trouble.includes('401'))).toEqual([]);
  });
});
