import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { keepUploads } from '../../electron/files/keep-uploads.ts';
import { openMediaFolder } from '../../electron/files/media-folder.ts';
import { SEND_LIMITS, sendableAs } from '../../shared/domain/media-limits.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MB = 1024 * 1024;
const png = (size: number) => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d494844520000028000000168', 'hex'), Buffer.alloc(size - 24, 7)]);

/** A WebP of the extended form. */
function webp(side: number, size: number, animated: boolean): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write('RIFF....WEBPVP8X', 'latin1');
  bytes[20] = animated ? 2 : 0;
  bytes.writeUIntLE(side - 1, 24, 3);
  bytes.writeUIntLE(side - 1, 27, 3);
  return bytes;
}

/** Ogg with Opus: a first page with its head, a last one that ends after that many seconds. */
function ogg(channels: number, seconds: number): Buffer {
  const head = Buffer.alloc(28 + 19);
  head.write('OggS', 'latin1');
  head.write('OpusHead', 28, 'latin1');
  head[36] = 1;
  head[37] = channels;
  head.writeUInt16LE(312, 38);
  const last = Buffer.alloc(60);
  last.write('OggS', 'latin1');
  last.writeBigInt64LE(BigInt(seconds * 48_000 + 312), 6);
  return Buffer.concat([head, last]);
}

function open() {
  const clock = { now: 1_000_000 };
  const root = path.join(temporaryFolder(), 'media');
  const folder = openMediaFolder(root);
  const uploads = keepUploads({ folder, now: () => clock.now, newId: randomUUID });
  onTestFinished(() => uploads.stop());
  const begin = async (name: string, mimeType: string, size: number) => {
    const begun = await uploads.begin({ name, mimeType, size });
    return begun.ok ? begun.uploadId : begun.reason;
  };
  /** All of it, in one part. */
  const hand = async (name: string, mimeType: string, bytes: Buffer) => {
    const id = await begin(name, mimeType, bytes.length);
    const done = await uploads.chunk(id, 0, bytes);
    return done.ok ? uploads.take(id) : done;
  };
  return { uploads, folder, clock, root, begin, hand };
}

test('a file comes in parts of any order, and is whole when nothing is missing', async () => {
  const { uploads, begin, folder } = open();
  const bytes = png(1_000);
  const id = await begin('bread.png', 'image/png', bytes.length);
  expect(await uploads.chunk(id, 600, bytes.subarray(600))).toEqual({ ok: true, whole: false });
  expect(uploads.take(id)).toEqual({ ok: false, reason: 'upload-lost' });
  expect(await uploads.chunk(id, 0, bytes.subarray(0, 300))).toEqual({ ok: true, whole: false });
  expect(await uploads.chunk(id, 0, bytes.subarray(0, 300)), 'its answer was lost').toEqual({ ok: true, whole: false });
  expect(await uploads.chunk(id, 300, bytes.subarray(300, 600))).toEqual({ ok: true, whole: true });
  const hash = createHash('sha256').update(bytes).digest('hex');
  expect(uploads.take(id)).toEqual({
    ok: true,
    hash,
    size: 1000,
    mimeType: 'image/png',
    filename: 'bread.png',
    width: 640,
    height: 360,
    durationMs: null,
    animated: false,
    as: ['image', 'document'],
  });
  expect(readFileSync(folder.fileOf(hash)).equals(bytes)).toBe(true);
  expect(await folder.sweep(() => false), 'it is still to be sent').toBe(0);
});

test('parts put together in whatever order give the file', async () => {
  const bytes = Buffer.from(`plain text ${'of some length '.repeat(20)}`);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 6 }), fc.infiniteStream(fc.nat()), async (cuts, order) => {
      const { uploads, begin } = open();
      const ends = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const parts = ends.slice(1).map((end, n) => [ends[n] ?? 0, end] as const);
      const mixed = parts.map((part) => ({ part, key: order.next().value })).toSorted((a, b) => a.key - b.key);
      const id = await begin('note.txt', 'text/plain', bytes.length);
      const answers = await Promise.all(mixed.map(({ part: [from, to] }) => uploads.chunk(id, from, bytes.subarray(from, to))));
      expect(answers.at(-1)).toEqual({ ok: true, whole: true });
      expect(uploads.take(id)).toMatchObject({ hash: createHash('sha256').update(bytes).digest('hex') });
      await uploads.stop();
    }),
    { numRuns: 25 },
  );
});

test('what WhatsApp would not take is refused before a byte crosses', () => {
  const as = (name: string, type: string, size: number) => {
    const answer = sendableAs(name, type, size);
    return answer.ok ? answer.as : answer.reason;
  };
  expect(as('a.jpg', 'image/jpeg', 5 * MB)).toEqual(['image', 'document']);
  expect(as('a.jpg', 'image/jpeg', 5 * MB + 1)).toEqual(['document']);
  expect(as('a.mp4', 'video/mp4', 16 * MB + 1)).toEqual(['document']);
  expect(as('a.mp4', 'video/mp4', 101 * MB)).toBe('media-too-large');
  expect(as('voice.ogg', 'audio/ogg; codecs=opus', 1000)).toEqual(['voice', 'audio', 'document']);
  expect(as('a.webp', 'image/webp', SEND_LIMITS.sticker + 1)).toBe('media-too-large');
  expect(as('prices.csv', 'application/vnd.ms-excel', 10)).toEqual(['document']);
  expect(as('prices.csv', 'text/csv', 10)).toEqual(['document']);
  expect(as('a.M4A', '', 10)).toEqual(['audio', 'document']);
  for (const [name, type] of [
    ['a.gif', 'image/gif'],
    ['a.svg', 'image/svg+xml'],
    ['a.exe', 'application/x-msdownload'],
    ['a.mov', 'video/quicktime'],
    ['a', ''],
  ] as const) {
    expect(as(name, type, 10), name).toBe('media-type');
  }
});

test('a file that is not what it says is refused when it is whole, and thrown away', async () => {
  const { hand, root, uploads, begin } = open();
  expect(await hand('a.pdf', 'application/pdf', Buffer.from('<html>'))).toEqual({ ok: false, reason: 'media-type' });
  expect(await hand('a.png', 'image/png', Buffer.from('MZ\0\0'))).toEqual({ ok: false, reason: 'media-type' });
  expect(await hand('a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', Buffer.from('text'))).toEqual({
    ok: false,
    reason: 'media-type',
  });
  expect(await hand('a.png', 'image/png', Buffer.from('ffd8ffe000104a464946', 'hex')), 'a JPEG by another name is one').toMatchObject({
    mimeType: 'image/jpeg',
  });
  const id = await begin('a.txt', 'text/plain', 3);
  expect(await uploads.chunk(id, 0, Buffer.from('four'))).toEqual({ ok: false, reason: 'bad-file' });
  expect(await uploads.chunk(id, 0, Buffer.from('abc'))).toEqual({ ok: false, reason: 'upload-lost' });
  await uploads.stop();
  expect(readdirSync(path.join(root, 'unfinished'))).toEqual([]);
});

test('stickers have their size, and voice notes one channel', async () => {
  const { hand } = open();
  expect(await hand('a.webp', 'image/webp', webp(512, 90_000, false))).toMatchObject({ ok: true, as: ['sticker'], animated: false });
  expect(await hand('a.webp', 'image/webp', webp(512, 110 * 1024, false))).toEqual({ ok: false, reason: 'media-too-large' });
  expect(await hand('a.webp', 'image/webp', webp(512, 110 * 1024, true))).toMatchObject({ ok: true, animated: true });
  expect(await hand('a.webp', 'image/webp', webp(511, 1000, false))).toEqual({ ok: false, reason: 'media-type' });
  expect(await hand('a.ogg', 'audio/ogg', ogg(1, 7))).toMatchObject({ as: ['voice', 'audio', 'document'], durationMs: 7000 });
  expect(await hand('a.ogg', 'audio/ogg', ogg(2, 7))).toMatchObject({ as: ['document'] });
});

test('what is not sent within an hour is forgotten, and so is what is cancelled', async () => {
  const { uploads, begin, clock, folder, root } = open();
  const bytes = png(500);
  const kept = await begin('a.png', 'image/png', bytes.length);
  await uploads.chunk(kept, 0, bytes);
  expect(uploads.take(kept)).toMatchObject({ ok: true });
  const half = await begin('b.png', 'image/png', bytes.length);
  await uploads.chunk(half, 0, bytes.subarray(0, 100));
  await uploads.cancel(half);
  expect(readdirSync(path.join(root, 'unfinished'))).toEqual([]);
  clock.now += 60 * 60_000;
  expect(uploads.take(kept)).toEqual({ ok: false, reason: 'upload-lost' });
  await uploads.forgetOld();
  expect(await folder.sweep(() => false)).toBe(1);
});
