import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCustomer, refuseCustomerSaves } from '../support/open-customer.ts';
import { goTo, launchChromium } from '../support/open-page.ts';
import { lacksBrowser } from '../support/require-browser.ts';

describe.skipIf(lacksBrowser)('what is written down of a customer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const note = (panel: Locator) => panel.getByRole('textbox', { name: 'Note' });
  const value = (panel: Locator) => note(panel).inputValue();

  it('stays when Escape is pressed, which leaves the field alone, and the chat only the next time', async () => {
    const { page, panel, sent } = await openCustomer(browser);
    const chat = page.getByRole('region', { name: 'Chat with Sheena Nelson' });
    await note(panel).fill('Rings twice');
    await page.keyboard.press('Escape');
    expect(await note(panel).evaluate((box) => box === document.activeElement)).toBe(false);
    expect(await value(panel)).toBe('Rings twice');
    await panel.getByRole('combobox', { name: 'New tag' }).fill('reg');
    await page.keyboard.press('Escape');
    expect(await panel.getByRole('combobox', { name: 'New tag' }).inputValue()).toBe('reg');
    await panel.getByRole('button', { name: 'Change the name' }).click();
    const name = panel.getByRole('textbox', { name: 'What you call this customer' });
    await name.fill('Aunt');
    await page.keyboard.press('Escape');
    await name.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Change the name' }).and(page.locator(':focus')).waitFor();
    expect(await chat.count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByText('No chat chosen').waitFor();
    // On from there to an answer, without the mouse.
    await page.locator('[data-chat-link]:focus').waitFor();
    await page.keyboard.press('r');
    await page.locator('[data-composer]:focus').waitFor();
    await page.keyboard.type('Yes, it is');
    await page.keyboard.press('Enter');
    await expect.poll(() => sent().length, { timeout: 15_000 }).toBe(1);
  });

  it('is stored after a pause, while one still writes', async () => {
    const { page, panel, another } = await openCustomer(browser);
    await note(panel).click();
    await page.keyboard.type('No nuts');
    const other = await another();
    await goTo(other, '/chats');
    await other.locator('[data-chat-link]').first().press('Enter');
    const there = other.getByRole('complementary');
    await expect.poll(() => value(there), { timeout: 15_000 }).toBe('No nuts');
    expect(await note(panel).evaluate((box) => box === document.activeElement)).toBe(true);
    // Two write at once: nobody's words are lost.
    await there.getByRole('textbox', { name: 'Note' }).click();
    await other.keyboard.press('Control+End');
    await other.keyboard.type('. Pays cash');
    await expect.poll(() => value(panel), { timeout: 15_000 }).toBe('No nuts. Pays cash');
  });

  it('is stored when the panel is closed, the view or the page left, in the middle of a word', async () => {
    const { page, panel } = await openCustomer(browser);
    await note(panel).fill('No n');
    await page.keyboard.press('Control+i');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+i');
    await expect.poll(() => value(panel), { timeout: 15_000 }).toBe('No n');
    await note(panel).fill('No nuts, pl');
    await page.keyboard.press('Alt+Digit1');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+Digit2');
    await page.locator('[data-chat-link]').first().press('Enter');
    await expect.poll(() => value(panel), { timeout: 15_000 }).toBe('No nuts, pl');
    for (const text of ['No nuts, please', 'No nuts, please. Rin', 'No nuts, please. Rings']) {
      await note(panel).fill(text);
      await page.reload();
      await expect.poll(() => value(panel), { timeout: 15_000 }).toBe(text);
    }
  });

  it('says what could not be stored, and keeps the text', async () => {
    const { page, panel } = await openCustomer(browser);
    await refuseCustomerSaves(page);
    await panel.getByRole('combobox', { name: 'Written to in' }).selectOption('de');
    await panel.getByRole('alert').getByText('This was not stored. Try it again.').waitFor();
    await note(panel).fill('Rings twice');
    await panel.getByRole('alert').getByText('The note is not stored yet.').waitFor();
    await page.keyboard.press('Control+i');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+i');
    await expect.poll(() => value(panel), { timeout: 15_000 }).toBe('Rings twice');
    // Stored as soon as it can be, without a new letter.
    await page.unrouteAll();
    await page.reload();
    await expect.poll(() => value(panel), { timeout: 15_000 }).toBe('Rings twice');
    await panel.getByRole('alert').waitFor({ state: 'detached' });
  });
});
