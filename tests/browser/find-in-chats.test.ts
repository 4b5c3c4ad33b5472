import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { CONTACT, seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';

const HOUR = 60 * 60_000;

describe.skipIf(lacksBrowser)('finding in chats', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const shown = (page: Page, text: string) => page.getByRole('log').getByText(text, { exact: true });
  const inSight = async (page: Page, text: string) => {
    const box = await shown(page, text).boundingBox();
    return box !== null && box.y > 100 && box.y < 700;
  };

  it('leads from the search to a message far up in its chat, and back to the newest', async () => {
    const { page, arrive } = await openRealShop(browser);
    const start = Date.now() - 5 * HOUR;
    for (let part = 0; part < 300; part += 1) {
      const body = part === 40 ? 'Could you write Mia on the cake?' : `line ${part}`;
      await arrive(textMessage({ timestamp: seconds(start + part * 50_000), text: { body } }), CONTACT);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('mia cake');
    const hit = page.getByRole('option').filter({ hasText: 'write Mia on the cake' });
    await hit.waitFor();
    expect(await page.getByRole('group', { name: 'Messages' }).getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await shown(page, 'Could you write Mia on the cake?').waitFor();
    await page.waitForTimeout(500);
    expect(await inSight(page, 'Could you write Mia on the cake?')).toBe(true);
    // On from there downwards, without a gap.
    await shown(page, 'line 41').waitFor();
    await page.getByRole('button', { name: 'To the newest' }).click();
    await shown(page, 'line 299').waitFor();
  });

  it('looks for words in the open chat, from place to place', async () => {
    const { page, arrive } = await openRealShop(browser);
    for (let part = 0; part < 150; part += 1) {
      await arrive(
        textMessage({ timestamp: seconds(Date.now() - 3 * HOUR + part * 60_000), text: { body: part % 60 === 5 ? `pretzel ${part}` : `line ${part}` } }),
        CONTACT,
      );
    }
    await page.keyboard.press('Alt+Digit2');
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    await shown(page, 'line 149').waitFor();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Search in this chat' }).waitFor();
    await page.keyboard.type('PRETZ');
    await page.getByRole('search').getByText('3 found').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('search').getByText('1 of 3', { exact: true }).waitFor();
    await shown(page, 'pretzel 125').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('search').getByText('3 of 3', { exact: true }).waitFor();
    await shown(page, 'pretzel 5').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Search in this chat' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('region', { name: 'Conversations' }).isVisible()).toBe(true);
    expect(page.url()).toMatch(/\/chats\/\d+/);
  });

  it('shows who waits, for how long, and what needs no answer any more', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    await arrive(textMessage({ timestamp: seconds(Date.now() - 23 * HOUR), text: { body: 'Do you deliver?' } }), CONTACT);
    await arrive(textMessage({ from: '16505550122', timestamp: seconds(Date.now() - HOUR), text: { body: 'Thanks!' } }), {
      profile: { name: 'Ben Okafor' },
      wa_id: '16505550122',
    });
    await page.keyboard.press('Alt+Digit2');
    const list = page.getByRole('region', { name: 'Conversations' });
    await list.getByRole('radio', { name: /^Closing\s*1$/ }).waitFor();
    await list.getByText('Waiting', { exact: false }).first().click();
    await list.getByRole('link', { name: /Ben Okafor.*waits 1 h/ }).waitFor();
    await list.getByRole('link', { name: /Sheena Nelson.* left/ }).waitFor();
    // By keyboard: the focused chat needs no answer.
    await list.getByRole('link', { name: /Ben Okafor/ }).focus();
    await page.keyboard.press('d');
    await list.getByRole('link', { name: /Ben Okafor/ }).waitFor({ state: 'detached' });
    await list.getByRole('link', { name: /Sheena Nelson/ }).click();
    await page.getByRole('textbox', { name: /Write to/ }).fill('Yes, we do');
    await page.keyboard.press('Enter');
    await list.getByText('Nobody waits for an answer').waitFor();
    await expect.poll(() => sent().filter(({ type }) => type === 'text').length).toBe(1);
  });
});
