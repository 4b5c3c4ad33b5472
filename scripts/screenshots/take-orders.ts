import type { Page } from 'playwright';
import { goTo, openAt, workRow } from './act-in-shop.ts';
import { chooseLanguage } from './take-settings.ts';
import { savePicture } from './save-picture.ts';

export const LARGE = { width: 1440, height: 900 };
export const SMALL = { width: 800, height: 600 };
/** All columns side by side, and an order beside them. */
const WIDE = { width: 1800, height: 740 };

/**
 * The board in every look, an order with its chat beside it, and what is sold out.
 * @param ids of the open orders; the second is the one whose customer was asked where to
 */
export async function takeOrders(page: Page, ids: number[]): Promise<void> {
  const [, second = 0] = ids;
  await openAt(page, `/orders/${second}`);
  await workRow(page, 'Ticket').waitFor();
  await page.setViewportSize(WIDE);
  await savePicture(page, 'orders-light');
  await page.setViewportSize(LARGE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await savePicture(page, 'orders-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.locator('[data-chat-toggle]').click();
  await page.getByRole('region', { name: /^Chat with / }).waitFor();
  await workRow(page, 'What was ordered').evaluate((row) => row.scrollIntoView({ block: 'end' }));
  await savePicture(page, 'order-and-chat');
  await page.locator('[data-chat-toggle]').click();

  await takeSoldOut(page, [second, ...ids]);
  await page.setViewportSize(SMALL);
  await goTo(page, 'Orders');
  await savePicture(page, 'orders-800x600');
  await page.setViewportSize(LARGE);

  await chooseLanguage(page, 'Settings', 'Deutsch');
  await openAt(page, `/orders/${second}`);
  await page.getByRole('heading', { level: 1, name: 'Bestellungen' }).waitFor();
  await savePicture(page, 'orders-german');
  await chooseLanguage(page, 'Einstellungen', 'English');
}

/** Of an order with one line nothing would be left: the first with more is taken. */
async function takeSoldOut(page: Page, ids: number[]): Promise<void> {
  const dialog = page.getByRole('dialog');
  for (const id of ids) {
    await openAt(page, `/orders/${id}`);
    await workRow(page, 'What was ordered').getByRole('button', { name: 'Something is sold out' }).click();
    const strike = dialog.getByRole('button', { name: /^Strike / });
    await strike.first().waitFor();
    const enough = (await strike.count()) > 1;
    if (enough) {
      await strike.last().click();
      await savePicture(page, 'sold-out');
    }
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    if (enough) return;
  }
  throw new Error('no open order has two lines');
}
