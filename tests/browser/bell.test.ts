import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';

describe.skipIf(lacksBrowser)('the bell on the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-browser-'));
  let browser: Browser;
  let shop: Built;

  beforeAll(async () => {
    browser = await launchChromium();
    // At this pace the practice customers are hardly there: only what a test sends rings.
    shop = await startBuilt({ dataFolder: folder, pace: 0.01 });
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(look: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const { page, troubles } = await openPage(browser, shop.link, look);
    onTestFinished(async () => {
      expect(troubles).toEqual([]);
      await page.context().close();
    });
    return page;
  }
  const axe = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html).join(' ')}`);
  /** Whether the window itself could be scrolled: its frame must stay where it is. */
  const slides = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight);

  it('sends a rehearsal that rings over the whole window until it is taken', async () => {
    const page = await open();
    await goTo(page, '/settings');
    await page.getByRole('button', { name: 'Send a rehearsal order' }).click();
    const bar = page.getByRole('region', { name: 'The bell rings' });
    await bar.getByText('1 new order waiting').waitFor();
    await bar.getByRole('link', { name: 'Test 1' }).waitFor();
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/orders\/\d+$/);
    await page.locator('[data-flashing]').waitFor({ state: 'attached' });
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Accept' }).first().click();
    await page.locator('[data-ringing]').waitFor({ state: 'detached' });
    expect(await page.locator('[data-flashing]').count()).toBe(0);
  });

  it('asks whether the alarm was heard, and says until it is mended that it was not', async () => {
    const page = await open();
    const other = await open({ locale: 'de-DE', colorScheme: 'dark' });
    await goTo(page, '/connection');
    await page.getByRole('button', { name: 'Check the sound now' }).click();
    await other.getByText('Tonprobe: War das Läuten zu hören?').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    const strip = page.getByRole('status').filter({ hasText: 'The alarm was not heard' });
    await strip.waitFor();
    await other.setViewportSize({ width: 800, height: 600 });
    await other.getByRole('status').filter({ hasText: 'Das Läuten war nicht zu hören' }).waitFor();
    for (const one of [page, other]) expect(await axe(one)).toEqual([]);
    expect(await slides(other)).toBe(false);
    await strip.getByRole('button', { name: 'Play the alarm' }).click();
    await page.getByRole('button', { name: 'Yes, I heard it' }).click();
    await strip.waitFor({ state: 'detached' });
    await page.getByText(/^heard, /).waitFor();
  });

  it('takes opening hours and quiet hours by keyboard, and the bell keeps silent by them', async () => {
    const page = await open({ locale: 'en-GB' });
    await goTo(page, '/settings');
    await page.getByRole('switch', { name: 'Orders ring even then' }).press('Space');
    // Only the day after tomorrow has hours: now the shop is closed.
    const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
    const day = names[(new Date().getDay() + 2) % 7] ?? '';
    await page.getByRole('button', { name: `${day}: add hours` }).press('Enter');
    const until = page.getByLabel(`${day}: open until`);
    await until.fill('02:00');
    await until.press('Enter');
    const group = page.getByRole('group', { name: day });
    await group.getByText('the next day').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send a rehearsal order' }).click();
    const bar = page.getByRole('region', { name: 'Orders wait, and the bell is silent' });
    await bar.getByText(/The shop is closed: the bell rings from \S/).waitFor();
    expect(await page.locator('[data-flashing]').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await goTo(page, '/settings');
    await page.getByRole('button', { name: new RegExp(`^${day}: remove`) }).press('Enter');
    await page.getByRole('region', { name: 'The bell rings' }).waitFor();
  });

  it('keeps the hours that are being typed while an earlier change is still on its way', async () => {
    const page = await open({ locale: 'en-GB' });
    let slowness = 0;
    await page.routeWebSocket(/\/rpc/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => server.send(message));
      server.onMessage((message) => void setTimeout(() => socket.send(message), slowness));
    });
    await page.reload();
    await goTo(page, '/settings');
    const even = page.getByRole('switch', { name: 'Orders ring even then' });
    await even.waitFor();
    slowness = 4_000;
    await even.press('Space');
    await page.getByRole('button', { name: 'Monday: add hours' }).press('Enter');
    const until = page.getByLabel('Monday: open until');
    await until.fill('03:00');
    // Until all answers have come.
    await page.waitForTimeout(6_000);
    slowness = 0;
    expect(await until.inputValue()).toBe('03:00');
    await until.press('Enter');
    await page.getByRole('group', { name: 'Monday' }).getByText('the next day').waitFor();
    await page.getByRole('button', { name: /^Monday: remove/ }).press('Enter');
    await even.press('Space');
    await page.waitForTimeout(500);
  });

  it('fits into 800 x 600 in German while it rings', async () => {
    const page = await open({ locale: 'de-DE' });
    await page.setViewportSize({ width: 800, height: 600 });
    await page.locator('[data-ringing]').waitFor();
    for (const view of ['/orders', '/connection', '/settings']) {
      await goTo(page, view);
      await page.waitForTimeout(300);
      expect.soft(await slides(page), view).toBe(false);
    }
  });
});
