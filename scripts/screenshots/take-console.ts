import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { answerQuestion, openOrders, serveTheMorning } from './fill-shop.ts';
import { goTo, letThemAct, openAt, write } from './act-in-shop.ts';
import { fillPastDays, stretchPast } from './pass-time.ts';
import { savePicture } from './save-picture.ts';
import { startPractice, temporaryData } from './start-practice.ts';
import { takeCounted } from './take-counted.ts';
import { LARGE, SMALL, takeOrders } from './take-orders.ts';
import { takeSettings } from './take-settings.ts';
import { takeSetup } from './take-setup.ts';

/** The customers' pace while the morning is made; at their own one the page is there before the first of them acts by himself. */
const PACE = 6;
/** By how much the morning is longer than it took. */
const STRETCH = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
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
  const data = temporaryData();
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const withShop = async (take: (page: Page) => Promise<void>, pace = 1) => {
    const shop = await startPractice(data.folder, pace);
    try {
      const page = await openPage(browser, shop.link);
      await letThemAct(page, false);
      await take(page);
      await page.context().close();
    } finally {
      await shop.stop();
    }
  };
  try {
    await withShop(serveTheMorning, PACE);
    stretchPast(data.folder, STRETCH, Date.now());
    await withShop(async (page) => {
      await takeOrders(page, await openOrders(page));
      await goTo(page, 'Connection');
      await page.getByRole('heading', { name: 'Meta reaches this shop' }).waitFor();
      await savePicture(page, 'connection');
      await takeChats(page);
      await goTo(page, 'Catalogue');
      await page.getByText('Cheesecake').first().waitFor();
      await savePicture(page, 'catalogue');
      await takeSettings(page);
    });
    const yesterday = dayOf(Date.now() - DAY_MS);
    fillPastDays(data.folder, dayOf(Date.now()));
    await withShop((page) => takeCounted(page, yesterday));
    await takeSetup(browser);
  } finally {
    await browser.close();
    data.remove();
  }
}

/** The business day of a moment, where it begins at four in Berlin, give or take an hour. */
function dayOf(moment: number): string {
  return new Date(moment - 3 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

async function openPage(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: LARGE, locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  // Any click lets the browser make sounds; until then the page asks for one.
  await page.getByRole('heading', { level: 1 }).click();
  await page.getByRole('button', { name: 'Turn the sound on' }).waitFor({ state: 'hidden' });
  return page;
}

async function takeChats(page: Page): Promise<void> {
  await answerQuestion(page);
  const last = await write(page, 'Just ask if there is anything else.');
  // Delivered for half a second, then read: a slow machine sees only the second.
  await last.getByTitle(/^(Delivered|Read)$/).waitFor();
  await savePicture(page, 'chats-light');
  await last.getByTitle('Read', { exact: true }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await savePicture(page, 'chats-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(SMALL);
  // Opened anew, a thread stands at its end.
  const chat = new URL(page.url()).hash.slice(1);
  await openAt(page, '/orders');
  await page.getByRole('heading', { level: 1, name: 'Orders' }).waitFor();
  await openAt(page, chat);
  await last.waitFor();
  await savePicture(page, 'chat-800x600');
  await page.setViewportSize(LARGE);
}
