import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, openChat } from '../support/open-chat.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { orderMessage, seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { until } from '../support/until.ts';

const HOUR = 3_600_000;

describe.skipIf(lacksBrowser)('messages from the composer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('quotes a message above the field, and the text goes out with it', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    const asked = textMessage({ text: { body: 'Do you bake on Sundays?' } });
    await arrive(asked, ANNA);
    const chat = await openChat(page);
    await chat.getByRole('article').first().focus();
    await page.keyboard.press('r');
    const quote = chat.getByRole('region', { name: 'Your answer quotes' });
    await quote.getByText('Do you bake on Sundays?').waitFor();
    const field = chat.getByRole('textbox', { name: /Write to/ });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.pressSequentially('Until noon');
    await field.press('Enter');
    expect(await until('the message at the Graph API', () => sent()[0])).toMatchObject({
      type: 'text',
      text: { body: 'Until noon' },
      context: { message_id: asked.id },
    });
    await quote.waitFor({ state: 'detached' });
  });

  it('reacts to a message from its bubble, and takes that back', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    const praised = textMessage();
    await arrive(praised, ANNA);
    const chat = await openChat(page);
    const bubble = chat.getByRole('article').first();
    const react = async () => {
      await bubble.focus();
      await page.keyboard.press('e');
      await page.getByRole('dialog', { name: 'React' }).getByRole('button', { name: '❤️' }).click();
    };
    await react();
    const reaction = (emoji: string) => ({ type: 'reaction', reaction: { message_id: praised.id, emoji } });
    expect(await until('the reaction at the Graph API', () => sent()[0])).toMatchObject(reaction('❤️'));
    await bubble.getByText('❤️').first().waitFor();
    await react();
    expect(await until('the withdrawn reaction', () => sent()[1])).toMatchObject(reaction(''));
  });

  it('asks a customer without a number for it', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    const { from: _, ...nameless } = textMessage();
    await arrive({ ...nameless, from_user_id: 'US.1122334455' }, { profile: { name: 'Anna Example' }, user_id: 'US.1122334455' });
    const chat = await openChat(page);
    await chat.getByRole('button', { name: 'Send something else' }).click();
    await page.getByRole('menuitem', { name: 'Ask for the phone number' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    expect(await until('the message at the Graph API', () => sent()[0])).toMatchObject({
      recipient: 'US.1122334455',
      type: 'interactive',
      interactive: { type: 'request_contact_info' },
    });
  });

  it('shows a begun text on another screen, and after the program has ended and begun anew', async () => {
    const { page, arrive, another, again } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    const field = (await openChat(page)).getByRole('textbox', { name: /Write to/ });
    await field.fill('Your bread is');
    const second = (await openChat(await another())).getByRole('textbox', { name: /Write to/ });
    await expect.poll(() => second.inputValue(), { timeout: 5000 }).toBe('Your bread is');
    await second.press('End');
    await second.pressSequentially(' ready');
    await expect.poll(() => field.inputValue(), { timeout: 5000 }).toBe('Your bread is ready');
    const third = (await openChat(await again())).getByRole('textbox', { name: /Write to/ });
    await expect.poll(() => third.inputValue()).toBe('Your bread is ready');
  });

  it('leads the list of ready texts by keys alone', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    await goTo(page, '/settings/quick-replies');
    for (const [shortcut, text] of [
      ['closed', 'We are closed today.'],
      ['open', 'We are open until six.'],
    ] as const) {
      await page.getByRole('button', { name: 'New text' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Shortcut').fill(shortcut);
      await dialog.getByRole('textbox', { name: 'Text in English' }).fill(text);
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    const chat = await openChat(page);
    const field = chat.getByRole('textbox', { name: /Write to/ });
    await field.pressSequentially('/');
    const chosen = () => chat.getByRole('option', { selected: true }).innerText();
    await expect.poll(() => chat.getByRole('option').count()).toBe(3);
    const first = await chosen();
    await field.press('ArrowDown');
    await expect.poll(chosen).not.toBe(first);
    await field.press('ArrowUp');
    await field.press('ArrowUp');
    const last = await chosen();
    expect(last).not.toBe(first);
    const active = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toBe(last);
    await field.pressSequentially('ope');
    await expect.poll(() => chat.getByRole('option').count()).toBe(1);
    await field.press('Tab');
    await expect.poll(() => field.inputValue()).toBe('We are open until six.');
  });

  it('warns where somebody waits and the 24 hours are nearly over, in the chat, on the order’s card and beside it', async () => {
    const { page, arrive } = await openRealShop(browser);
    const late = seconds(Date.now() - 23 * HOUR);
    await arrive(orderMessage({ timestamp: seconds(Date.now() - 23 * HOUR - 60_000) }), ANNA);
    await goTo(page, '/orders');
    const card = page.getByRole('listitem').filter({ has: page.locator('[data-order-link]') });
    await card.getByText(/left for free text/).waitFor();
    await page.getByText(/^Free text for/).waitFor();
    await arrive(textMessage({ timestamp: late }), ANNA);
    await card.getByText(/^Unanswered, .* left$/).waitFor();
    await page.getByText(/Unanswered, and free text for only/).waitFor();
    const chat = await openChat(page);
    await chat.getByText(/Unanswered, and free text for only/).waitFor();
    await chat.getByRole('button', { name: 'Needs no answer' }).click();
    await chat.getByText(/^Free text for/).waitFor();
    await goTo(page, '/orders');
    await card.getByText(/left for free text/).waitFor();
    expect(await card.getByText(/Unanswered/).count()).toBe(0);
  });
});
