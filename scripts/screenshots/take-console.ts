import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { goTo, write } from './act-in-shop.ts';
import { answerQuestion, letFineOrderWait, letOrdersWait, serveTheMorning } from './fill-shop.ts';
import { savePicture } from './save-picture.ts';
import { startPractice } from './start-practice.ts';

const LARGE = { width: 1440, height: 900 };
const SMALL = { width: 800, height: 600 };
/** So that not every order is one of this minute. */
const MORNING_MS = 130_000;
const LEAST_PAUSE_MS = 65_000;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-device-for-media-stream',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every view of the console, in Chromium at `executablePath`. */
export async function takeConsole(executablePath: string): Promise<void> {
  const shop = await startPractice(6);
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    const context = await browser.newContext({ viewport: LARGE, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(shop.link);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    const began = Date.now();
    await serveTheMorning(page);
    const quiet = page.getByRole('button', { name: 'Turn the sound on' });
    if (await quiet.isVisible()) await quiet.click();
    await takeChats(page);
    await goTo(page, 'Connection');
    await savePicture(page, 'connection');
    await goTo(page, 'Settings');
    await savePicture(page, 'settings');
    await letFineOrderWait(page);
    await page.waitForTimeout(Math.max(LEAST_PAUSE_MS, MORNING_MS - (Date.now() - began)));
    await letOrdersWait(page, 2);
    await takeOrderPictures(page);
  } finally {
    await browser.close();
    await shop.stop();
  }
}

async function takeChats(page: Page): Promise<void> {
  await answerQuestion(page);
  const last = await write(page, 'You are welcome. See you soon!');
  // Delivered for half a second, then read: a slow machine sees only the second.
  await last.getByTitle(/^(Delivered|Read)$/).waitFor();
  await savePicture(page, 'chats-light');
  await last.getByTitle('Read', { exact: true }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await savePicture(page, 'chats-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SMALL);
  await savePicture(page, 'chat-800x600');
  await page.setViewportSize(LARGE);
}

async function takeOrderPictures(page: Page): Promise<void> {
  await savePicture(page, 'orders-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await savePicture(page, 'orders-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SMALL);
  await savePicture(page, 'orders-800x600');
  await page.setViewportSize(LARGE);
  await goTo(page, 'Settings');
  await page.getByRole('radio', { name: 'Deutsch' }).press('Space');
  await page
    .getByRole('navigation', { name: 'Ansichten' })
    .getByRole('link', { name: /^Bestellungen/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Bestellungen' }).waitFor();
  await savePicture(page, 'orders-german');
}
