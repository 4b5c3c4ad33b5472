import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.skipIf(lacksBrowser)('a shop with nothing in it', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  async function openEmpty(): Promise<Page> {
    const shop = await startBuilt({ dataFolder: temporaryFolder(), pace: 0.1 });
    onTestFinished(async () => void (await shop.stop()));
    const { page, troubles } = await openPage(browser, shop.link);
    onTestFinished(async () => {
      expect(troubles).toEqual([]);
      await page.context().close();
    });
    return page;
  }
  const rail = (page: Page) => page.getByRole('navigation', { name: 'Views' });
  const stands = (page: Page) => page.getByRole('heading', { level: 1, name: 'Set-up' }).waitFor();

  it('leads to the set-up in one click, from wherever somebody looks for it', async () => {
    const page = await openEmpty();
    const ways: [string, (at: Page) => Promise<void>][] = [
      ['/orders', (at) => at.getByRole('main').getByRole('link', { name: 'Connect your own shop' }).click()],
      ['/orders', (at) => rail(at).getByRole('link', { name: 'Set-up' }).click()],
      ['/practice', (at) => at.getByRole('link', { name: 'Connect your own shop' }).click()],
      ['/settings/whatsapp', (at) => at.getByRole('link', { name: 'Open the set-up' }).first().click()],
      ['/connection', (at) => at.getByRole('main').getByRole('link', { name: 'Set-up' }).click()],
    ];
    for (const [at, click] of ways) {
      await goTo(page, at);
      await click(page);
      await stands(page);
    }
    await page.setViewportSize({ width: 800, height: 600 });
    await goTo(page, '/orders');
    await rail(page).getByRole('link', { name: 'Set-up' }).click();
    await stands(page);
    const last = rail(page).getByRole('button', { name: 'Keys' });
    const box = await last.boundingBox();
    expect((box?.y ?? 600) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
  });

  it('goes on with the set-up in the real shop as soon as a value is stored', async () => {
    const page = await openEmpty();
    await goTo(page, '/setup');
    await page.getByRole('banner').getByText('Practice shop').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await goTo(other, '/settings/whatsapp');
    const secret = other.getByLabel('App secret', { exact: true });
    await secret.fill('a-secret');
    await secret.press('Enter');
    await page.getByRole('banner').getByText('Practice shop').waitFor({ state: 'detached' });
    await stands(page);
    await expect.poll(() => page.getByText('stored, not proved yet').count()).toBe(1);
    // The light itself leads there while something is missing.
    await goTo(page, '/day-book');
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Values are missing/ })
      .click();
    await stands(page);
  });

  it('has nothing that axe finds, with every sketch open', async () => {
    const page = await openEmpty();
    await goTo(page, '/setup');
    for (const sketch of await page.locator('summary').all()) await sketch.click();
    for (const way of ['None', 'ngrok', 'Cloudflare', 'Tailscale Funnel', 'My own public address']) {
      await page.getByRole('radio', { name: way, exact: true }).press('Space');
      await expect.poll(() => page.getByRole('radio', { name: way, exact: true }).isChecked()).toBe(true);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${way}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    }
  });
});
