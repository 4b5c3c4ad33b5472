import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { CONTACT, orderMessage, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';

describe.skipIf(lacksBrowser)('the customer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function open() {
    const shop = await openRealShop(browser);
    await shop.arrive(orderMessage(), CONTACT);
    await shop.arrive(
      textMessage({ context: { from: '15550783881', id: 'wamid.p', referred_product: { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' } } }),
      CONTACT,
    );
    await shop.page.keyboard.press('Alt+Digit2');
    await shop.page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    const panel = shop.page.getByRole('complementary', { name: 'Customer' });
    await panel.getByRole('heading', { name: 'Sheena Nelson' }).waitFor();
    return { ...shop, panel };
  }

  it('stands beside the chat with orders and questions; name, note and tags are changed in place and stay', async () => {
    const { page, panel } = await open();
    await panel.getByRole('link', { name: /#1.*\$85\.00/ }).waitFor();
    await panel.getByText('1 order in all').waitFor();
    await panel
      .getByRole('region', { name: 'Asked about' })
      .getByRole('link', { name: /di9ozbzfi4/ })
      .waitFor();
    await panel.getByRole('button', { name: 'Change the name' }).click();
    await page.keyboard.type('Aunt Sheena');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: 'Aunt Sheena' }).waitFor();
    await panel.getByText('In WhatsApp: Sheena Nelson').waitFor();
    await page
      .getByRole('region', { name: 'Conversations' })
      .getByRole('link', { name: /Aunt Sheena/ })
      .waitFor();
    await panel.getByRole('textbox', { name: 'Note' }).fill('Allergic to hazelnut');
    await panel.getByRole('combobox', { name: 'New tag' }).fill('regular');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Take off: regular' }).waitFor();
    await page.reload();
    await panel.getByRole('heading', { name: 'Aunt Sheena' }).waitFor();
    expect(await panel.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('Allergic to hazelnut');
    await panel.getByRole('button', { name: 'Take off: regular' }).click();
    await panel.getByRole('button', { name: 'Take off: regular' }).waitFor({ state: 'detached' });
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await panel.getByRole('link', { name: /#1/ }).click();
    await page.getByRole('link', { name: 'Aunt Sheena', exact: true }).waitFor();
  });

  it('is closed and opened by a key, and is a page of its own where there is no room', async () => {
    const { page, panel } = await open();
    await page.keyboard.press('Control+i');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+i');
    await panel.waitFor();
    await page.setViewportSize({ width: 800, height: 600 });
    await page.keyboard.press('Control+i');
    await page.getByRole('article', { name: 'Customer' }).getByRole('heading', { name: 'Sheena Nelson' }).waitFor();
    await page.getByRole('link', { name: 'Back to the chat' }).click();
    const chat = page.getByRole('region', { name: 'Chat with Sheena Nelson' });
    await chat.waitFor();
    expect(await chat.count()).toBe(1);
  });

  it('is erased after being asked twice: no chat, nothing found, the order a figure without a name', async () => {
    const { page, panel } = await open();
    await panel.getByRole('button', { name: 'Erase all data' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Erase all data' }).click();
    await dialog.getByRole('button', { name: 'Yes, erase it for good' }).click();
    await page.getByText('No chats yet').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Sheena');
    await page.getByText(/^Nothing found\. Looked for/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+Digit1');
    await page
      .getByRole('link', { name: /#1.*Erased customer/ })
      .first()
      .waitFor();
    // A screen reader still hears what the search said last.
    expect(await page.locator('body').getByText('Sheena').and(page.locator(':not([aria-live])')).count()).toBe(0);
  });
});
