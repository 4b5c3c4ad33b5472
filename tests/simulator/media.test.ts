import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { writePdf } from '../../electron/simulator/files/write-pdf.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA, TOKEN } from './practice-shop.ts';
import { uploadFile } from './upload-file.ts';

const PDF = { name: 'a.pdf', type: 'application/pdf', bytes: writePdf(['Hello']) };
const { text: _text, type: _type, ...TO } = TO_SHEENA;

function bearer(token = TOKEN): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

async function facts(
  shop: PracticeShop,
  id: string,
): Promise<{ url: string; sha256: string; mime_type: string; file_size: number; error?: GraphErrorBody['error'] }> {
  const response = await fetch(`${shop.simulator.graphUrl}/v25.0/${id}?phone_number_id=${PHONE_ID}`, { headers: bearer() });
  return (await response.json()) as Awaited<ReturnType<typeof facts>>;
}

test.each([
  ['photo', 'image', 'image/png'],
  ['video', 'video', 'video/mp4'],
  ['voice', 'audio', 'audio/ogg; codecs=opus'],
  ['document', 'document', 'application/pdf'],
  ['sticker', 'sticker', 'image/webp'],
] as const)('what a customer sends as %s can be fetched for five minutes, and its bytes fit the hash', async (action, type, mimeType) => {
  const shop = await openPracticeShop();
  await shop.simulator.act(action);
  const [message] = shop.messages();
  expect(message?.type).toBe(type);
  const named = message?.[type] as { id: string; sha256: string; mime_type: string };
  expect(named.mime_type).toBe(mimeType);
  const { url, sha256, file_size: size } = await facts(shop, named.id);
  const bytes = Buffer.from(await (await fetch(url, { headers: bearer() })).arrayBuffer());
  expect(bytes).toHaveLength(size);
  expect(createHash('sha256').update(bytes).digest('base64')).toBe(named.sha256);
  expect(Buffer.from(sha256, 'hex').toString('base64')).toBe(named.sha256);
  expect((await fetch(url, { headers: bearer('another') })).status).toBe(401);
  shop.clock.now += 5 * 60_000;
  expect((await fetch(url, { headers: bearer() })).status).toBe(404);
  expect((await fetch((await facts(shop, named.id)).url, { headers: bearer() })).status).toBe(200);
});

test('told that files are gone, it knows none; told to break them, their hash does not fit', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('document');
  const named = shop.messages()[0]?.['document'] as { id: string; sha256: string };
  shop.simulator.behave({ mediaBroken: true });
  const { url } = await facts(shop, named.id);
  const bytes = Buffer.from(await (await fetch(url, { headers: bearer() })).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('base64')).not.toBe(named.sha256);
  shop.simulator.behave({ mediaGone: true });
  expect((await fetch(url, { headers: bearer() })).status).toBe(404);
  expect((await facts(shop, named.id)).error).toMatchObject({ code: 100, error_subcode: 33 });
});

test('about half of the messages carry the address of their file, which works as the one that is asked for', async () => {
  const shop = await openPracticeShop();
  for (let count = 0; count < 20; count += 1) await shop.simulator.act('sticker');
  const urls = shop.messages().flatMap((message) => (message['sticker'] as { url?: string }).url ?? []);
  expect(urls.length).toBeGreaterThan(4);
  expect(urls.length).toBeLessThan(16);
  const [url = ''] = urls;
  expect((await fetch(url, { headers: bearer() })).headers.get('content-type')).toBe('image/webp');
  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(url.replace('hash=', 'hash=x'), { headers: bearer() })).status).toBe(404);
});

test('an upload has an id that can be sent as what it is, and not after it was deleted', async () => {
  const shop = await openPracticeShop();
  const { id } = await uploadFile(shop, PDF);
  const send = async (kind: string) => (await shop.send({ ...TO, type: kind, [kind]: { id } })).status;
  expect(await send('document')).toBe(200);
  expect(await send('image')).toBe(400);
  await fetch(`${shop.simulator.graphUrl}/v25.0/${id}`, { method: 'DELETE', headers: bearer() });
  expect(await send('document')).toBe(400);
});

test.each([
  ['a type that is not on the list', { ...PDF, type: 'image/gif' }, 100],
  ['bytes of another type', { ...PDF, type: 'image/png' }, 131053],
  [
    'too many bytes',
    { ...PDF, type: 'image/png', bytes: Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(5 * 1024 * 1024)]) },
    131053,
  ],
  ['nothing in it', { ...PDF, bytes: Buffer.alloc(0) }, 131053],
])('a file with %s is refused', async (_, file, code) => {
  expect((await uploadFile(await openPracticeShop(), file)).code).toBe(code);
});
