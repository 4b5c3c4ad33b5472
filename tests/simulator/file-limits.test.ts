import { expect, test } from 'vitest';
import { SHORT_VIDEO } from '../../electron/simulator/files/short-video.ts';
import { writeAmr } from '../../electron/simulator/files/write-amr.ts';
import { writePng } from '../../electron/simulator/files/write-png.ts';
import { paintShapes } from '../../electron/simulator/files/paint-shapes.ts';
import { STICKER_PICTURE } from '../../electron/simulator/files/sticker-picture.ts';
import { VOICE_NOTE } from '../../electron/simulator/files/voice-note.ts';
import { writePdf } from '../../electron/simulator/files/write-pdf.ts';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { openPracticeShop, type PracticeShop, TO_SHEENA } from './practice-shop.ts';
import { type FileToSend, uploadFile } from './upload-file.ts';

const { type: _type, text: _text, ...TO } = TO_SHEENA;
const KB = 1024;
const MB = 1024 * KB;

const file = (type: string, bytes: Buffer, size = bytes.length): FileToSend => ({
  name: 'a',
  type,
  bytes: Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]),
});
const PICTURE = writePng(8, 8, paintShapes(8, 8, [0, 0, 0], []));
const PDF = writePdf(['Hello']);
const VIDEO = Buffer.from(SHORT_VIDEO, 'base64');
const VOICE = Buffer.from(VOICE_NOTE, 'base64');
const STILL = Buffer.from(STICKER_PICTURE, 'base64');

/** The head of a WebP picture, as far as its size and its moving are read. */
function webp(width: number, height: number, animated: boolean): Buffer {
  const head = Buffer.alloc(30);
  head.write('RIFF', 0, 'latin1');
  head.write('WEBPVP8X', 8, 'latin1');
  head[20] = animated ? 2 : 0;
  head.writeUIntLE(width - 1, 24, 3);
  head.writeUIntLE(height - 1, 27, 3);
  return head;
}

/** The same voice note, with another number of channels in its head. */
function channels(count: number): Buffer {
  const bytes = Buffer.from(VOICE);
  bytes[bytes.indexOf('OpusHead') + 9] = count;
  return bytes;
}

const codeOf = async (shop: PracticeShop, kind: string, id: string, more: object = {}): Promise<number> => {
  const answer = (await (await shop.send({ ...TO, type: kind, [kind]: { id, ...more } })).json()) as Partial<GraphErrorBody>;
  return answer.error?.code ?? 200;
};

test.each<[string, string, string, Buffer, number]>([
  ['image', 'image', 'image/png', PICTURE, 5 * MB],
  ['video', 'video', 'video/mp4', VIDEO, 16 * MB],
  ['audio', 'audio', 'audio/amr', writeAmr(), 16 * MB],
  ['document', 'document', 'application/pdf', PDF, 100 * MB],
  ['animated sticker', 'sticker', 'image/webp', webp(512, 512, true), 500 * KB],
])('%s: the largest file can be sent, one byte more cannot be uploaded', async (_, kind, type, bytes, most) => {
  const shop = await openPracticeShop();
  const { id } = await uploadFile(shop, file(type, bytes, most));
  expect(await codeOf(shop, kind, id)).toBe(200);
  expect((await uploadFile(shop, file(type, bytes, most + 1))).code).toBe(131053);
});

test.each<[string, string, FileToSend, FileToSend, object, number]>([
  ['a static sticker’s size', 'sticker', file('image/webp', STILL, 100 * KB), file('image/webp', STILL, 100 * KB + 1), {}, 131053],
  ['a sticker’s width', 'sticker', file('image/webp', webp(512, 512, false)), file('image/webp', webp(513, 512, false)), {}, 131053],
  ['a sticker’s height', 'sticker', file('image/webp', webp(512, 512, false)), file('image/webp', webp(512, 511, false)), {}, 131053],
  ['mono', 'audio', file('audio/ogg', channels(1)), file('audio/ogg', channels(2)), {}, 131053],
  ['Opus in Ogg', 'audio', file('audio/ogg', VOICE), file('audio/ogg', Buffer.from('OggS with something else in it')), {}, 131053],
  ['a voice note in Ogg', 'audio', file('audio/ogg', VOICE), file('audio/amr', writeAmr()), { voice: true }, 131053],
  ['a picture that is one', 'image', file('image/png', PICTURE), file('application/pdf', PDF), {}, 131053],
])('%s is asked of a file when it is sent', async (_, kind, good, bad, more, code) => {
  const shop = await openPracticeShop();
  const codes = [];
  for (const one of [good, bad]) codes.push(await codeOf(shop, kind, (await uploadFile(shop, one)).id, more));
  expect(codes).toEqual([200, code]);
});

test.each([
  ['image', file('image/png', PICTURE)],
  ['video', file('video/mp4', VIDEO)],
  ['document', file('application/pdf', PDF)],
])('%s: 1024 characters of caption are taken, one more refused; a name or a voice is nothing of its own', async (kind, one) => {
  const shop = await openPracticeShop();
  const { id } = await uploadFile(shop, one);
  const codes = [];
  for (const size of [1024, 1025]) codes.push(await codeOf(shop, kind, id, { caption: 'x'.repeat(size) }));
  codes.push(await codeOf(shop, kind, id, { voice: true }), await codeOf(shop, kind, id, { filename: 'a.pdf' }));
  expect(codes).toEqual([200, 131009, 100, kind === 'document' ? 200 : 100]);
});

test.each(['audio', 'sticker'])('%s has no caption', async (kind) => {
  const shop = await openPracticeShop();
  const { id } = await uploadFile(shop, kind === 'audio' ? file('audio/ogg', VOICE) : file('image/webp', STILL));
  expect([await codeOf(shop, kind, id), await codeOf(shop, kind, id, { caption: 'a' })]).toEqual([200, 100]);
});

test('an uploaded file can be sent for 30 days', async () => {
  const shop = await openPracticeShop();
  const { id } = await uploadFile(shop, file('application/pdf', PDF));
  const template = { name: 'invoice', language: { code: 'en' }, components: [{ type: 'header', parameters: [{ type: 'document', document: { id } }] }] };
  const withBody = { ...template, components: [...template.components, { type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }] };
  const status = async (): Promise<number> => (await shop.send({ ...TO, type: 'template', template: withBody })).status;
  shop.clock.now += 30 * 24 * 3_600_000 - 1;
  expect(await status()).toBe(200);
  shop.clock.now += 1;
  expect(await status()).toBe(400);
});
