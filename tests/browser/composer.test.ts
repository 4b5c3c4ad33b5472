import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { seconds, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { until } from '../support/until.ts';

const ANNA = { profile: { name: 'Anna Example' }, wa_id: '16505550111' };
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const reminder = {
  id: '594425479261596',
  name: 'order_ready',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  components: [{ type: 'BODY', text: 'Hello {{1}}, your order {{2}} is ready.' }],
};

async function openChat(page: Page) {
  await goTo(page, '/chats');
  await page
    .getByRole('link', { name: /Anna Example/ })
    .first()
    .click();
  return page.getByRole('region', { name: 'Chat with Anna Example' });
}

/** Gives files to an element as a paste or a drop would. */
async function give(page: Page, selector: string, how: 'paste' | 'drop', name: string) {
  await page
    .locator(selector)
    .first()
    .evaluate(
      (element, given) => {
        const bytes = Uint8Array.from(atob(given.base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], given.name, { type: 'image/png' }));
        if (given.how === 'drop') element.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }));
        const event =
          given.how === 'paste'
            ? new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data })
            : new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
        element.dispatchEvent(event);
      },
      { how, name, base64: PIXEL },
    );
}

describe.skipIf(lacksBrowser)('the composer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('puts a ready text in by a slash, filled, and sends it', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    await goTo(page, '/settings/quick-replies');
    await page.getByRole('button', { name: 'New text' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Shortcut').fill('thanks');
    await dialog.getByRole('textbox', { name: 'Text in English' }).fill('Thank you, ');
    await dialog.getByRole('button', { name: 'Put in: Name' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const chat = await openChat(page);
    const field = chat.getByRole('textbox', { name: 'Write to Anna Example' });
    await field.pressSequentially('Hi. /th');
    await chat.getByRole('option', { name: /thanks/ }).waitFor();
    await field.press('Escape');
    expect(await chat.getByRole('listbox', { name: 'Ready texts' }).count()).toBe(0);
    await field.press('a');
    expect([await field.inputValue(), await chat.getByRole('listbox').count()]).toEqual(['Hi. /tha', 0]);
    await field.fill('');
    await field.pressSequentially('Hi. /tha');
    await chat.getByRole('option', { name: /thanks/ }).waitFor();
    await field.press('Enter');
    await until('the text in the field', async () => (await field.inputValue()) === 'Hi. Thank you, Anna Example');
    await field.press('Enter');
    expect(await until('the message at the Graph API', () => sent().find(({ type }) => type === 'text'))).toMatchObject({
      type: 'text',
      text: { body: 'Hi. Thank you, Anna Example' },
    });
  });

  it('sends a template when the 24 hours are over, with its fields filled', async () => {
    const { page, arrive, sent } = await openRealShop(browser, { templates: [reminder, { ...reminder, name: 'other', status: 'PAUSED' }] });
    await arrive(textMessage({ timestamp: seconds(Date.now() - 30 * 3_600_000) }), ANNA);
    const chat = await openChat(page);
    expect(await chat.getByRole('textbox', { name: /Write to/ }).count()).toBe(0);
    await chat.getByRole('button', { name: 'Send a template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Read anew' }).click();
    const paused = dialog.getByRole('option', { name: 'other' });
    await paused.waitFor();
    expect(await paused.getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('option', { name: 'order_ready' }).click();
    const send = dialog.getByRole('button', { name: 'Send', exact: true });
    expect(await dialog.getByLabel('Field 1', { exact: true }).inputValue()).toBe('Anna Example');
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByLabel('Field 2', { exact: true }).fill('12');
    await dialog.getByText('Hello Anna Example, your order 12 is ready.').waitFor();
    await send.click();
    await dialog.waitFor({ state: 'detached' });
    expect(await until('the message at the Graph API', () => sent().find(({ type }) => type === 'template'))).toMatchObject({
      type: 'template',
      template: { name: 'order_ready', language: { code: 'en_US' } },
    });
  });

  it('keeps a begun text over a new page, and asks for the location by keys alone', async () => {
    const { page, arrive, sent } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    let chat = await openChat(page);
    await chat.getByRole('textbox', { name: /Write to/ }).fill('We are just');
    await page.waitForTimeout(1500);
    await page.reload();
    chat = page.getByRole('region', { name: 'Chat with Anna Example' });
    const field = chat.getByRole('textbox', { name: /Write to/ });
    await field.waitFor();
    expect(await field.inputValue()).toBe('We are just');
    await field.press('Control+Shift+L');
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    expect(await until('the message at the Graph API', () => sent().find(({ type }) => type === 'interactive'))).toMatchObject({
      type: 'interactive',
      interactive: { type: 'location_request_message' },
    });
    expect(await field.inputValue()).toBe('We are just');
  });

  it.each(['paste', 'drop'] as const)('shows a file that comes by %s, to be given a caption', async (how) => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('textbox', { name: /Write to/ }).waitFor();
    await give(page, how === 'paste' ? '[data-composer]' : '[data-opened]', how, 'cake.png');
    const dialog = page.getByRole('dialog', { name: 'Send files to Anna Example' });
    await dialog.getByRole('img', { name: 'Preview of cake.png' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove cake.png' }).click();
    await dialog.getByText('No file is chosen.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await chat.getByRole('textbox', { name: /Write to/ }).isVisible()).toBe(true);
  });

  it('records a voice note that can be listened to, and lets the microphone go', async () => {
    const { page, arrive } = await openRealShop(browser);
    await page.context().grantPermissions(['microphone']);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await page.evaluate(() => {
      const devices = navigator.mediaDevices;
      const open = devices.getUserMedia.bind(devices);
      devices.getUserMedia = async (wanted) => {
        const stream = await open(wanted);
        Reflect.set(window, 'heard', stream);
        return stream;
      };
    });
    const microphone = () =>
      page.evaluate(() => (Reflect.get(window, 'heard') as MediaStream).getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`));
    await chat.getByRole('button', { name: 'Record a voice note' }).click();
    await chat.getByRole('timer').waitFor();
    expect(await microphone()).toEqual(['audio live']);
    await page.waitForTimeout(1500);
    await chat.getByRole('button', { name: 'Stop and listen' }).click();
    const player = chat.locator('audio');
    await player.waitFor();
    expect(await microphone()).toEqual(['audio ended']);
    // That it plays proves that what was made is a file of sound; that it is Ogg with Opus in mono was seen when it was made.
    await until('a file of sound', () => player.evaluate((element: HTMLAudioElement) => Number.isFinite(element.duration) && element.duration > 0.8));
    await chat.getByRole('button', { name: 'Discard the voice note' }).click();
    await chat.getByRole('textbox', { name: /Write to/ }).waitFor();
  });

  it('says that the microphone was not allowed', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('button', { name: 'Record a voice note' }).click();
    await chat.getByText('The microphone was not allowed').waitFor();
    expect(await chat.getByRole('textbox', { name: /Write to/ }).isVisible()).toBe(true);
  });
});
