import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, letCustomer, openPage } from '../support/open-page.ts';
import { until } from '../support/until.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

/** At the test's pace a customer hears and answers within a few seconds. */
const ANSWERED = { timeout: 30_000 };

describe.skipIf(lacksBrowser)('what belongs to an order beside its state', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-work-'));
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

  async function open(look: { locale?: string } = {}): Promise<Page> {
    const opened = await openPage(browser, shop.link, look);
    onTestFinished(() => {
      expect(opened.troubles).toEqual([]);
    });
    return opened.page;
  }

  /** A fresh order of some customer, opened. */
  /** The highest id of an order that a test has opened. */
  let newest = 0;
  async function openFresh(page: Page): Promise<void> {
    await letCustomer(page, 'A customer orders');
    await goTo(page, '/orders');
    // The board hears of it a moment later, and orders of earlier tests stand there already.
    newest = await until('a new order on the board', async () => {
      const links = page.locator('[data-order-link]');
      const ids = await links.evaluateAll((all) => all.map((link) => Number(link.getAttribute('data-order-link'))));
      const highest = Math.max(0, ...ids);
      return highest > newest ? highest : null;
    });
    await goTo(page, `/orders/${newest}`);
    await row(page, 'Ticket').waitFor();
  }
  const row = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
  const totalOf = (page: Page) => page.locator('[data-size=panel]').first().innerText();

  it('asks by buttons how the customer gets it, and shows their answer by itself', async () => {
    const page = await open();
    await openFresh(page);
    const fulfilment = row(page, 'How it gets there');
    await fulfilment.getByRole('button', { name: 'Ask the customer' }).click();
    await fulfilment.getByText(/Pick-up$|^Delivery, but where to\?/).waitFor(ANSWERED);
    await fulfilment.getByRole('button', { name: 'Ask the customer' }).waitFor({ state: 'detached' });
    expect(await fulfilment.getByText(/Pick-up$|^Delivery, but where to\?/).count()).toBe(1);
  });

  it('takes an address that is typed, and offers it again to no order that has one', async () => {
    const page = await open();
    await openFresh(page);
    const fulfilment = row(page, 'How it gets there');
    await fulfilment.getByRole('button', { name: 'Delivery' }).click();
    await fulfilment.getByRole('button', { name: 'Type the address' }).click();
    await page.getByRole('dialog').getByLabel('Address').fill('Hauptstraße 5\nring twice');
    await page.getByRole('dialog').getByRole('button', { name: 'Store' }).click();
    await fulfilment.getByText('Hauptstraße 5').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await fulfilment.getByRole('button', { name: 'The same again' }).count()).toBe(0);
  });

  it('proposes a change with its new total, and does what the customer says', async () => {
    const page = await open();
    const lines = row(page, 'What was ordered');
    const opener = lines.getByRole('button', { name: 'Something is sold out' });
    const dialog = page.getByRole('dialog');
    const strike = dialog.getByRole('button', { name: /^Strike / });
    // Of an order with one line nothing would be left; the next customer orders more.
    for (let orders = 0; orders < 8; orders += 1) {
      await openFresh(page);
      await opener.click();
      await strike.first().waitFor();
      if ((await strike.count()) > 1) break;
      await strike.click();
      await dialog.getByText('Nothing would be left.').waitFor();
      expect(await dialog.getByRole('button', { name: 'Ask the customer' }).isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    }
    const before = await totalOf(page);
    await strike.first().click();
    const total = await dialog.locator('dd').last().innerText();
    expect(total).not.toBe(before);
    await dialog.getByRole('button', { name: 'Ask the customer' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await lines.getByText(/the customer agreed|declined a change/).waitFor(ANSWERED);
    const agreed = (await lines.getByText('the customer agreed').count()) > 0;
    expect(await totalOf(page)).toBe(agreed ? total : before);
    await lines.getByRole('button', { name: 'Versions' }).click();
    await page
      .getByRole('dialog')
      .getByRole('columnheader', { name: agreed ? /^Agreed/ : /^Declined/ })
      .waitFor();
  });

  it('adds a fee as a German types it, says what is no amount, and removes it again', async () => {
    const english = await open();
    await openFresh(english);
    const page = await open({ locale: 'de-DE' });
    await goTo(page, new URL(english.url()).hash.slice(1));
    const extras = row(page, 'Gebühr, Rabatt, Zusatz');
    await extras.waitFor();
    const before = await totalOf(page);
    await extras.getByRole('button', { name: 'Hinzufügen' }).click();
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel('Betrag', { exact: true });
    await amount.fill('drei');
    await amount.press('Enter');
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    await amount.fill('3,5');
    await dialog.getByText(/Das sind 3,50/).waitFor();
    await amount.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => totalOf(page)).not.toBe(before);
    await extras.getByRole('button', { name: /^Liefergebühr, 3,50.* entfernen$/ }).click();
    await expect.poll(() => totalOf(page)).toBe(before);
  });

  it('marks as paid by keyboard, and takes it back', async () => {
    const page = await open();
    await openFresh(page);
    const paid = row(page, 'Payment');
    await paid.getByRole('button', { name: 'Mark as paid' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Cash' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await paid.getByText(/Card/).waitFor();
    await paid.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('menuitem', { name: 'Not paid after all' }).click();
    await paid.getByText('Not paid', { exact: true }).waitFor();
    expect(await paid.getByText(/Card/).count()).toBe(0);
  });

  it('chooses the language, and says why nothing is printed', async () => {
    const page = await open();
    await openFresh(page);
    const language = page.getByLabel('Language that the customer is written to in');
    await language.selectOption('de');
    await expect.poll(() => language.inputValue()).toBe('de');
    await row(page, 'Ticket').getByRole('button', { name: 'Print' }).click();
    await row(page, 'Ticket')
      .getByText(/No printer is chosen|not possible here/)
      .waitFor();
  });

  it('makes an order from a chat by keyboard, and from a telephone call, and never twice', async () => {
    const page = await open();
    await letCustomer(page, 'A customer asks about a product');
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    await page.getByRole('button', { name: 'New order' }).click();
    const dialog = page.getByRole('dialog');
    const search = dialog.getByRole('searchbox', { name: 'Articles' });
    await search.pressSequentially('pretz');
    // All articles are listed before the words have narrowed them down; until then Enter adds nothing.
    await expect.poll(() => dialog.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('Pretzel')]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.getByRole('textbox', { name: 'How many of Pretzel' }).inputValue()).toBe('2');
    await dialog.getByRole('button', { name: 'Line of your own' }).click();
    await page.keyboard.type('Cake, with a name on it');
    await page.keyboard.press('Tab');
    await page.keyboard.type('42,50');
    const total = await dialog.locator('strong').last().innerText();
    await dialog.getByRole('button', { name: 'Make the order' }).click();
    await dialog.waitFor({ state: 'detached' });
    await row(page, 'Ticket').waitFor();
    expect(await totalOf(page)).toBe(total);

    await goTo(page, '/orders');
    await page.getByRole('button', { name: 'New order' }).click();
    await dialog.getByRole('button', { name: 'Line of your own' }).click();
    await page.keyboard.type('Bread');
    await dialog.getByRole('button', { name: 'Make the order' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('textbox', { name: /^Amount of Bread/ }).fill('6.5');
    await dialog.getByLabel('Name', { exact: true }).fill('Frau Schulz');
    await dialog.getByLabel('Telephone').fill('030 1234567');
    // Something is typed: neither Escape nor a click beside it throws it away.
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(1);
    await dialog.getByRole('button', { name: 'Make the order' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /Frau Schulz/ }).waitFor();
    expect(await totalOf(page)).toMatch(/6\.50/);
    await row(page, 'How it gets there').getByText('There is no chat to ask in').waitFor();
    // The board hears of it a moment later than the order's own page.
    await page.locator('[data-order-link]').filter({ hasText: 'Frau Schulz' }).first().waitFor();
    await page.locator('[data-state]').filter({ hasText: 'Frau Schulz' }).getByText('Bread', { exact: true }).waitFor();
    expect(await page.getByText('The cart came without articles').count()).toBe(0);
    expect(await page.locator('[data-order-link]').filter({ hasText: 'Frau Schulz' }).count()).toBe(1);
  });
});
