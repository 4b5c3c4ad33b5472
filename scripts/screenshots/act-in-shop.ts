import type { Locator, Page } from 'playwright';

/** The views, as the rail and the top bar name them in English. */
type View = 'Orders' | 'Chats' | 'Connection' | 'Settings' | 'Practice shop';

export async function goTo(page: Page, view: View): Promise<void> {
  const place = view === 'Practice shop' ? page.getByRole('banner') : page.getByRole('navigation', { name: 'Views' });
  await place.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  await page.getByRole('heading', { level: 1, name: view === 'Practice shop' ? 'Practice' : view }).waitFor();
}

/** One made-up customer does one thing. */
export async function letCustomer(page: Page, deed: 'orders' | 'asks about a product' | 'writes' | 'sends a photo'): Promise<void> {
  await goTo(page, 'Practice shop');
  await page.getByRole('button', { name: `A customer ${deed}` }).click();
  // The button answers when the shop has the webhook; the page hears of it a moment later.
  await page.waitForTimeout(300);
}

/** Whether the customers act by themselves. */
export async function letThemAct(page: Page, on: boolean): Promise<void> {
  await goTo(page, 'Practice shop');
  const toggle = page.getByRole('switch', { name: 'Customers act by themselves' });
  if ((await toggle.isChecked()) !== on) await toggle.press('Space');
}

/** Takes all orders that wait but the newest `leave`; one of them is declined, with a reason, where `declines` says so. */
export async function takeOrders(page: Page, leave: number, declines: boolean): Promise<void> {
  await goTo(page, 'Orders');
  const waiting = page.getByRole('region', { name: 'New orders' });
  const accept = waiting.getByRole('button', { name: 'Accept' });
  if (declines) {
    await waiting.getByRole('button', { name: 'Decline' }).first().click();
    await page.getByRole('textbox', { name: /^Reason/ }).fill('Sold out today');
    await page.getByRole('button', { name: 'Decline the order' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  for (let left = await accept.count(); left > leave; left = await accept.count()) {
    await accept.first().click();
    await page.waitForTimeout(400);
  }
}

/** Sends a text in the chat that is open, and gives its bubble. */
export async function write(page: Page, text: string): Promise<Locator> {
  const thread = page.getByRole('region', { name: /^Chat with / });
  const field = thread.getByRole('textbox', { name: /^Write to / });
  await field.fill(text);
  await field.press('Enter');
  return thread.getByRole('article').filter({ hasText: text });
}
