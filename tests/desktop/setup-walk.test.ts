import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { launchDesktop } from '../support/desktop/launch-desktop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { freePort } from '../support/free-port.ts';
import { APP, managementGraph, TOKEN } from '../support/management-graph.ts';
import { noProxy, startTlsProxy } from '../support/start-tls-proxy.ts';
import { step, toldOf } from '../support/walk-setup.ts';

/** Into the field that has the focus, key by key. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe.skipIf(noDesktop || noProxy)('the set-up in the window', () => {
  test('goes from an empty folder to a rehearsal order that rings, by keyboard alone', async () => {
    const graph = await managementGraph();
    const port = await freePort();
    const proxy = await startTlsProxy(port);
    graph.state.trusts = proxy.certificate;
    const desktop = await launchDesktop({ SHOPBELL_GRAPH_URL: graph.url, SHOPBELL_WEBHOOK_PORT: String(port), NODE_EXTRA_CA_CERTS: proxy.certificate });
    onTestFinished(() => desktop.close());
    const { page } = desktop;

    // The board of a shop with nothing in it says where to begin.
    const begin = page.getByRole('link', { name: 'Open the set-up' }).last();
    await begin.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe('Set-up - Shopbell');

    await page.getByLabel('Access token of a system user').focus();
    await type(page, TOKEN);
    await expect.poll(() => toldOf(page, 'The access token'), { timeout: 20_000 }).toBe('done');
    await page.getByLabel('App secret', { exact: true }).focus();
    await type(page, APP.secret);
    await expect.poll(() => toldOf(page, 'The app secret'), { timeout: 20_000 }).toBe('proved at Meta');

    const ways = step(page, 'The way in');
    await ways.getByRole('radio', { name: 'None' }).focus();
    await page.keyboard.press('ArrowRight');
    await ways.getByRole('textbox', { name: 'My public address' }).focus();
    await type(page, proxy.url);
    await expect.poll(() => toldOf(page, 'The way in'), { timeout: 30_000 }).toBe('the public address answers');

    const press = async (title: string, name: string) => {
      const button = step(page, title).getByRole('button', { name, exact: true });
      await expect.poll(() => button.isEnabled()).toBe(true);
      await button.focus();
      await page.keyboard.press('Enter');
    };
    await press('Register at Meta', 'Register at Meta');
    await expect.poll(() => toldOf(page, 'Register at Meta'), { timeout: 20_000 }).toMatch(/^Meta called/);
    expect(graph.state).toMatchObject({ app: { callback: `${proxy.url}/webhook` }, subscribed: [APP.id], verified: [200] });
    await press('What an order needs', 'Show it');
    await expect.poll(() => toldOf(page, 'What an order needs'), { timeout: 20_000 }).toBe('done');

    await press('The rehearsal', 'Ring the bell');
    await page.getByText('1 new order waiting').waitFor();
    await page.getByText('Your shop is connected: orders ring here').waitFor();
    await page.getByRole('link', { name: 'Go to the orders' }).focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('region', { name: 'New orders' }).locator('[data-order-link]');
    await card
      .getByText('Test 1')
      .or(card.filter({ hasText: 'Test 1' }))
      .first()
      .waitFor();
    await page.getByText('Reachable, sound ready').waitFor();
  });
});
