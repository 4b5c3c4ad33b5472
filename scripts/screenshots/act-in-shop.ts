import type { Locator, Page } from 'playwright';

/** The views, as the rail and the top bar name them in English. */
type View = 'Orders' | 'Chats' | 'Catalogue' | 'Day book' | 'Connection' | 'Settings' | 'Practice shop';
type Column = 'new' | 'accepted' | 'preparing' | 'ready';

/** A second click within this is taken for a slip. */
const BETWEEN_CLICKS_MS = 700;
/** What was just done can be undone for ten seconds, and the page offers it as long. */
const UNDO_MS = 11_000;
/** Until a message is with its customer. */
const HEARD_MS = 3_000;

export async function goTo(page: Page, view: View): Promise<void> {
  const place = view === 'Practice shop' ? page.getByRole('banner') : page.getByRole('navigation', { name: 'Views' });
  await place.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  await page.getByRole('heading', { level: 1, name: view === 'Practice shop' ? 'Practice' : view }).waitFor();
}

/** Leads the page to an address of its own, such as `/orders/3`. */
export async function openAt(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), address);
}

/** One made-up customer does one thing. */
export async function letCustomer(page: Page, deed: 'orders' | 'asks about a product' | 'writes' | 'sends a photo' | 'shares a place'): Promise<void> {
  await goTo(page, 'Practice shop');
  await page.getByRole('button', { name: `A customer ${deed}`, exact: true }).click();
  // The button answers when the shop has the webhook; the page hears of it a moment later.
  await page.waitForTimeout(300);
}

/** Whether the customers act by themselves. */
export async function letThemAct(page: Page, on: boolean): Promise<void> {
  await goTo(page, 'Practice shop');
  const toggle = page.getByRole('switch', { name: 'Customers act by themselves' });
  if ((await toggle.isChecked()) !== on) await toggle.press('Space');
}

const column = (page: Page, state: Column) => page.locator(`[data-column=${state}]`);

/** Presses a button on the first `count` cards of a column, one after the other; all of them where `count` is left out. */
export async function moveOn(page: Page, from: Column, button: RegExp, count = Infinity): Promise<void> {
  const buttons = column(page, from).getByRole('button', { name: button });
  for (let moved = 0; moved < count && (await buttons.count()) > 0; moved += 1) {
    await buttons.first().click();
    await page.waitForTimeout(BETWEEN_CLICKS_MS);
  }
}

/** Declines the first order that waits, with one of the usual reasons. */
export async function declineFirst(page: Page, reason: string): Promise<void> {
  await column(page, 'new').getByRole('button', { name: 'Decline' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: reason }).click();
  await dialog.getByRole('button', { name: 'Decline the order' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Accepts the first order that waits, from its own page, with another time than the usual one. */
export async function acceptFor(page: Page, time: '45 min' | '1 h'): Promise<void> {
  const [id] = await ordersIn(page, 'new');
  await openAt(page, `/orders/${id}`);
  const foot = page.locator('footer');
  await foot.getByText(time, { exact: true }).click();
  await foot.getByRole('button', { name: /^Accept/ }).click();
  await page.waitForTimeout(BETWEEN_CLICKS_MS);
  await goTo(page, 'Orders');
}

/** Ids of the orders in a column, as they stand there. */
export async function ordersIn(page: Page, state: Column): Promise<number[]> {
  return column(page, state)
    .locator('[data-order-link]')
    .evaluateAll((links) => links.map((link) => Number(link.getAttribute('data-order-link'))));
}

/** A line of what belongs to the order that is open. */
export const workRow = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** The order at this address is to be delivered; its customer is asked where to, and shares a place. */
export async function askForPlace(page: Page, address: string): Promise<void> {
  const row = workRow(page, 'How it gets there');
  await openAt(page, address);
  await row.getByRole('button', { name: 'Delivery', exact: true }).click();
  await row.getByRole('button', { name: 'Ask for the location' }).click();
  await page.waitForTimeout(HEARD_MS);
  await letCustomer(page, 'shares a place');
  await openAt(page, address);
  await row.getByRole('button', { name: 'Edit' }).waitFor();
}

/** Marks the order that is open as paid. */
export async function markPaid(page: Page, method: 'Cash' | 'Card'): Promise<void> {
  await workRow(page, 'Payment').getByRole('button', { name: 'Mark as paid' }).click();
  await page.getByRole('menuitem', { name: method }).click();
  await page.waitForTimeout(BETWEEN_CLICKS_MS);
}

/** Until nothing can be undone any more, and everybody was told who is told. */
export async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(UNDO_MS);
}

/** Sends a text in the chat that is open, and gives its bubble. */
export async function write(page: Page, text: string): Promise<Locator> {
  const thread = page.getByRole('region', { name: /^Chat with / });
  const field = thread.getByRole('textbox', { name: /^Write to / });
  await field.fill(text);
  await field.press('Enter');
  return thread.getByRole('article').filter({ hasText: text });
}
