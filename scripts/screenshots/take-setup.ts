import type { Browser } from 'playwright';
import { openAt } from './act-in-shop.ts';
import { answerAsMeta } from './answer-as-meta.ts';
import { savePicture } from './save-picture.ts';
import { startPractice, temporaryData } from './start-practice.ts';

/** The set-up of a real shop half way: token and secret proved, the way in to be chosen. */
export async function takeSetup(browser: Browser): Promise<void> {
  const data = temporaryData();
  const meta = await answerAsMeta();
  const shop = await startPractice(data.folder, 1, { SHOPBELL_GRAPH_URL: meta.url });
  const context = await browser.newContext({ viewport: { width: 1280, height: 1240 }, locale: 'en-GB', reducedMotion: 'reduce', colorScheme: 'light' });
  try {
    const page = await context.newPage();
    await page.goto(shop.link);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await openAt(page, '/setup');
    await page.getByLabel('Access token of a system user').fill('EAAB-corner-bakery');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /23125014/ }).waitFor();
    await page.getByLabel('App secret', { exact: true }).fill('corner-bakery');
    await page.keyboard.press('Enter');
    await page.getByText('proved at Meta').waitFor();
    await page.getByRole('region', { name: 'The app secret' }).getByText('Where do I find it?').click();
    await page.getByRole('main').evaluate((main) => main.querySelector('section')?.scrollIntoView({ block: 'start' }));
    await page.getByRole('heading', { level: 1 }).click();
    await savePicture(page, 'setup');
  } finally {
    await context.close();
    await shop.stop();
    meta.stop();
    data.remove();
  }
}
