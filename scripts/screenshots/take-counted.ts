import type { Page } from 'playwright';
import { goTo, openAt } from './act-in-shop.ts';
import { savePicture } from './save-picture.ts';

const MIDDLE = { width: 1280, height: 760 };

/** What a shop with a month behind it sees: the list, the search, and a day of the day book. */
export async function takeCounted(page: Page, day: string): Promise<void> {
  await page.setViewportSize(MIDDLE);
  await goTo(page, 'Orders');
  await page.getByRole('radio', { name: 'List' }).press('Space');
  await page.locator('li [data-order-link]').first().waitFor();
  await page.getByRole('radio', { name: 'List' }).blur();
  await savePicture(page, 'orders-list');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('walnut');
  await page.locator('[role=option]').first().waitFor();
  await page.waitForTimeout(500);
  await savePicture(page, 'search');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await openAt(page, `/day-book/${day}`);
  await page.getByRole('heading', { level: 1, name: 'Day book' }).waitFor();
  await page.locator('main svg').first().waitFor();
  await savePicture(page, 'day-book');
}
