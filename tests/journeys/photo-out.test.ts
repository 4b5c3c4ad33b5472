import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startShopWithSimulator } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const PHOTO = readFileSync(path.join(import.meta.dirname, '../fixtures/tickets/everyday-a4.png'));

test('a photo goes from the page in parts to the customer, and is shown from the shop’s own folder', async () => {
  const { shop, simulator } = await startShopWithSimulator();
  onTestFinished(async () => {
    await simulator.stop();
    await shop.stop();
  });
  await simulator.act('text');
  const chat = await until('the chat', async () => (await shop.api.chats.list({})).conversations[0]);
  const begun = await shop.api.media.begin({ name: 'bread.png', mimeType: 'image/png', size: PHOTO.length });
  if (!begun.ok) throw new Error(begun.reason);
  expect(begun.as).toEqual(['image', 'document']);
  const half = Math.floor(PHOTO.length / 2);
  const part = (from: number, to?: number) =>
    shop.api.media.chunk({ uploadId: begun.uploadId, offset: from, base64: PHOTO.subarray(from, to).toString('base64') });
  expect(await part(half)).toEqual({ ok: true, whole: false });
  expect(await part(0, half)).toEqual({ ok: true, whole: true });
  const sent = await shop.api.chats.send({
    conversationId: chat.id,
    content: { kind: 'media', uploadId: begun.uploadId, as: 'image', caption: 'Fresh' },
    requestId: randomUUID(),
  });
  expect(sent).toMatchObject({ ok: true });
  const thread = () => shop.api.chats.thread({ conversationId: chat.id });
  const shown = await until('its ticks', async () => (await thread()).messages.find(({ direction, ticks }) => direction === 'out' && ticks.sent !== null));
  if (shown.content.kind !== 'media') throw new Error(shown.content.kind);
  const { mediaId, url, thumbUrl } = shown.content.media;
  expect(shown.content).toMatchObject({ caption: 'Fresh', media: { media: 'image', state: 'ready', size: PHOTO.length, progress: null } });
  expect(url).toMatch(new RegExp(`^/media/real/${mediaId}\\?v=[0-9a-f]{64}$`));
  expect(thumbUrl).toContain('/small?v=');
  const served = await shop.app.findFile('real', String(mediaId));
  expect(readFileSync(served?.file ?? '').equals(PHOTO)).toBe(true);
  expect(await shop.app.findFile('practice', String(mediaId))).toBeNull();
  const again = await shop.restart();
  expect(existsSync(served?.file ?? ''), 'the sweep of a start leaves what a message has').toBe(true);
  await again.stop();
});
