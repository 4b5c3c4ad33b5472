import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCustomer } from '../support/open-customer.ts';
import { launchChromium } from '../support/open-page.ts';
import { seconds } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';

const HOUR = 60 * 60_000;

describe.skipIf(lacksBrowser)('what is done with a customer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const faults = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).join(' ')}`);

  it('says before blocking that nobody is blocked who has not written for 24 hours', async () => {
    const { page, panel } = await openCustomer(browser, { askedAt: seconds(Date.now() - 25 * HOUR) });
    await panel.getByRole('button', { name: 'Block', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').getByText('Only who wrote in the last 24 hours can be blocked.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Block', exact: true }).isDisabled()).toBe(true);
  });

  it('says why Meta refused to block, and marks everywhere who is blocked', async () => {
    let refuses = true;
    const blocking = (): [number, object] =>
      refuses
        ? [400, { error: { code: 131_047, message: 'Re-engagement message', type: 'OAuthException', fbtrace_id: 'A' } }]
        : [200, { messaging_product: 'whatsapp', block_users: { added_users: [{ input: '+16505550111', wa_id: '16505550111' }] } }];
    const { page, panel } = await openCustomer(browser, { blocking });
    await panel.getByRole('button', { name: 'Block', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Block', exact: true }).click();
    await dialog.getByRole('alert').getByText('WhatsApp did not change the block list').waitFor();
    refuses = false;
    await dialog.getByRole('button', { name: 'Block', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Unblock' }).waitFor();
    await page.getByRole('region', { name: 'Chat with Sheena Nelson' }).locator('header').getByText('Blocked').waitFor();
    await page.getByRole('region', { name: 'Conversations' }).getByTitle('Blocked').waitFor();
    expect(await panel.getByText('Blocked').count()).toBe(1);
  });

  it('gives all data as a file', async () => {
    const { page, panel } = await openCustomer(browser);
    const coming = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Export all data' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.length).toBeGreaterThan(500);
  });

  it('says what was erased and what stays, over every view, until it is closed', async () => {
    const { page, panel } = await openCustomer(browser);
    await panel.getByRole('button', { name: 'Erase all data' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Erase all data' }).click();
    await dialog.getByRole('button', { name: 'Yes, erase it for good' }).click();
    const said = page.getByRole('status').filter({ hasText: 'Erased: 2 messages' });
    await said.getByText('1 order stays as figures, without name, note and address.').waitFor();
    await page.keyboard.press('Alt+Digit1');
    expect(await said.isVisible()).toBe(true);
    expect(await faults(page)).toEqual([]);
    await said.getByRole('button', { name: 'Close' }).click();
    await said.waitFor({ state: 'detached' });
  });

  it('shows the tags in the head and in the list, and leads to all orders of this customer alone', async () => {
    const { page, panel, arrive } = await openCustomer(browser);
    await arrive({ ...ORDER_OF_ANOTHER, timestamp: seconds(Date.now()) }, { profile: { name: 'Bob Sample' }, wa_id: '16505550122' });
    await panel.getByRole('combobox', { name: 'New tag' }).fill('wholesale');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Chat with Sheena Nelson' }).locator('header').getByText('wholesale').waitFor();
    await page
      .getByRole('link', { name: /Sheena Nelson.*wholesale/ })
      .first()
      .waitFor();
    await panel.getByRole('link', { name: '1 order in all' }).click();
    await page.getByText('Only orders of Sheena Nelson').waitFor();
    const orders = page.getByRole('list', { name: 'Orders' }).locator('[data-order-link]');
    await orders.filter({ hasText: 'Sheena Nelson' }).waitFor();
    expect(await orders.count()).toBe(1);
    await orders.first().click();
    await page.getByText('Only orders of Sheena Nelson').waitFor();
    await page.getByRole('button', { name: 'All orders' }).click();
    await orders.filter({ hasText: 'Bob Sample' }).waitFor();
    expect(await orders.count()).toBe(2);
    // The next time it is everybody's again.
    await page.keyboard.press('Alt+Digit2');
    await page.keyboard.press('Alt+Digit1');
    await page.getByRole('radio', { name: 'Board' }).waitFor();
    expect(await page.getByText('Only orders of').count()).toBe(0);
  });

  it('leaves the chat its room beside the customer', async () => {
    const { page, panel } = await openCustomer(browser);
    const widths: Record<number, number> = {};
    for (const width of [1180, 1280, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(100);
      widths[width] = (await panel.isVisible()) ? ((await page.getByRole('region', { name: 'Chat with Sheena Nelson' }).boundingBox())?.width ?? 0) : 520;
    }
    expect(Object.values(widths).filter((width) => width < 520)).toEqual([]);
    expect(await panel.isVisible()).toBe(true);
  });

  it.each([
    { colorScheme: 'dark' as const, width: 1280, height: 800 },
    { locale: 'de-DE', width: 800, height: 600 },
    { locale: 'de-DE', colorScheme: 'dark' as const, width: 1280, height: 800 },
  ])('can be read by everybody: %o', async ({ width, height, ...look }) => {
    const { page, panel } = await openCustomer(browser, look);
    await panel.getByRole('combobox').first().fill('wholesale');
    await page.keyboard.press('Enter');
    await page.locator('header').getByText('wholesale').waitFor();
    await page.setViewportSize({ width, height });
    if (width < 1000) {
      await page.keyboard.press('Control+i');
      await page.getByRole('article', { name: 'Kunde' }).waitFor();
    }
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

const ORDER_OF_ANOTHER = {
  from: '16505550122',
  id: 'wamid.another.1',
  type: 'order',
  order: { catalog_id: '194836987003835', text: '', product_items: [{ product_retailer_id: 'di9ozbzfi4', quantity: 1, item_price: 30, currency: 'USD' }] },
};
