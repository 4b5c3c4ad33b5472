import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { CONTACT, envelope, postSigned, seconds } from '../support/post-webhook.ts';
import { CHANGES, KINDS } from '../support/kinds-of-messages.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from '../support/start-shop.ts';

const from = '16505550111';
const names = Object.keys(KINDS);

describe.skipIf(lacksBrowser)('every kind of message', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-kinds-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    const environment = {
      SHOPBELL_APP_SECRET: APP_SECRET,
      SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
      SHOPBELL_ACCESS_TOKEN: 'test-access-token',
      SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
      SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
    };
    shop = await startBuilt({ dataFolder: folder, pace: 1, environment });
    const start = Date.now() - 60_000;
    const all = [...Object.values(KINDS).map(({ message }) => message), ...CHANGES];
    const messages = all.map((message, place) => ({ from, id: `wamid.kind.${place}`, timestamp: seconds(start + place * 1000), ...message }));
    expect(await postSigned(shop.webhook ?? '', envelope({ contacts: [CONTACT], messages }))).toBe(200);
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [colorScheme, locale] of [
    ['light', 'en-GB'],
    ['dark', 'de-DE'],
  ] as const) {
    it(`is shown, and axe finds nothing, in ${colorScheme}, ${locale}`, async () => {
      const { page, troubles } = await openPage(browser, shop.link, { colorScheme, locale });
      await openThread(page);
      const pictures = process.env['KIND_PICTURES'];
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${colorScheme}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id} at ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    });
  }

  it('shows each in a view of its own', async () => {
    const { page } = await openPage(browser, shop.link);
    await openThread(page);
    const articles = page.getByRole('article');
    for (const [place, name] of names.entries()) {
      const article = articles.nth(place);
      const words = await article.innerText();
      // Who hears the page has to be told who wrote it; what it says follows as its description.
      expect.soft(await article.getAttribute('aria-label'), name).toMatch(/^(Customer|You|WhatsApp), \d\d:\d\d$/);
      expect.soft(await article.locator(`[id="${await article.getAttribute('aria-describedby')}"]`).count(), name).toBe(1);
      // It is deleted further down.
      if (name === 'emoji') continue;
      for (const shown of KINDS[name]?.shows ?? []) expect.soft(words, name).toMatch(shown);
      for (const [role, offered] of KINDS[name]?.offers ?? []) expect.soft(await article.getByRole(role, { name: offered }).count(), name).toBe(1);
      expect.soft(await article.getByText('does not know yet').count(), name).toBe(name === 'unknown kind' ? 1 : 0);
    }
    await page.context().close();
  });

  it('shows a reaction, an edit with what it said before, and a deletion at the message', async () => {
    const { page } = await openPage(browser, shop.link);
    await openThread(page);
    const at = (name: string) => page.getByRole('article').nth(names.indexOf(name));
    expect(await at('text').getByRole('list', { name: 'Reactions' }).innerText()).toContain('🎂');
    expect(await at('emoji').innerText()).toContain('Deleted by the customer');
    expect(await at('forwarded').innerText()).toContain('Passed on, edited');
    await at('forwarded').getByRole('button', { name: 'edited' }).click();
    expect(await page.getByRole('dialog', { name: 'What it said before' }).innerText()).toMatch(/Passed on$/);
    await page.context().close();
  });

  it('leads from message to message by arrows, and replies, reacts and opens the menu by keys', async () => {
    const { page } = await openPage(browser, shop.link);
    await openThread(page);
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-message]')?.getAttribute('data-message'));
    await page.getByRole('log').focus();
    await page.keyboard.press('ArrowUp');
    const newest = await focused();
    await page.keyboard.press('ArrowUp');
    expect(Number(await focused())).toBeLessThan(Number(newest));
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: 'React' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('👍');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'React' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ContextMenu');
    await page.getByRole('menuitem', { name: 'Details' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.context().close();
  });

  it('shows an address whole before it opens, and makes none of a script', async () => {
    const { page } = await openPage(browser, shop.link);
    await openThread(page);
    await page.getByRole('button', { name: 'https://shop.example/bread', exact: true }).click();
    const open = page.getByRole('dialog').getByRole('link', { name: 'Open' });
    expect(await open.getAttribute('href')).toBe('https://shop.example/bread');
    expect(await open.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.getByRole('button', { name: /^javascript:/ }).count()).toBe(0);
    await page.context().close();
  });
});

/** The one chat there is, in a window so tall that all of it is drawn. */
async function openThread(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 4000 });
  await goTo(page, '/chats');
  await page.locator('[data-chat-link]').first().click();
  await page
    .getByRole('article')
    .nth(names.length - 1)
    .waitFor();
}
