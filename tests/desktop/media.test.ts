import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SHORT_VIDEO } from '../../electron/simulator/files/short-video.ts';
import { STICKER_PICTURE } from '../../electron/simulator/files/sticker-picture.ts';
import { VOICE_NOTE } from '../../electron/simulator/files/voice-note.ts';
import { writePdf } from '../../electron/simulator/files/write-pdf.ts';
import { callContract } from '../support/desktop/call-contract.ts';
import { launchShop } from '../support/desktop/launch-shop.ts';
import type { DesktopShop } from '../support/desktop/launch-shop.ts';
import { noDesktop } from '../support/desktop/require-desktop.ts';
import { CONTACT, envelope, postSigned, textMessage } from '../support/post-webhook.ts';
import { serveFiles } from '../support/serve-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const PHOTO = readFileSync(path.join(import.meta.dirname, '../fixtures/tickets/everyday-a4.png'));
const base64 = (text: string) => Buffer.from(text, 'base64');
const FILES = {
  image: { id: '2001', mimeType: 'image/png', bytes: PHOTO, more: { caption: 'Can you bake this one for *Saturday*?' } },
  video: { id: '2002', mimeType: 'video/mp4', bytes: base64(SHORT_VIDEO), more: { caption: 'The oven' } },
  audio: { id: '2003', mimeType: 'audio/ogg; codecs=opus', bytes: base64(VOICE_NOTE), more: { voice: true } },
  document: { id: '2004', mimeType: 'application/pdf', bytes: writePdf(['2 loaves']), more: { filename: 'Größe & Wünsche 2.pdf' } },
  sticker: { id: '2005', mimeType: 'image/webp', bytes: base64(STICKER_PICTURE), more: { animated: false } },
};
type Kind = keyof typeof FILES;
type Shown = { content: { kind: string; media: { media: Kind; url: string; thumbUrl: string | null; state: string; durationMs: number | null } } };

describe.skipIf(noDesktop)('files of messages in the real window', () => {
  let shop: DesktopShop;
  let graph: Awaited<ReturnType<typeof serveFiles>>;
  const violations: string[] = [];
  let urls: Record<Kind, Shown['content']['media']>;

  beforeAll(async () => {
    graph = await serveFiles(Object.fromEntries(Object.values(FILES).map((file) => [file.id, file])));
    // Without a locale of UTF-8 Chromium on Linux saves whatever has a name beyond ASCII as "download".
    // Sound and pictures of Chromium's own, so that what is asked for is there whatever the machine has.
    shop = await launchShop({ SHOPBELL_GRAPH_URL: graph.url, LC_ALL: 'C.UTF-8' }, ['--use-fake-device-for-media-stream']);
    shop.page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) violations.push(message.text());
    });
    for (const [type, { id, mimeType, more }] of Object.entries(FILES)) {
      const message = textMessage({ type, text: undefined, [type]: { id, mime_type: mimeType, ...more } });
      expect(await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [message] }))).toBe(200);
    }
    const media = await until('all files', async () => {
      const { messages } = (await callContract(shop.page, 'chats/thread', { conversationId: 1 })) as { messages: Shown[] };
      const files = messages.map(({ content }) => content.media);
      return files.length === 5 && files.every(({ state }) => state === 'ready') ? files : null;
    });
    urls = Object.fromEntries(media.map((file) => [file.media, file])) as typeof urls;
  });
  afterAll(async () => {
    await shop.close();
    graph.stop();
  });

  test('the microphone is given to our page; a camera, with sound or without, is not', async () => {
    const ask = (wanted: { audio?: boolean; video?: boolean }) =>
      shop.page.evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) => {
              const kinds = stream.getTracks().map(({ kind }) => kind);
              for (const track of stream.getTracks()) track.stop();
              return kinds.join();
            },
            (error: unknown) => (error instanceof Error ? error.name : 'error'),
          ),
        wanted,
      );
    expect(await ask({ audio: true })).toBe('audio');
    expect(await ask({ video: true })).toBe('NotAllowedError');
    expect(await ask({ audio: true, video: true })).toBe('NotAllowedError');
  });

  test('another origin gets no microphone', async () => {
    const server = http.createServer((_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>stranger'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const answer = await shop.app.evaluate(
      async ({ BrowserWindow }, address) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
        await stranger.loadURL(address);
        const said: unknown = await stranger.webContents.executeJavaScript(
          "navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', (error) => isSecureContext + ' ' + error.name)",
        );
        stranger.destroy();
        return said;
      },
      `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    );
    expect(answer).toBe('true NotAllowedError');
  });

  test('the window’s own scheme serves files in ranges, and small pictures made of large ones', async () => {
    const { image, video } = urls;
    const got = await shop.page.evaluate(
      async ({ url, small, whole }) => {
        const part = await fetch(url, { headers: { range: 'bytes=4-7' } });
        const sizeOf = async (address: string) => {
          const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
          return Math.max(width, height);
        };
        return {
          status: part.status,
          range: part.headers.get('content-range'),
          text: await part.text(),
          small: await sizeOf(small),
          whole: await sizeOf(whole),
        };
      },
      { url: video.url, small: image.thumbUrl ?? '', whole: image.url },
    );
    expect(got).toEqual({ status: 206, range: `bytes 4-7/${FILES.video.bytes.length}`, text: 'ftyp', small: 480, whole: PHOTO.readUInt32BE(20) });
  });

  test('a film and a voice note play and are sought in', async () => {
    const seek = (tag: 'video' | 'audio', url: string) =>
      shop.page.evaluate(
        async ({ name, address }) => {
          const player = document.createElement(name as 'video');
          player.muted = true;
          player.src = address;
          const next = (event: string) =>
            new Promise((resolve, reject) => {
              player.addEventListener(event, resolve, { once: true });
              player.addEventListener('error', () => reject(new Error(player.error?.message)), { once: true });
            });
          await next('loadedmetadata');
          const { duration } = player;
          const sought = next('seeked');
          player.currentTime = duration / 2;
          await sought;
          return { duration, at: player.currentTime / duration };
        },
        { name: tag, address: url },
      );
    for (const tag of ['video', 'audio'] as const) {
      const { duration, at } = await seek(tag, urls[tag].url);
      expect(duration).toBeGreaterThan(0.5);
      expect(at).toBeCloseTo(0.5, 1);
      if (tag === 'audio') expect((urls.audio.durationMs ?? 0) / 1000).toBeCloseTo(duration, 1);
    }
  });

  test('a chat shows them all, without a violation of the policy, and saves under the file’s own name', async () => {
    const { page, app } = shop;
    await page.keyboard.press('Alt+2');
    await page.getByText('Sheena Nelson').first().click();
    await page.getByRole('link', { name: /^Save Größe/ }).waitFor();
    await expect
      .poll(() =>
        page
          .locator('img[src*="/small?"]')
          .first()
          .evaluate((image: HTMLImageElement) => image.naturalHeight),
      )
      .toBeGreaterThan(0);
    const target = path.join(temporaryFolder(), 'saved.pdf');
    const saved = app.evaluate(
      ({ session }, file) =>
        new Promise<string>((resolve) => {
          session.defaultSession.once('will-download', (_event, item) => {
            item.setSavePath(file);
            item.once('done', (_done, state) => resolve(`${item.getFilename()} ${state}`));
          });
        }),
      target,
    );
    await page.getByRole('link', { name: /^Save Größe/ }).click();
    expect(await saved).toBe('Größe & Wünsche 2.pdf completed');
    expect(readFileSync(target).equals(FILES.document.bytes)).toBe(true);
    expect(page.url()).toMatch(/^app:\/\/bundle\//);
    expect(violations).toEqual([]);
  });
});
