import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { VOICE_NOTE } from '../../electron/simulator/files/voice-note.ts';
import type { MessageContent, MessageView } from '../../shared/contract/messages.ts';
import { openConsole } from '../support/open-console.ts';
import { startShopWithSimulator, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const PHOTO = readFileSync(path.join(import.meta.dirname, '../fixtures/tickets/everyday-a4.png'));
const VOICE = Buffer.from(VOICE_NOTE, 'base64');

type Kept = Extract<MessageContent, { kind: 'media' }>;

async function openShop() {
  const given = await startShopWithSimulator();
  onTestFinished(async () => {
    await given.simulator.stop();
    await given.shop.stop();
  });
  return given;
}

async function messagesOf(shop: TestShop): Promise<MessageView[]> {
  const { conversations } = await shop.api.chats.list({});
  const threads = await Promise.all(conversations.map(({ id }) => shop.api.chats.thread({ conversationId: id })));
  return threads.flatMap(({ messages }) => messages);
}
const filesOf = async (shop: TestShop): Promise<Kept[]> => (await messagesOf(shop)).flatMap(({ content }) => (content.kind === 'media' ? content : []));
const allReady = (shop: TestShop, count: number) =>
  until(`${count} files`, async () => {
    const files = await filesOf(shop);
    return files.length === count && files.every(({ media }) => media.state === 'ready') ? files : null;
  });

test('what customers send as files is fetched, kept by its content, shown in parts, and there after a restart', async () => {
  const { shop, simulator, reports } = await openShop();
  for (const action of ['photo', 'voice', 'document', 'sticker', 'video'] as const) await simulator.act(action);
  const files = await allReady(shop, 5);
  expect(files.map(({ media }) => media.media).toSorted()).toEqual(['audio', 'document', 'image', 'sticker', 'video']);
  const of = (kind: Kept['media']['media']) => files.find(({ media }) => media.media === kind)!;
  expect(of('audio')).toMatchObject({ voice: true, media: { mimeType: 'audio/ogg; codecs=opus' } });
  expect(of('audio').media.durationMs).toBeGreaterThan(500);
  expect(of('document').media).toMatchObject({ filename: 'Wish list.pdf', thumbUrl: null });
  expect(of('image').media.width).toBeGreaterThan(100);
  expect(of('sticker').media).toMatchObject({ width: 512, height: 512 });

  const page = await openConsole({ findFile: shop.app.findFile });
  const cookie = await page.cookie();
  const get = (address: string, headers: Record<string, string> = {}) => fetch(page.url + address, { headers: { cookie, ...headers } });
  for (const { media } of files) {
    const { hash } = shop.rows<{ hash: string }>('SELECT hash FROM media WHERE id = ?', media.mediaId)[0]!;
    const answer = await get(media.url ?? '');
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    expect(bytes.length).toBe(media.size);
    expect(existsSync(path.join(shop.folder, 'media', hash.slice(0, 2), hash))).toBe(true);
    const part = await get(media.url ?? '', { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
    expect((await fetch(page.url + media.url)).status, 'a stranger').toBe(401);
  }
  expect((await get(`${of('document').media.url}&download`)).headers.get('content-disposition')).toContain('Wish%20list.pdf');

  const again = await shop.restart();
  onTestFinished(() => again.stop());
  const kept = await filesOf(again);
  expect(kept.map(({ media }) => [media.mediaId, media.state, media.url]).toSorted()).toEqual(
    files.map(({ media }) => [media.mediaId, media.state, media.url]).toSorted(),
  );
  const served = await again.app.findFile('real', String(of('video').media.mediaId));
  expect(readFileSync(served?.file ?? '').length).toBe(of('video').media.size);
  expect(reports).toEqual([]);
});

test('the same sticker twice is one file, and stays for the one when the other is deleted', async () => {
  const { shop, simulator } = await openShop();
  await shop.api.settings.save({ deletedMessages: 'remove' });
  await simulator.act('sticker');
  await simulator.act('sticker');
  await allReady(shop, 2);
  const hashes = shop.rows<{ hash: string | null }>('SELECT hash FROM media ORDER BY id').map(({ hash }) => hash);
  expect(hashes[0]).toBe(hashes[1]);
  const file = path.join(shop.folder, 'media', hashes[0]!.slice(0, 2), hashes[0]!);
  await simulator.act('delete');
  await until('the file of one is forgotten', () => shop.rows("SELECT 1 FROM media WHERE state = 'removed' AND hash IS NULL").length === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(existsSync(file)).toBe(true);
});

test('a deleted photo’s bytes go with it, where the shop keeps nothing of what is deleted', async () => {
  const { shop, simulator } = await openShop();
  await shop.api.settings.save({ deletedMessages: 'remove' });
  await simulator.act('photo');
  await allReady(shop, 1);
  const { hash } = shop.rows<{ hash: string }>('SELECT hash FROM media')[0]!;
  const file = path.join(shop.folder, 'media', hash.slice(0, 2), hash);
  expect(existsSync(file)).toBe(true);
  await simulator.act('delete');
  await until('the bytes to go', () => !existsSync(file));
});

async function handOver(shop: TestShop, bytes: Buffer, name: string, mimeType: string) {
  const begun = await shop.api.media.begin({ name, mimeType, size: bytes.length });
  if (!begun.ok) throw new Error(begun.reason);
  const half = Math.floor(bytes.length / 2);
  const part = (from: number, to?: number) =>
    shop.api.media.chunk({ uploadId: begun.uploadId, offset: from, base64: bytes.subarray(from, to).toString('base64') });
  expect(await part(half)).toEqual({ ok: true, whole: false });
  expect(await part(0, half)).toEqual({ ok: true, whole: true });
  return begun;
}

test('a photo and a voice note go from the page in parts to the customer, who reads and hears them', async () => {
  const { shop, simulator, reports } = await openShop();
  await simulator.act('text');
  const { id: conversationId } = await until('the chat', async () => (await shop.api.chats.list({})).conversations[0]);
  const photo = await handOver(shop, PHOTO, 'bread.png', 'image/png');
  expect(photo.as).toEqual(['image', 'document']);
  const voice = await handOver(shop, VOICE, 'voice.ogg', 'audio/ogg');
  expect(voice.as).toContain('voice');
  const send = (content: Parameters<typeof shop.api.chats.send>[0]['content']) => shop.api.chats.send({ conversationId, content, requestId: randomUUID() });
  expect(await send({ kind: 'media', uploadId: photo.uploadId, as: 'image', caption: 'Fresh' })).toMatchObject({ ok: true });
  expect(await send({ kind: 'media', uploadId: voice.uploadId, as: 'voice', caption: '' })).toMatchObject({ ok: true });
  const ours = async () => (await shop.api.chats.thread({ conversationId })).messages.filter(({ direction }) => direction === 'out');
  const [shown, heard] = await until('their ticks', async () => {
    const sent = await ours();
    return sent.every(({ status }) => status === 'read' || status === 'played') && sent.some(({ status }) => status === 'played') ? sent : null;
  });
  if (shown?.content.kind !== 'media' || heard?.content.kind !== 'media') throw new Error('no file');
  const { mediaId, url, thumbUrl } = shown.content.media;
  expect(shown).toMatchObject({ status: 'read', content: { caption: 'Fresh', media: { media: 'image', state: 'ready', size: PHOTO.length, progress: null } } });
  expect(heard).toMatchObject({ status: 'played', content: { voice: true, media: { media: 'audio', state: 'ready', size: VOICE.length } } });
  expect(url).toMatch(new RegExp(`^/media/real/${mediaId}\\?v=[0-9a-f]{64}$`));
  expect(thumbUrl).toContain('/small?v=');
  const served = await shop.app.findFile('real', String(mediaId));
  expect(readFileSync(served?.file ?? '').equals(PHOTO)).toBe(true);
  expect(await shop.app.findFile('practice', String(mediaId))).toBeNull();
  expect(reports).toEqual([]);
  const again = await shop.restart();
  onTestFinished(() => again.stop());
  expect(existsSync(served?.file ?? ''), 'the sweep of a start leaves what a message has').toBe(true);
});

test('a photo that was refused is sent again with its file, without being uploaded once more', async () => {
  const { shop, simulator } = await openShop();
  await simulator.act('text');
  const { id: conversationId } = await until('the chat', async () => (await shop.api.chats.list({})).conversations[0]);
  const { uploadId } = await handOver(shop, PHOTO, 'bread.png', 'image/png');
  simulator.behave({ refuseCode: 131049 });
  await shop.api.chats.send({ conversationId, content: { kind: 'media', uploadId, as: 'image', caption: '' }, requestId: randomUUID() });
  const ours = async () => (await shop.api.chats.thread({ conversationId })).messages.filter(({ direction }) => direction === 'out');
  const failed = await until('the refusal', async () => (await ours()).find(({ status }) => status === 'failed'));
  simulator.behave({ refuseCode: 0 });
  const again = await shop.api.chats.sendAgain({ messageId: failed.id });
  if (!again.ok) throw new Error(again.reason);
  await until('its ticks', async () => (await ours()).some(({ id, status }) => id === again.messageId && status === 'read'));
  const [first, second] = shop.rows<{ hash: string; wa_id: string; uploaded_at: number }>('SELECT hash, wa_id, uploaded_at FROM media ORDER BY id');
  expect(second).toEqual(first);
  expect(first?.wa_id).toMatch(/^\d+$/);
});
