import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startFakePrinter } from '../support/fake-printer.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { orderMessage, seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';

const ARABIC = { profile: { name: 'ليلى حداد' }, wa_id: '16505550111' };
const cart = (product_items: object[]) => ({ order: { catalog_id: '194836987003835', product_items } });
const item = (product_retailer_id: string, quantity: number, item_price: number, currency = 'EUR') => ({ product_retailer_id, quantity, item_price, currency });

const row = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const card = (page: Page, number: string): Locator => page.locator('[data-state]').filter({ has: page.getByText(number, { exact: true }) });

/** Opens an order by its number, from the board. */
async function openOrder(page: Page, number: string): Promise<void> {
  await goTo(page, '/orders');
  await card(page, number).locator('[data-order-link]').click();
  await page.getByRole('heading', { level: 2 }).filter({ hasText: number }).waitFor();
}

/** Parts of the page that are wider than their room. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *')]
      .filter((one) => one === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.className}`),
  );
}

describe.skipIf(lacksBrowser)('what is seldom seen of an order', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('takes the address over that a customer wrote, and shows it on the card', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    await arrive(orderMessage(), ARABIC);
    await openOrder(page, '#1');
    const fulfilment = row(page, 'How it gets there');
    await fulfilment.getByRole('button', { name: 'Delivery' }).click();
    await card(page, '#1').getByText('Delivery, but where to?').waitFor();
    await fulfilment.getByRole('button', { name: 'Ask in words' }).click();
    await expect.poll(() => sent().length).toBe(1);
    await fulfilment.getByText(/^Asked/).waitFor();
    await arrive(textMessage({ timestamp: seconds(Date.now() + 1000), text: { body: 'Lindenstraße 12\n10969 Berlin, ring at Haddad' } }));
    await fulfilment.getByText('The customer wrote').waitFor();
    await fulfilment.getByRole('button', { name: 'Take as the address' }).click();
    await fulfilment.getByText('ring at Haddad').waitFor();
    await fulfilment.getByRole('button', { name: 'Take as the address' }).waitFor({ state: 'detached' });
    await card(page, '#1').getByText('Lindenstraße 12, 10969 Berlin, ring at Haddad').waitFor();
  });

  it('puts two carts together, above the lines and before accepting', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(orderMessage(cart([item('bread', 1, 4.5)])), ARABIC);
    await arrive(orderMessage(cart([item('bread', 2, 4.5), item('jam', 1, 3)])));
    await openOrder(page, '#2');
    const banner = page.getByText('Perhaps this replaces order #1');
    const first = page.locator('section li').filter({ hasText: 'bread' }).last();
    expect((await banner.boundingBox())?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
    await page.getByRole('button', { name: 'Put together' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('and #1 is closed').waitFor();
    await dialog.getByRole('button', { name: 'Put together' }).click();
    await banner.waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('[data-size=panel]').first().innerText()).toBe('€16.50');
    await page.getByRole('link', { name: 'Another order' }).click();
    await page.getByText('This order was taken into order #2.').waitFor();
    await page.getByRole('link', { name: 'Open order #2' }).click();
    await page.getByRole('heading', { level: 2 }).filter({ hasText: '#2' }).waitFor();
  });

  it('ends a proposal by hand: withdrawn, and then applied, with the struck line readable', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    await arrive(orderMessage(cart([item('bread', 1, 4.5), item('jam', 2, 3)])), ARABIC);
    await openOrder(page, '#1');
    const lines = row(page, 'What was ordered');
    for (const how of ['Withdraw', 'The customer said yes']) {
      await lines.getByRole('button', { name: 'Something is sold out' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Strike jam' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Ask the customer' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await lines.getByText('New total: €4.50').waitFor();
      await lines.getByRole('button', { name: how }).click();
      await lines.getByText('New total: €4.50').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('[data-size=panel]').first().innerText()).toBe(how === 'Withdraw' ? '€10.50' : '€4.50');
    }
    expect(sent().length).toBeGreaterThan(0);
    await page.getByText('struck, 2 were ordered').waitFor();
    await card(page, '#1').getByText('struck').waitFor();
  });

  it('says on card and page that a ticket failed, and tries that one again', async () => {
    const printer = await startFakePrinter('hangs-up');
    onTestFinished(() => printer.turnOff());
    const { page, arrive } = await openRealShop(browser);
    await goTo(page, '/settings');
    await page.getByText('A receipt printer on the network').click();
    await page.getByLabel('Address of the printer').fill('127.0.0.1');
    await page.getByLabel('Port', { exact: true }).fill(String(printer.port));
    await page.getByLabel('Port', { exact: true }).press('Tab');
    await page.getByRole('button', { name: 'Store' }).click();
    await arrive(orderMessage(), ARABIC);
    await openOrder(page, '#1');
    const ticket = row(page, 'Ticket');
    await ticket.getByRole('button', { name: 'Print' }).click();
    await ticket.getByText('The printer broke off').waitFor();
    await card(page, '#1').getByText('Ticket not printed').waitFor();
    const tried = printer.connections();
    await ticket.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => printer.connections()).toBeGreaterThan(tried);
    // The same one again: two of them would come out when the printer is mended.
    await page.locator('[data-print-trouble]').getByText('A ticket was not printed.').waitFor();
    await ticket.getByText('The printer broke off').waitFor();
    printer.mood = 'prints';
    await ticket.getByRole('button', { name: 'Try again' }).click();
    await ticket.getByText(/^Printed /).waitFor();
    await card(page, '#1').getByText('Ticket not printed').waitFor({ state: 'detached' });
    await page.locator('[data-print-trouble]').waitFor({ state: 'detached' });
    expect(printer.sheets).toHaveLength(1);
    expect(printer.complaints).toEqual([]);
  });

  it('calls a rehearsal a test wherever it stands, and asks nobody', async () => {
    const { page } = await openRealShop(browser);
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Send a rehearsal order' }).first().click();
    await page.locator('[data-ringing]').getByRole('link', { name: 'Test 1' }).click();
    await page
      .getByRole('heading', { level: 2 })
      .filter({ hasText: /Test 1/ })
      .waitFor();
    expect(await page.getByText('Rehearsal, not a real order').count()).toBe(2);
    expect(await row(page, 'How it gets there').getByRole('button', { name: 'Ask the customer' }).isDisabled()).toBe(true);
    await card(page, 'Test 1')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await page.locator('[data-undo-bar]').getByText('Accepted Test 1.').waitFor();
    await page.keyboard.press('l');
    await page.getByRole('list', { name: 'Orders' }).getByText('Test 1', { exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/#-?\d/);
  });

  it('holds absurd numbers, an empty cart and a name from the right, at 800 x 600 with large words', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(orderMessage(cart([item('gold', 99_999, 1e9), item('yen', 99_999, 1e9, 'JPY'), item('dinar', 3, 1.2345, 'KWD')])), ARABIC);
    await arrive(orderMessage({ from: '16505550112', ...cart([]) }));
    await arrive(orderMessage({ from: '16505550113', order: { catalog_id: 'nobody-knows', product_items: [item('x'.repeat(200), 1, 2)] } }));
    await openOrder(page, '#1');
    await page.getByText('99,999,000,000,000').first().waitFor();
    await page.locator('section').getByText('unclear', { exact: true }).first().waitFor();
    await openOrder(page, '#2');
    await page.getByText('Ask in the chat what was meant').waitFor();
    for (const size of ['100%', '130%']) {
      await page.evaluate((large) => (document.documentElement.style.fontSize = large), size);
      for (const viewport of [
        { width: 1440, height: 900 },
        { width: 800, height: 600 },
      ]) {
        await page.setViewportSize(viewport);
        for (const number of ['#1', '#2', '#3']) {
          await openOrder(page, number);
          expect.soft(await tooWide(page), `${number} at ${size} in ${viewport.width}`).toEqual([]);
          const step = page.locator('footer').getByRole('button', { name: /^Accept/ });
          const box = await step.boundingBox();
          expect.soft((box?.y ?? 0) + (box?.height ?? 999), `the step of ${number} at ${size} in ${viewport.width}`).toBeLessThanOrEqual(viewport.height);
        }
        await goTo(page, '/orders');
        await page.keyboard.press('l');
        await page.getByRole('list', { name: 'Orders' }).waitFor();
        expect.soft(await tooWide(page), `the list at ${size} in ${viewport.width}`).toEqual([]);
        await page.keyboard.press('l');
      }
    }
  });

  it('holds the columns of the list, whatever stands in a row', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(orderMessage(), ARABIC);
    await arrive(orderMessage({ from: '16505550112', ...cart([item('bread', 100, 4.5)]) }));
    await card(page, '#1')
      .getByRole('button', { name: /^Accept/ })
      .click();
    await page.keyboard.press('l');
    const rows = page
      .getByRole('list', { name: 'Orders' })
      .getByRole('listitem')
      .filter({ has: page.locator('[data-order-link]') });
    await expect.poll(() => rows.count()).toBe(2);
    for (const width of [1440, 1000, 800]) {
      await page.setViewportSize({ width, height: 700 });
      const places = await rows.evaluateAll((all) =>
        all.map((one) => {
          const right = (within: string) => Math.round(one.querySelector(within)?.getBoundingClientRect().right ?? 0);
          return [right('[data-order-link]'), right('[data-size]')];
        }),
      );
      expect(places[0]).toEqual(places[1]);
    }
  });

  it('says of an order from long ago that nobody can be told, and asks nothing while the server is away', async () => {
    const { page, arrive, shop } = await openRealShop(browser);
    await arrive(orderMessage({ timestamp: seconds(Date.now() - 3 * 24 * 3_600_000) }), ARABIC);
    await openOrder(page, '#1');
    await page.locator('footer').getByText('The customer will not be told').waitFor();
    await row(page, 'How it gets there').getByText('the 24 hours since the customer last wrote are over').waitFor();
    await page
      .locator('footer')
      .getByRole('button', { name: /Decline/ })
      .click();
    await page.getByRole('dialog').waitFor();
    await shop.stop();
    await expect
      .poll(() =>
        page
          .getByRole('dialog')
          .getByRole('button', { name: /^Decline/ })
          .isDisabled(),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const name of [/^Accept/, /Decline/, /^Print/])
      expect.soft(await page.locator('footer').getByRole('button', { name }).isDisabled(), String(name)).toBe(true);
    await page.keyboard.press('l');
    await page.getByText('Connection to Shopbell lost').waitFor();
  });
});
