import type { Page } from 'playwright';
import { goTo, letCustomer, letThemAct, takeOrders, write } from './act-in-shop.ts';

/** What the English-speaking customers of the practice shop ask, and a baker's answer. */
const ANSWERS: Readonly<Record<string, string>> = {
  'Is this still available?': 'Yes, fresh from the oven this morning. Shall I put one aside for you?',
  'Does it contain nuts?': 'No nuts in it, but we do bake with nuts in the same kitchen.',
  'How long does it keep fresh?': 'Three days in a paper bag, and it toasts well after that.',
  'Could I have this on Saturday morning?': 'Gladly. It will be ready for you from 7 o’clock on Saturday.',
  'Is it suitable for vegans?': 'I am afraid not, there is butter in it. The rye loaf is, though.',
};

/** Somebody speaks English within so many questions, or fortune is against us. */
const MOST_QUESTIONS = 25;
/** So many carts, and half of them have a note. */
const MOST_TRIES = 8;

/** Orders of the morning: most are taken, one is declined. */
export async function serveTheMorning(page: Page): Promise<void> {
  await letThemAct(page, false);
  for (let count = 0; count < 3; count += 1) await letCustomer(page, 'orders');
  await letCustomer(page, 'writes');
  await takeOrders(page, 0, true);
}

/** Somebody asks about a product in English and is answered; their chat is open then, with the answer read and thanked for. */
export async function answerQuestion(page: Page): Promise<void> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    await letCustomer(page, 'asks about a product');
    await goTo(page, 'Chats');
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    const thread = page.getByRole('region', { name: /^Chat with / });
    const question = await thread.getByRole('article').last().innerText();
    const answer = Object.entries(ANSWERS).find(([words]) => question.includes(words))?.[1];
    if (answer === undefined) continue;
    const chat = page.url();
    const mine = await write(page, answer);
    // Customers give thanks only while they act by themselves, and that brings orders as well.
    await letThemAct(page, true);
    await page.goto(chat);
    await mine.getByTitle('Read', { exact: true }).waitFor();
    await page.waitForTimeout(2_500);
    await letThemAct(page, false);
    await takeOrders(page, 0, false);
    await page.goto(chat);
    await mine.waitFor();
    return;
  }
  throw new Error('nobody asked in English');
}

/** An order that waits to be taken, with a note and more than one line if one like that comes soon. */
export async function letFineOrderWait(page: Page): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await letCustomer(page, 'orders');
    await goTo(page, 'Orders');
    const card = page.getByRole('region', { name: 'New orders' }).getByRole('listitem').first();
    const lines = await card.getByRole('listitem').count();
    if (tries === MOST_TRIES || (lines > 1 && (await card.locator('p[dir=auto]').count()) > 0)) return;
    await takeOrders(page, 0, false);
  }
}

/** More orders that wait. */
export async function letOrdersWait(page: Page, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await letCustomer(page, 'orders');
  await goTo(page, 'Orders');
}
