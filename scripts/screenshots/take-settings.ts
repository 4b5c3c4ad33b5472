import type { Page } from 'playwright';
import { goTo, openAt } from './act-in-shop.ts';
import { savePicture } from './save-picture.ts';

/** As a shop's: nothing is sent there. */
const PRINTER = '192.168.1.50';

/** Another language for the page; `settings` is what the rail calls them in the language before. */
export async function chooseLanguage(page: Page, settings: string, language: 'Deutsch' | 'English'): Promise<void> {
  await openAt(page, '/settings');
  await page.getByRole('heading', { level: 1, name: settings }).waitFor();
  await page.getByRole('radio', { name: language }).press('Space');
  await page.getByRole('heading', { level: 1, name: language === 'English' ? 'Settings' : 'Einstellungen' }).waitFor();
}

/** What customers are told, the bell, and the printer with the page that it prints. */
export async function takeSettings(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Words for: Ready' }).click();
  await showSection(page, 'What customers are told');
  await savePicture(page, 'told');
  await showSection(page, 'Bell');
  await savePicture(page, 'bell');
  await page.getByRole('radio', { name: 'A receipt printer on the network' }).press('Space');
  await page.getByRole('textbox', { name: 'Address of the printer' }).fill(PRINTER);
  await page.getByRole('textbox', { name: 'Address of the printer' }).press('Enter');
  await page.getByText('Preview of the test page').click();
  await page.getByText('Preview of the test page').waitFor();
  await page.setViewportSize({ width: 1440, height: 1200 });
  await showSection(page, 'Printer');
  await page.waitForTimeout(500);
  await savePicture(page, 'printer');
}

/** Leads a section of a long page to its top. */
async function showSection(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: title, exact: true }).evaluate((heading) => heading.closest('section')?.scrollIntoView({ block: 'start' }));
}
