import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, openChat } from '../support/open-chat.ts';
import { launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';

const WORDS = 'Do you have the loaf with seeds today, the one from last week?';

/** Whether the tools of the bubble can be seen, and whether they lie on its words. */
async function look(bubble: Locator): Promise<{ opacity: string; covers: boolean }> {
  const tools = bubble.locator('[data-tools]');
  const [box, words] = [await tools.boundingBox(), await bubble.getByText(WORDS).boundingBox()];
  if (!box || !words) throw new Error('the bubble is not on the page');
  return { opacity: await tools.evaluate((element) => getComputedStyle(element).opacity), covers: box.y + box.height > words.y + 1 };
}

describe.skipIf(lacksBrowser)('the tools of a message', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('come with the mouse, and cover none of its words', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage({ text: { body: WORDS } }), ANNA);
    const bubble = (await openChat(page)).getByRole('article').filter({ hasText: WORDS });
    await bubble.waitFor();
    await page.mouse.move(0, 0);
    expect(await look(bubble)).toEqual({ opacity: '0', covers: false });
    await bubble.hover();
    expect(await look(bubble)).toEqual({ opacity: '1', covers: false });
  });

  it('wait for the finger on the message, where nothing hovers', async () => {
    const { page, arrive } = await openRealShop(browser, { isMobile: true, hasTouch: true });
    await arrive(textMessage({ text: { body: WORDS } }), ANNA);
    const bubble = (await openChat(page)).getByRole('article').filter({ hasText: WORDS });
    await bubble.waitFor();
    expect(await look(bubble)).toEqual({ opacity: '0', covers: false });
    await bubble.getByText(WORDS).tap();
    await expect.poll(() => look(bubble)).toEqual({ opacity: '1', covers: false });
    await bubble.getByRole('button', { name: 'Reply' }).tap();
    await page.locator('[data-composer]:focus').waitFor();
  });
});
