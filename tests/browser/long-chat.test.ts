import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fillLongChat } from '../../scripts/bench/fill-long-chat.ts';
import type { LongChat } from '../../scripts/bench/fill-long-chat.ts';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { envelope, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { startBuilt } from '../support/start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MESSAGES = 3_000;
const environment = {
  SHOPBELL_APP_SECRET: APP_SECRET,
  SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
  SHOPBELL_ACCESS_TOKEN: 'test-access-token',
  SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
  SHOPBELL_GRAPH_URL: 'http://127.0.0.1:9',
};

describe.skipIf(lacksBrowser)('a long chat', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('opens at its end with one question, and its first painting is there already', async () => {
    const { page, chat, questions } = await openLong(browser);
    const first = page.evaluate(
      (lastId) =>
        new Promise<number>((resolve) => {
          const look = () => {
            const log = document.querySelector('[role=log]');
            if (!log) return void requestAnimationFrame(look);
            const last = log.querySelector(`[data-message="${lastId}"]`);
            resolve(last ? log.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom : Number.NaN);
          };
          look();
        }),
      chat.lastId,
    );
    await goTo(page, `/chats/${chat.conversationId}`);
    const below = await first;
    expect(below).toBeGreaterThan(0);
    expect(below).toBeLessThan(40);
    await page.waitForTimeout(500);
    expect(questions()).toBe(1);
    expect(await page.locator('[data-message]').count()).toBeLessThan(60);
  });

  it('keeps the place when older ones come above, asks for each page once, and for few of them anew', async () => {
    const { page, chat, questions, arrive } = await openLong(browser);
    await open(page, chat);
    let pages = 1;
    for (; pages < 15; pages += 1) {
      const before = await topmost(page);
      const asked = questions();
      await page.keyboard.press('Home');
      await expect.poll(questions).toBe(asked + 1);
      const after = await settled(page);
      expect(after.first).toBeLessThan(before.first);
      expect(after.gap).toBeLessThan(40);
    }
    expect(questions()).toBe(pages);
    expect(await page.locator('[data-message]').count()).toBeLessThan(60);
    // The row in sight stands where it stood.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    const still = await settled(page);
    const asked = questions();
    await arrive('One more question');
    await expect.poll(questions).toBeGreaterThan(asked);
    const then = await settled(page);
    expect(questions() - asked).toBeLessThanOrEqual(8);
    expect(then).toEqual(still);
    await page.keyboard.press('End');
    await page.getByRole('log').getByText('One more question').waitFor();
  });

  it('leads to a message in the middle, and from there down without a hole', async () => {
    const { page, chat } = await openLong(browser);
    await open(page, chat);
    await goTo(page, `/chats/${chat.conversationId}/${chat.middleId}`);
    const target = page.locator(`[data-message="${chat.middleId}"]`);
    await target.waitFor();
    const { gap, from, to } = await settled(page);
    expect(gap).toBeLessThan(40);
    const box = await target.boundingBox();
    expect((box?.y ?? 0) >= from && (box?.y ?? 0) <= to).toBe(true);
    await page.getByRole('log').focus();
    const seen = new Set<number>();
    for (let press = 0; press < 70; press += 1) {
      await page.keyboard.press('PageDown');
      const view = await settled(page);
      expect(view.gap).toBeLessThan(40);
      for (const id of view.ids) seen.add(id);
    }
    const ids = [...seen].sort((a, b) => a - b);
    const [least = 0] = ids;
    expect(ids.length).toBeGreaterThan(200);
    expect(ids).toEqual(ids.map((_, index) => least + index));
  });

  it('shows what one sends while reading far up', async () => {
    const { page, chat } = await openLong(browser);
    await open(page, chat);
    for (let turn = 0; turn < 10; turn += 1) {
      await page.keyboard.press('Home');
      await page.waitForTimeout(150);
    }
    await page.getByRole('textbox', { name: /^Write to/ }).fill('Yes, until six.');
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('Yes, until six.').waitFor();
    expect((await settled(page)).gap).toBeLessThan(40);
  });
});

type View = { first: number; firstTop: number; gap: number; from: number; to: number; ids: number[] };

/** What stands in sight: the first message and where, and the greatest room without rows, px. */
function topmost(page: Page): Promise<View> {
  return page.getByRole('log').evaluate((log) => {
    const { top, bottom } = log.getBoundingClientRect();
    const rows = [...log.querySelectorAll('[data-index]')]
      .map((row) => ({ box: row.getBoundingClientRect(), id: Number(row.querySelector('[data-message]')?.getAttribute('data-message')) }))
      .filter(({ box }) => box.bottom > top && box.top < bottom)
      .sort((a, b) => a.box.top - b.box.top);
    let at = top;
    let gap = 0;
    for (const { box } of rows) {
      gap = Math.max(gap, box.top - at);
      at = Math.max(at, box.bottom);
    }
    const [first] = rows;
    return {
      first: first?.id ?? 0,
      firstTop: Math.round(first?.box.top ?? 0),
      gap: Math.max(gap, bottom - at),
      from: top,
      to: bottom,
      ids: rows.map(({ id }) => id),
    };
  });
}

/** The same once it stays. */
async function settled(page: Page): Promise<View> {
  let before = await topmost(page);
  for (let same = 0; same < 3;) {
    await page.waitForTimeout(30);
    const now = await topmost(page);
    same = JSON.stringify(now) === JSON.stringify(before) ? same + 1 : 0;
    before = now;
  }
  return before;
}

async function open(page: Page, chat: LongChat): Promise<void> {
  await goTo(page, `/chats/${chat.conversationId}`);
  await page.locator(`[data-message="${chat.lastId}"]`).waitFor();
  await page.getByRole('log').focus();
  await settled(page);
}

async function openLong(browser: Browser) {
  const dataFolder = temporaryFolder();
  await (await startBuilt({ dataFolder, pace: 20, environment })).stop();
  const chat = fillLongChat(dataFolder, MESSAGES, Date.now());
  const shop = await startBuilt({ dataFolder, pace: 20, environment });
  onTestFinished(async () => void (await shop.stop()));
  let asked = 0;
  const { page, troubles } = await openPage(browser, 'about:blank');
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => (asked += payload.toString().includes('chats/thread') ? 1 : 0)));
  await page.goto(shop.link);
  await page.getByRole('navigation').first().waitFor();
  onTestFinished(async () => {
    expect(troubles).toEqual([]);
    await page.context().close();
  });
  const arrive = async (text: string) =>
    expect(
      await postSigned(shop.webhook ?? '', envelope({ messages: [textMessage({ from: chat.phone, timestamp: seconds(Date.now()), text: { body: text } })] })),
    ).toBe(200);
  return { page, chat, questions: () => asked, arrive };
}
