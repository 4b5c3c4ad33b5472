import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

/** Two steps closer together than this are a double click. */
const NO_DOUBLE_CLICK_MS = 700;

describe.skipIf(lacksBrowser)('orders, worked through', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    shop = await startBuilt({ dataFolder: folder, pace: 20 });
    const { page } = await openPage(browser, shop.link);
    await goTo(page, '/practice');
    // Only what a test asks for happens.
    const script = page.getByRole('switch', { name: 'Customers act by themselves' });
    if (await script.isChecked()) await script.press('Space');
    await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    expect(await shop.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(): Promise<Page> {
    const opened = await openPage(browser, shop.link);
    onTestFinished(async () => {
      await opened.page.context().close();
      expect(opened.troubles).toEqual([]);
    });
    return opened.page;
  }

  const column = (page: Page, name: string) => page.getByRole('region', { name });
  const linkIn = (page: Page, name: string, number: string) => column(page, name).getByRole('link', { name: new RegExp(`^${number}\\b`) });
  const cardIn = (page: Page, name: string, number: string): Locator =>
    column(page, name)
      .locator('li[data-state]')
      .filter({ has: page.getByRole('link', { name: new RegExp(`^${number}\\b`) }) });

  /** A new order on the board; gives its number. */
  async function order(page: Page): Promise<string> {
    await goTo(page, '/orders');
    const links = column(page, 'New orders').getByRole('link');
    await page.locator('[data-tool]').first().waitFor();
    const numbers = async () => (await links.allInnerTexts()).map((text) => /^#\d+/.exec(text)?.[0] ?? '');
    const before = await numbers();
    await letCustomer(page, 'A customer orders');
    await goTo(page, '/orders');
    for (;;) {
      const fresh = (await numbers()).find((number) => number !== '' && !before.includes(number));
      if (fresh !== undefined) return fresh;
      await page.waitForTimeout(100);
    }
  }

  it('goes from new to completed by mouse, one filled button at a time', async () => {
    const page = await open();
    const number = await order(page);
    const way = [
      ['New orders', /^Accept for \d/, 'Accepted orders'],
      ['Accepted orders', 'Start preparing', 'Orders being prepared'],
      ['Orders being prepared', 'Ready', 'Ready orders'],
      ['Ready orders', 'Done', 'Closed orders'],
    ] as const;
    for (const [from, button, to] of way) {
      await cardIn(page, from, number).getByRole('button', { name: button }).click();
      await linkIn(page, to, number).waitFor();
      expect(await linkIn(page, from, number).count()).toBe(0);
      await page.waitForTimeout(NO_DOUBLE_CLICK_MS);
    }
    await linkIn(page, 'Closed orders', number).click();
    const panel = page.locator('section').filter({ has: page.getByRole('heading', { level: 3, name: 'History' }) });
    for (const entry of ['Accepted at this counter', 'Preparing at this counter', 'Ready at this counter', 'Completed at this counter']) {
      await panel.getByRole('listitem').filter({ hasText: entry }).first().waitFor();
    }
  });

  it('goes all the way by the letter A alone, and keeps the focus on its way', async () => {
    const page = await open();
    const number = await order(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let tabs = 0; tabs < 80 && !(await focused()).startsWith(number); tabs += 1) await page.keyboard.press('Tab');
    for (const to of ['Accepted orders', 'Orders being prepared', 'Ready orders', 'Closed orders']) {
      await page.keyboard.press('a');
      await linkIn(page, to, number).waitFor();
      await page.waitForTimeout(NO_DOUBLE_CLICK_MS);
      expect(await focused(), to).toMatch(new RegExp(`^${number}\\D`));
    }
    // The last step is still young: the letter takes it back.
    await page.keyboard.press('u');
    await linkIn(page, 'Ready orders', number).waitFor();
  });

  it('shows which order a letter is for where nothing has the focus, and acts on the next one', async () => {
    const page = await open();
    const number = await order(page);
    await linkIn(page, 'New orders', number).waitFor();
    await page.reload();
    await linkIn(page, 'New orders', number).waitFor();
    const opened = () => page.evaluate(() => document.activeElement?.getAttribute('data-opened') ?? null);
    await page.locator('[data-opened]').waitFor();
    expect(await opened()).toBe(null);
    await page.keyboard.press('a');
    expect(await opened()).toMatch(/^\/orders\/\d+$/);
    await linkIn(page, 'New orders', number).waitFor();
    const shown = await page.locator('[data-opened] h2').innerText();
    await page.keyboard.press('a');
    await linkIn(page, 'Accepted orders', /#\d+/.exec(shown)?.[0] ?? '').waitFor();
  });

  it('skips preparing where there is nothing to prepare', async () => {
    const page = await open();
    const number = await order(page);
    await cardIn(page, 'New orders', number)
      .getByRole('button', { name: /^Accept/ })
      .click();
    await linkIn(page, 'Accepted orders', number).waitFor();
    await page.waitForTimeout(NO_DOUBLE_CLICK_MS);
    await cardIn(page, 'Accepted orders', number).getByRole('button', { name: 'Ready', exact: true }).click();
    await linkIn(page, 'Ready orders', number).waitFor();
    expect(await linkIn(page, 'Orders being prepared', number).count()).toBe(0);
  });

  it('does not press the next button with the second half of a double click', async () => {
    const page = await open();
    const number = await order(page);
    await linkIn(page, 'New orders', number).click();
    const panel = page.locator('footer');
    await panel.getByRole('button', { name: /^Accept/ }).click();
    await panel.getByRole('button', { name: 'Start preparing' }).click({ timeout: 500 });
    await page.waitForTimeout(NO_DOUBLE_CLICK_MS);
    expect(await linkIn(page, 'Accepted orders', number).count()).toBe(1);
  });

  it('is taken back within ten seconds, and the customer hears nothing of it', async () => {
    const page = await open();
    const number = await order(page);
    await linkIn(page, 'New orders', number).click();
    await page
      .locator('footer')
      .getByRole('button', { name: /^Accept/ })
      .click();
    const bar = page.locator('[data-undo-bar]');
    await bar.filter({ hasText: `Accepted ${number}.` }).waitFor();
    await bar.getByText(/The customer is told in \d+ s\./).waitFor();
    await page.keyboard.press('Control+z');
    await bar.filter({ hasText: `${number} is new again.` }).waitFor();
    await linkIn(page, 'New orders', number).waitFor();
    const history = page.getByRole('heading', { level: 3, name: 'History' }).locator('..');
    await history.getByText('Undone: back to New').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    const chat = page.getByRole('region', { name: /^Chat with / });
    await history.getByText(/^Message taken back before it went/).waitFor();
    await chat.getByRole('link', { name: new RegExp(`^Order ${number}\\b`) }).waitFor();
    // By now it would have gone, and with this pace been read.
    await page.waitForTimeout(12_000);
    const words = chat.getByRole('article').filter({ hasText: `your order ${number}` });
    expect(await words.getByTitle(/^(Sent|Delivered|Read)$/).count()).toBe(0);
  });

  it('says that the customer was told when it is undone later, and lays the correction into the chat', async () => {
    const page = await open();
    const number = await order(page);
    await linkIn(page, 'New orders', number).click();
    await page
      .locator('footer')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await page.locator('footer').getByText('The customer was told; undoing does not take that back.').waitFor({ timeout: 30_000 });
    await cardIn(page, 'Accepted orders', number)
      .getByText(/^Told \d/)
      .waitFor();
    await page.locator('footer').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The customer had been told already. Put it right:').waitFor();
    const words = await page.getByRole('alert').locator('q').innerText();
    expect(words.length).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Put it into the chat' }).click();
    const field = page.getByRole('textbox', { name: /^Write to / });
    await expect.poll(() => field.inputValue()).toBe(words);
    // Kept as if typed: who looks elsewhere first finds it again.
    await goTo(page, '/orders');
    await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
    await page.goBack();
    await expect.poll(() => field.inputValue()).toBe(words);
  });

  it('is declined with a reason that the customer is told, by the letter D', async () => {
    const page = await open();
    const number = await order(page);
    await linkIn(page, 'New orders', number).focus();
    await page.keyboard.press('d');
    const dialog = page.getByRole('dialog', { name: `Decline order ${number}?` });
    await dialog.getByRole('button', { name: 'Sold out' }).click();
    expect(await dialog.getByRole('textbox', { name: /^Reason/ }).inputValue()).toBe('Sold out');
    const message = dialog.getByRole('textbox', { name: 'Message to the customer' });
    await expect.poll(() => message.inputValue()).toContain('Sold out');
    await message.fill(`Sorry, ${number} is sold out until Friday.`);
    await dialog.getByRole('button', { name: 'Decline the order' }).click();
    await linkIn(page, 'Closed orders', number).filter({ hasText: 'Declined' }).click();
    await page.getByRole('heading', { level: 3, name: 'History' }).locator('..').getByText('Sold out').waitFor();
    await page.getByRole('button', { name: 'Chat', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'is sold out until Friday.' }).waitFor();
  });

  it('stands in the list as well, by state; the screen remembers its layout', async () => {
    const page = await open();
    const number = await order(page);
    await page.keyboard.press('l');
    const rows = page.getByRole('list', { name: 'Orders' });
    const row = rows.getByRole('link', { name: new RegExp(`^${number}\\b`) });
    await row.waitFor();
    await page.getByText('Completed', { exact: true }).first().click();
    await row.waitFor({ state: 'detached' });
    await page.getByText('Open', { exact: true }).click();
    await row.focus();
    await page.keyboard.press('a');
    await rows
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: new RegExp(`^${number}\\b`) }), hasText: 'Accepted' })
      .first()
      .waitFor();
    await page.reload();
    await rows.waitFor();
    await page.keyboard.press('l');
    await linkIn(page, 'Accepted orders', number).waitFor();
    expect(await rows.count()).toBe(0);
  });
});
