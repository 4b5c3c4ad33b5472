import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP, TOKEN } from '../support/management-graph.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openSetup } from '../support/open-setup.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { noProxy } from '../support/start-tls-proxy.ts';
import { pasteSecret, pasteToken, step, toldOf } from '../support/walk-setup.ts';

describe.skipIf(lacksBrowser || noProxy)('the connection page of a real shop', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const checkNow = (page: Page) => page.getByRole('button', { name: 'Check now' }).click();
  const light = (page: Page) => page.getByRole('main').locator('section').first();
  const proof = (page: Page, name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name });

  async function openConnected() {
    const opened = await openSetup(browser);
    const { page, proxy } = opened;
    await pasteToken(page, TOKEN);
    await expect.poll(() => toldOf(page, 'The access token')).toBe('done');
    await pasteSecret(page, APP.secret);
    await expect.poll(() => toldOf(page, 'The app secret')).toBe('proved at Meta');
    await step(page, 'The way in').getByRole('radio', { name: 'My own public address' }).press('Space');
    await page.getByRole('textbox', { name: 'My public address' }).fill(proxy.url);
    await page.keyboard.press('Enter');
    const press = step(page, 'Register at Meta').getByRole('button', { name: 'Register at Meta' });
    await expect.poll(() => press.isEnabled(), { timeout: 20_000 }).toBe(true);
    await press.click();
    await expect.poll(() => toldOf(page, 'Register at Meta'), { timeout: 20_000 }).toMatch(/^Meta called/);
    await goTo(page, '/connection');
    return opened;
  }

  it('is green with the age of its proofs, red with one sentence and one button, and green again by that button', async () => {
    const { graph, page, proxy } = await openConnected();
    await light(page).getByRole('heading', { name: 'Meta reaches this shop' }).waitFor();
    await light(page)
      .getByText(/^Proved (just now|\d+ sec)/)
      .waitFor();
    await page.getByText('Leads here').waitFor();
    await proof(page, 'Number').getByText('good quality').waitFor();

    graph.state.app = { callback: 'https://other.example/webhook', fields: ['messages'] };
    await checkNow(page);
    await light(page).getByRole('heading', { name: 'Meta cannot reach this shop' }).waitFor();
    await light(page).getByText("Meta sends this shop's webhooks to another address.").waitFor();
    expect(await light(page).getByText('https://other.example/webhook').count()).toBe(1);
    await page.getByRole('banner').getByText('Meta cannot reach this shop').waitFor();
    // Never without asking: two computers must not fight over the bell.
    expect(graph.state.app.callback).toBe('https://other.example/webhook');
    await light(page).getByRole('button', { name: 'Take over' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, ring here' }).click();
    await light(page).getByRole('heading', { name: 'Meta reaches this shop' }).waitFor();
    expect(graph.state.app?.callback).toBe(`${proxy.url}/webhook`);
    await page.getByRole('listitem').filter({ hasText: 'Taken over from another address' }).waitFor();
  });

  for (const [locale, colorScheme] of [
    ['en-GB', 'light'],
    ['de-DE', 'dark'],
  ] as const) {
    it(`has nothing that axe finds and fits 800 x 600 with a fault in it, in ${locale}, ${colorScheme}`, async () => {
      const { graph, page, another, shop } = await openConnected();
      graph.state.app = { callback: 'https://other.example/webhook', fields: ['messages'] };
      await checkNow(page);
      await light(page).getByRole('button', { name: 'Take over' }).waitFor();
      expect(shop.log()).not.toContain(TOKEN);
      for (const at of ['/connection', '/setup']) {
        const look = await another(at, { locale, colorScheme });
        await look.locator('[data-tone=bad]').first().waitFor();
        const { violations } = await new AxeBuilder({ page: look }).analyze();
        expect.soft(violations.map(({ id, nodes }) => `${at}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
        await look.setViewportSize({ width: 800, height: 600 });
        const wide = await look.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        const main = await look.locator('main').evaluate((element) => element.scrollWidth - element.clientWidth);
        expect.soft([wide, main], at).toEqual([0, 0]);
      }
    });
  }
});
