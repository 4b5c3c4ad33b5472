import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { writePdf } from '../../electron/simulator/files/write-pdf.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA, TOKEN } from './practice-shop.ts';

const PDF = { name: 'a.pdf', type: 'application/pdf', bytes: writePdf(['Hello']) };
const { text: _text, type: _type, ...TO } = TO_SHEENA;

async function upload(shop: PracticeShop, { name, type, bytes }: typeof PDF): Promise<{ status: number; id: string; code: number | undefined }> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  const response = await fetch(`${shop.simulator.graphUrl}/v25.0/${PHONE_ID}/media`, { method: 'POST', headers: bearer(), body: form });
  const body = (await response.json()) as { id: string } & Partial<GraphErrorBody>;
  return { status: response.status, id: body.id, code: body.error?.code };
}

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

test('an upload has an id that can be sent as what it is, and not after it was deleted', async () => {
  const shop = await openPracticeShop();
  const { id } = await upload(shop, PDF);
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
  expect((await upload(await openPracticeShop(), file)).code).toBe(code);
});
