import type { Page } from 'playwright';
import { acceptFor, askForPlace, declineFirst, goTo, letCustomer, markPaid, moveOn, openAt, ordersIn, settle, write } from './act-in-shop.ts';

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

async function letOrder(page: Page, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await letCustomer(page, 'orders');
  await goTo(page, 'Orders');
}

/** The orders of an hour: some are done, some ready, some in the oven, some accepted, two refused; one has been asked where to. */
export async function serveTheMorning(page: Page): Promise<void> {
  await letOrder(page, 5);
  // Some had come before the customers were told to wait.
  await declineFirst(page, 'Sold out');
  await moveOn(page, 'new', /^Accept/);
  await moveOn(page, 'accepted', /^Ready/);
  await moveOn(page, 'ready', /^Done/);
  await letOrder(page, 4);
  await moveOn(page, 'new', /^Accept/);
  await moveOn(page, 'accepted', /^Ready/, 2);
  await moveOn(page, 'accepted', /^Start preparing/);
  await letOrder(page, 4);
  await declineFirst(page, 'Too far away');
  await acceptFor(page, '45 min');
  await acceptFor(page, '1 h');
  await moveOn(page, 'new', /^Accept/);
  for (const [state, method] of [
    ['ready', 'Card'],
    ['preparing', 'Cash'],
  ] as const) {
    const [id] = await ordersIn(page, state);
    await openAt(page, `/orders/${id}`);
    await markPaid(page, method);
    await goTo(page, 'Orders');
  }
  await letCustomer(page, 'writes');
  const [, second] = await openOrders(page);
  await askForPlace(page, `/orders/${second}`);
  await settle(page);
}

/** Ids of the orders that are taken and not done, the accepted ones first. */
export async function openOrders(page: Page): Promise<number[]> {
  await goTo(page, 'Orders');
  await page.locator('[data-column=accepted] [data-order-link]').first().waitFor();
  return [...(await ordersIn(page, 'accepted')), ...(await ordersIn(page, 'preparing')), ...(await ordersIn(page, 'ready'))];
}

/** Somebody asks about a product in English and is answered; their chat is open then, with the answer read. */
export async function answerQuestion(page: Page): Promise<void> {
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    await letCustomer(page, 'asks about a product');
    await goTo(page, 'Chats');
    await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().click();
    const thread = page.getByRole('region', { name: /^Chat with / });
    const question = await thread.getByRole('article').last().innerText();
    const answer = Object.entries(ANSWERS).find(([words]) => question.includes(words))?.[1];
    if (answer === undefined) continue;
    const mine = await write(page, answer);
    await mine.getByTitle('Read', { exact: true }).waitFor();
    return;
  }
  throw new Error('nobody asked in English');
}
