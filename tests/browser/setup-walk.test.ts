import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP, refused, TOKEN } from '../support/management-graph.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openSetup } from '../support/open-setup.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { noProxy } from '../support/start-tls-proxy.ts';
import { pasteSecret, pasteToken, step, toldOf } from '../support/walk-setup.ts';

describe.skipIf(lacksBrowser || noProxy)('the set-up', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('leads from nothing to an order that rings, and says so', async () => {
    const { graph, page, proxy } = await openSetup(browser);
    expect(await page.title()).toBe('Set-up - Shopbell');
    await page.getByText('Think about the number first').waitFor();
    // Nobody has to look for the app's id before the token was asked.
    expect(await page.getByRole('textbox', { name: 'Meta app id' }).count()).toBe(0);
    expect(await step(page, 'The app secret').getByRole('button', { name: 'Check and store' }).isDisabled()).toBe(true);

    await pasteToken(page, 'EAAB-somebody-else');
    await page.getByRole('alert').getByText('WhatsApp refused the access token').waitFor();
    await pasteToken(page, TOKEN);
    await expect.poll(() => toldOf(page, 'The access token')).toBe('done');
    expect(await page.getByRole('radio', { name: /\+1 555 078 3881/ }).isChecked()).toBe(true);
    // Typed, sent by Enter: the hands stay where they are.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');

    await pasteSecret(page, 'of another app');
    await page.getByRole('alert').getByText('The app secret does not belong to this app').waitFor();
    await pasteSecret(page, APP.secret);
    await expect.poll(() => toldOf(page, 'The app secret')).toBe('proved at Meta');

    // Asked by itself as soon as the number is known.
    const needs = step(page, 'What an order needs');
    await expect.poll(() => toldOf(page, 'What an order needs')).toBe('needs a look');
    await needs.getByRole('button', { name: 'Show it' }).click();
    await expect.poll(() => toldOf(page, 'What an order needs')).toBe('done');
    expect(graph.state.commerce).toEqual({ cart: true, visible: true });

    const register = step(page, 'Register at Meta');
    expect(await toldOf(page, 'Register at Meta')).toBe('to do');
    expect(await register.getByRole('button', { name: 'Register at Meta' }).isDisabled()).toBe(true);
    const wayIn = step(page, 'The way in');
    await wayIn.getByRole('radio', { name: 'My own public address' }).press('Space');
    await wayIn.getByRole('textbox', { name: 'My public address' }).fill(proxy.url);
    await page.keyboard.press('Enter');
    await expect.poll(() => toldOf(page, 'The way in'), { timeout: 20_000 }).toBe('the public address answers');

    await register.getByRole('button', { name: 'Register at Meta' }).click();
    await expect.poll(() => toldOf(page, 'Register at Meta'), { timeout: 20_000 }).toMatch(/^Meta called/);
    expect(graph.state.app).toMatchObject({ callback: `${proxy.url}/webhook` });
    expect(graph.state.verified).toEqual([200]);

    await step(page, 'The rehearsal').getByRole('button', { name: 'Ring the bell' }).click();
    await page.getByText('1 new order waiting').waitFor();
    await page.getByRole('alert').getByText('Your shop is connected: orders ring here').waitFor();
    expect(await step(page, 'The access token').getByText('Think about the number first').count()).toBe(0);
    await step(page, 'The rehearsal').getByRole('link', { name: 'Go to the order' }).click();
    await page.locator('[data-opened^="/orders/"]').getByText('Test 1', { exact: true }).first().waitFor();
  });

  it('says when Meta refuses the address, in Meta’s words, and asks before it takes over', async () => {
    const { graph, page, proxy } = await openSetup(browser);
    await pasteToken(page, TOKEN);
    await expect.poll(() => toldOf(page, 'The access token')).toBe('done');
    await pasteSecret(page, APP.secret);
    await expect.poll(() => toldOf(page, 'The app secret')).toBe('proved at Meta');
    await step(page, 'The way in').getByRole('radio', { name: 'My own public address' }).press('Space');
    await page.getByRole('textbox', { name: 'My public address' }).fill(proxy.url);
    await page.keyboard.press('Enter');
    const register = step(page, 'Register at Meta');
    const press = register.getByRole('button', { name: 'Register at Meta' });
    await expect.poll(() => press.isEnabled(), { timeout: 20_000 }).toBe(true);
    graph.state.instead = ({ method, url }) =>
      method === 'POST' && url.includes('/subscriptions') ? refused(2200, '(#2200) HTTP Status Code = 502') : undefined;
    await press.click();
    await register.getByText('Meta says: (#2200) HTTP Status Code = 502').waitFor();

    graph.state.instead = () => undefined;
    graph.state.app = { callback: 'https://other.example/webhook', fields: ['messages'] };
    await press.click();
    await register.getByText('Meta sends this shop’s webhooks to another address'.replace('’', "'")).waitFor();
    expect(graph.state.app.callback).toBe('https://other.example/webhook');
    await register.getByRole('button', { name: 'Take over' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take over the bell?' });
    await dialog.getByText('https://other.example/webhook').waitFor();
    // One column: what is asked, and below it the answer.
    const title = await dialog.getByRole('heading').boundingBox();
    const yes = await dialog.getByRole('button', { name: 'Yes, ring here' }).boundingBox();
    expect(yes?.x).toBe(title?.x);
    await dialog.getByRole('button', { name: 'Yes, ring here' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => graph.state.app?.callback).toBe(`${proxy.url}/webhook`);
    await expect.poll(() => toldOf(page, 'Register at Meta'), { timeout: 20_000 }).toMatch(/^Meta called/);
  });

  it('names a token that runs out tonight and what it lacks, and asks anew when the page is opened again', async () => {
    const { graph, page } = await openSetup(browser);
    const hour = Math.floor(Date.now() / 1000);
    Object.assign(graph.state.token, {
      type: 'USER',
      scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
      issued_at: hour - 20 * 3600,
      expires_at: hour + 4 * 3600,
    });
    await pasteToken(page, TOKEN);
    await step(page, 'The access token').getByText('The access token is a temporary one').waitFor();
    await step(page, 'The access token').getByText('catalog_management', { exact: true }).waitFor();
    expect(await toldOf(page, 'The access token')).toBe('needs a look');
    // The progress on top says the same, and leads there.
    const top = page.getByRole('list', { name: 'Steps' });
    await top.getByRole('button', { name: 'The access token needs a look' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('step-token');
    await goTo(page, '/orders');
    await page.getByRole('navigation').getByRole('link', { name: 'Set-up' }).click();
    await step(page, 'The access token').getByText('The access token is a temporary one').waitFor();
  });
});
