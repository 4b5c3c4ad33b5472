import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, openChat } from '../support/open-chat.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { until } from '../support/until.ts';

const article = (retailer_id: string, name: string, more: object = {}) => ({
  id: `71${retailer_id}`,
  retailer_id,
  name,
  price: '€4.20',
  currency: 'EUR',
  availability: 'in stock',
  category: 'Bread',
  visibility: 'published',
  review_status: 'approved',
  url: `https://bakery.example/${retailer_id}`,
  ...more,
});
const PRODUCTS = [article('rye', 'Rye loaf'), article('jam', 'Strawberry jam', { sale_price: '€3.50' }), article('bun', 'Cinnamon bun')];

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const template = (name: string, header: object, more: object[] = []) => ({
  id: `59${name}`,
  name,
  language: 'en_US',
  category: 'MARKETING',
  status: 'APPROVED',
  components: [header, { type: 'BODY', text: 'Back in our shop.' }, ...more],
});
const TEMPLATES = [
  template('with_article', { type: 'HEADER', format: 'PRODUCT' }),
  template('with_picture', { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/a.png'] } }),
];

/** Chooses articles by typing and Enter, as an operator with both hands on the keys does. */
async function choose(page: Page, ...names: string[]) {
  const field = page.getByRole('dialog').getByRole('searchbox', { name: 'Articles' });
  for (const name of names) {
    await field.fill(name);
    await page.getByRole('option', { name: new RegExp(name) }).waitFor();
    await expect.poll(() => page.getByRole('listbox', { name: 'Articles found' }).getByRole('option').count()).toBe(1);
    await field.press('ArrowDown');
    await field.press('Enter');
    await page.getByRole('button', { name: `Take out ${name}` }).waitFor();
  }
}

describe.skipIf(lacksBrowser)('articles from the composer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function openShelf(message: object = textMessage()) {
    const shop = await openRealShop(browser, { products: PRODUCTS, templates: TEMPLATES });
    await shop.arrive(message, ANNA);
    await goTo(shop.page, '/catalogue');
    await shop.page.locator('[data-article]').filter({ hasText: 'Cinnamon bun' }).waitFor();
    return { ...shop, chat: await openChat(shop.page) };
  }

  it('come by /p: one of them, a list with two sections, a row of cards, and the whole catalogue', async () => {
    const { page, chat, sent } = await openShelf();
    const picker = page.getByRole('dialog', { name: 'Send articles' });
    const open = async () => {
      await chat.getByRole('textbox', { name: /Write to/ }).pressSequentially('/p');
      await chat.getByRole('option', { name: /Send articles/ }).waitFor();
      await page.keyboard.press('Enter');
      await picker.waitFor();
    };
    const send = async () => {
      await page.keyboard.press('Control+Enter');
      await picker.waitFor({ state: 'detached' });
      return (await until('the message at the Graph API', () => sent().at(sentBefore++)))['interactive'];
    };
    let sentBefore = 0;

    await open();
    await choose(page, 'Rye loaf');
    expect(await send()).toEqual({ type: 'product', action: { catalog_id: 'c1', product_retailer_id: 'rye' } });

    await open();
    await choose(page, 'Rye loaf');
    await picker.getByText('List', { exact: true }).click();
    await picker.getByRole('button', { name: 'Add a section' }).click();
    await choose(page, 'Strawberry jam');
    await picker.getByLabel('Title of section 1').fill('Bread');
    await picker.getByLabel('Text', { exact: true }).fill('Here they are');
    await picker.getByText('The heading is missing').waitFor();
    await picker.getByLabel('Heading').fill('For you');
    await picker.getByText('A section has no title').waitFor();
    await picker.getByLabel('Title of section 2').fill('Sweet');
    expect(await send()).toEqual({
      type: 'product_list',
      header: { type: 'text', text: 'For you' },
      body: { text: 'Here they are' },
      action: {
        catalog_id: 'c1',
        sections: [
          { title: 'Bread', product_items: [{ product_retailer_id: 'rye' }] },
          { title: 'Sweet', product_items: [{ product_retailer_id: 'jam' }] },
        ],
      },
    });

    await open();
    await choose(page, 'Rye loaf', 'Cinnamon bun');
    await picker.getByText('Row of cards').click();
    await picker.getByLabel('Text', { exact: true }).fill('Both are fresh');
    expect(await send()).toEqual({
      type: 'carousel',
      body: { text: 'Both are fresh' },
      action: {
        cards: ['rye', 'bun'].map((id, index) => ({
          card_index: index,
          type: 'product',
          action: { product_retailer_id: id, catalog_id: 'c1' },
        })),
      },
    });

    await open();
    await picker.getByText('Whole catalogue').click();
    await picker.getByLabel('Text', { exact: true }).fill('All we bake');
    expect(await send()).toEqual({ type: 'catalog_message', body: { text: 'All we bake' }, action: { name: 'catalog_message' } });
  });

  it('stand above a template where its header is one, and so does a picture that is handed over', async () => {
    const { page, chat, sent, uploads } = await openShelf(textMessage({ timestamp: seconds(Date.now() - 30 * 3_600_000) }));
    const dialog = page.getByRole('dialog', { name: 'Send a template to Anna Example' });
    const open = async (name: string) => {
      await chat.getByRole('button', { name: 'Send a template' }).click();
      await dialog
        .getByRole('option', { name })
        .or(dialog.getByRole('button', { name: 'Read anew' }))
        .first()
        .waitFor();
      if ((await dialog.getByRole('option').count()) === 0) await dialog.getByRole('button', { name: 'Read anew' }).click();
      await dialog.getByRole('option', { name }).click();
    };
    const send = dialog.getByRole('button', { name: 'Send', exact: true });
    await open('with_article');
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByRole('searchbox', { name: 'Articles' }).fill('jam');
    await dialog.getByRole('option', { name: /Strawberry jam/ }).click();
    await dialog.getByRole('button', { name: 'Another article' }).waitFor();
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect((await until('the template at the Graph API', () => sent()[0]))['template']).toEqual({
      name: 'with_article',
      language: { code: 'en_US' },
      components: [{ type: 'header', parameters: [{ type: 'product', product: { product_retailer_id: 'jam', catalog_id: 'c1' } }] }],
    });

    await open('with_picture');
    expect(await send.isDisabled()).toBe(true);
    await dialog.locator('input[type=file]').setInputFiles({ name: 'bun.png', mimeType: 'image/png', buffer: PICTURE });
    await dialog.getByText('bun.png').waitFor();
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect((await until('the template at the Graph API', () => sent()[1]))['template']).toEqual({
      name: 'with_picture',
      language: { code: 'en_US' },
      components: [{ type: 'header', parameters: [{ type: 'image', image: { id: 'media.1' } }] }],
    });
    expect(Buffer.from(uploads()[0]?.bytes ?? []).equals(PICTURE)).toBe(true);
  });

  it('show what they cost while they are on sale, and say where their page leads before it opens', async () => {
    const { page } = await openShelf();
    await goTo(page, '/catalogue');
    const tile = page.locator('[data-article]').filter({ hasText: 'Strawberry jam' });
    expect([await tile.locator('ins').innerText(), await tile.locator('del').innerText()]).toEqual(['€3.50', '€4.20']);
    await tile.click();
    await page.getByRole('dialog').getByRole('button', { name: 'https://bakery.example/jam' }).click();
    const asking = page.getByRole('dialog', { name: 'Open this address?' });
    await asking.getByText('https://bakery.example/jam', { exact: true }).waitFor();
    expect(await asking.getByRole('link', { name: 'Open' }).evaluate((link: HTMLAnchorElement) => [link.href, link.target, link.rel])).toEqual([
      'https://bakery.example/jam',
      '_blank',
      'noopener noreferrer',
    ]);
  });

  it('answer a question by Q and by S from its row in the list', async () => {
    const { page, sent } = await openShelf(textMessage({ context: { referred_product: { catalog_id: 'c1', product_retailer_id: 'rye' } } }));
    const row = page.locator('[data-chat-link]').first();
    await row.focus();
    await page.keyboard.press('q');
    const field = page.locator('[data-composer]');
    await expect.poll(() => field.inputValue()).toBe('Rye loaf costs €4.20. It is available.');
    await field.press('Enter');
    expect(await until('the text at the Graph API', () => sent()[0])).toMatchObject({ type: 'text' });
    await row.focus();
    await page.keyboard.press('s');
    await page.getByRole('dialog', { name: 'Send articles' }).getByRole('button', { name: 'Take out Rye loaf' }).waitFor();
  });
});
