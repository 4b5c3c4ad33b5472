import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VOICE_NOTE } from '../../electron/simulator/files/voice-note.ts';
import { writePdf } from '../../electron/simulator/files/write-pdf.ts';
import { goTo, launchChromium, openPage } from '../support/open-page.ts';
import { CONTACT, envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { lacksBrowser } from '../support/require-browser.ts';
import { serveFiles } from '../support/serve-files.ts';
import { startBuilt } from '../support/start-built.ts';
import type { Built } from '../support/start-built.ts';
import { APP_SECRET, PHONE_NUMBER_ID } from '../support/start-shop.ts';

const PDF = writePdf(['2 loaves']);
const VOICE = Buffer.from(VOICE_NOTE, 'base64');

describe.skipIf(lacksBrowser)('files of messages in the browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shopbell-save-'));
  let browser: Browser;
  let shop: Built;
  let graph: Awaited<ReturnType<typeof serveFiles>>;

  beforeAll(async () => {
    graph = await serveFiles({ '2001': { bytes: PDF, mimeType: 'application/pdf' }, '2002': { bytes: VOICE, mimeType: 'audio/ogg' } });
    browser = await launchChromium();
    const environment = {
      SHOPBELL_APP_SECRET: APP_SECRET,
      SHOPBELL_VERIFY_TOKEN: 'test-verify-token',
      SHOPBELL_ACCESS_TOKEN: 'test-access-token',
      SHOPBELL_PHONE_NUMBER_ID: PHONE_NUMBER_ID,
      SHOPBELL_GRAPH_URL: graph.url,
    };
    shop = await startBuilt({ dataFolder: folder, pace: 1, environment });
    const messages = [
      textMessage({ type: 'document', text: undefined, document: { id: '2001', mime_type: 'application/pdf', filename: 'Größe & "Wünsche"/2.pdf' } }),
      textMessage({ type: 'audio', text: undefined, audio: { id: '2002', mime_type: 'audio/ogg; codecs=opus', voice: true } }),
    ];
    expect(await postSigned(shop.webhook ?? '', envelope({ contacts: [CONTACT], messages }))).toBe(200);
  });
  afterAll(async () => {
    await browser.close();
    await shop.stop();
    graph.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are saved under the names that they came with, or one that says what they are', async () => {
    const { page, troubles } = await openPage(browser, shop.link);
    await goTo(page, '/chats');
    await page.locator('[data-chat-link]').first().click();
    const save = async (name: RegExp) => {
      const downloaded = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const download = await downloaded;
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const document = await save(/^Save Größe/);
    // What no folder could be called is left out by us or by the browser.
    expect(document.name).toMatch(/^Größe & ._?Wünsche._?_?2\.pdf$/);
    expect(document.bytes.equals(PDF)).toBe(true);
    const voice = await save(/^Save Voice/);
    expect(voice.name).toMatch(/^audio-\d+\.ogg$/);
    expect(voice.bytes.equals(VOICE)).toBe(true);
    expect(troubles).toEqual([]);
  });
});
