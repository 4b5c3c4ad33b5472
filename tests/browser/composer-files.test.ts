import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, giveFile, openChat } from '../support/open-chat.ts';
import { launchChromium } from '../support/open-page.ts';
import { openRealShop } from '../support/open-real-shop.ts';
import { textMessage, tick } from '../support/post-webhook.ts';
import { readOgg } from '../support/read-ogg.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { until } from '../support/until.ts';

const CAKE = {
  name: 'cake.png',
  type: 'image/png',
  base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
};

describe.skipIf(lacksBrowser)('files from the composer', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('brings a pasted picture to Meta as it is, then the message that names it, and its ticks back', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { page, arrive, sent, uploads, tick: tell } = await openRealShop(browser, { hold: () => held });
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('textbox', { name: /Write to/ }).waitFor();
    await giveFile(page, '[data-composer]', 'paste', CAKE);
    const dialog = page.getByRole('dialog', { name: 'Send files to Anna Example' });
    await dialog.getByRole('img', { name: 'Preview of cake.png' }).waitFor();
    await dialog.getByLabel('Caption').fill('Fresh today');
    await dialog.getByRole('button', { name: 'Send 1 file' }).click();
    await dialog.waitFor({ state: 'detached' });
    const bubble = chat.getByRole('article').filter({ hasText: 'Fresh today' });
    const { name: _, ...upload } = await until('the file at the Graph API', () => uploads()[0]);
    expect({ ...upload, bytes: Buffer.from(upload.bytes).toString('base64') }).toEqual({
      product: 'whatsapp',
      type: 'image/png',
      fileType: 'image/png',
      bytes: CAKE.base64,
    });
    expect(sent()).toEqual([]);
    await bubble.getByRole('progressbar', { name: 'Uploading the file' }).waitFor();
    await bubble.locator('[data-status=queued]').waitFor();
    release();
    expect(await until('the message at the Graph API', () => sent()[0])).toMatchObject({
      to: `+${ANNA.wa_id}`,
      type: 'image',
      image: { id: 'media.1', caption: 'Fresh today' },
    });
    await bubble.locator('[data-status=accepted]').waitFor();
    expect(await bubble.getByRole('progressbar').count()).toBe(0);
    await tell(tick('wamid.sent.1', 'delivered'));
    await bubble.locator('[data-status=delivered]').waitFor();
    await tell(tick('wamid.sent.1', 'read'));
    await bubble.locator('[data-status=read]').waitFor();
    expect(uploads()).toHaveLength(1);
  });

  it('brings a recorded voice note to Meta as Ogg with Opus in mono, marked as one', async () => {
    const { page, arrive, sent, uploads } = await openRealShop(browser);
    await page.context().grantPermissions(['microphone']);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('button', { name: 'Record a voice note' }).click();
    await chat.getByRole('timer').waitFor();
    await page.waitForTimeout(1500);
    await chat.getByRole('button', { name: 'Stop and listen' }).click();
    await chat.locator('audio').waitFor();
    await chat.getByRole('region', { name: 'Voice note' }).getByRole('button', { name: 'Send' }).click();
    await chat.getByRole('textbox', { name: /Write to/ }).waitFor();
    const { bytes, ...told } = await until('the file at the Graph API', () => uploads()[0]);
    expect(told).toMatchObject({ product: 'whatsapp', type: expect.stringMatching(/^audio\/ogg/) });
    const { packets, isWhole, granule } = readOgg(bytes);
    expect([isWhole, Buffer.from(packets[0] ?? []).toString('latin1', 0, 8), packets[0]?.[9]]).toEqual([true, 'OpusHead', 1]);
    // At 48,000 samples a second, whatever it was recorded with.
    expect(Number(granule)).toBeGreaterThan(48_000 * 0.8);
    expect(await until('the message at the Graph API', () => sent()[0])).toMatchObject({ type: 'audio', audio: { id: 'media.1', voice: true } });
  });

  it('opens the list of files at once, and shows what is chosen there', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('button', { name: 'Send something else' }).click();
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Attach files' }).click();
    const chooser = await asked;
    expect(chooser.isMultiple()).toBe(true);
    const dialog = page.getByRole('dialog', { name: 'Send files to Anna Example' });
    expect(await dialog.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await chooser.setFiles({ name: CAKE.name, mimeType: CAKE.type, buffer: Buffer.from(CAKE.base64, 'base64') });
    await dialog.getByRole('img', { name: 'Preview of cake.png' }).waitFor();
    await dialog.getByRole('button', { name: 'Send 1 file' }).waitFor();
  });

  it('says where files that hang over the chat will go', async () => {
    const { page, arrive } = await openRealShop(browser);
    await arrive(textMessage(), ANNA);
    const chat = await openChat(page);
    await chat.getByRole('textbox', { name: /Write to/ }).waitFor();
    await giveFile(page, '[data-opened]', 'hang', CAKE);
    const zone = chat.getByText('Let go to attach the files');
    await zone.waitFor();
    await giveFile(page, '[data-opened]', 'drop', CAKE);
    await page.getByRole('dialog', { name: 'Send files to Anna Example' }).getByRole('img', { name: 'Preview of cake.png' }).waitFor();
    expect(await zone.count()).toBe(0);
  });
});
