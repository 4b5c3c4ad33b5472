import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openMediaFolder } from '../../electron/files/media-folder.ts';
import { sendMessage } from '../../electron/graph/send-message.ts';
import { uploadMedia } from '../../electron/graph/upload-media.ts';
import { startOutboxWorker } from '../../electron/outbound/outbox-worker.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { accepted, refusal } from '../support/scripted-graph.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const BYTES = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(900_000)]);
const DAY = 24 * 60 * 60_000;
type Call = { url: string; headers: http.IncomingHttpHeaders; body: Buffer };

/** A shop's outbox with one document in it, and a Graph API that answers as told; null cuts the connection. */
async function openOutbox(answer: (call: Call, nth: number) => { status?: number; text: string } | null) {
  const calls: Call[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const call = { url: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
      calls.push(call);
      const given = answer(call, calls.length);
      if (given === null) response.destroy();
      else response.writeHead(given.status ?? 200, { 'content-type': 'application/json' }).end(given.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { store, conversation, outgoing } = openRooms();
  const folder = openMediaFolder(path.join(temporaryFolder(), 'media'));
  const begun = await folder.begin('one');
  await begun.write(BYTES, 0);
  const { hash, size } = await begun.keep();
  const message = outgoing(conversation('16505550111'), {
    type: 'document',
    content: { kind: 'media', media: 'document', caption: null, voice: false, animated: false },
  });
  store.media.addOutgoing(message, {
    kind: 'document',
    hash,
    size,
    mimeType: 'application/pdf',
    filename: 'Angebot "März".pdf',
    width: null,
    height: null,
    durationMs: null,
  });
  const clock = { now: T };
  const shares: number[] = [];
  const access = { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, version: 'v25.0', accessToken: 'test-token' };
  const start = () => {
    const worker = startOutboxWorker({
      store,
      send: (sent) => sendMessage(access, sent),
      upload: (file, phoneNumberId) =>
        uploadMedia({
          access,
          phoneNumberId,
          file: folder.fileOf(file.hash ?? ''),
          mimeType: file.mime_type ?? '',
          filename: file.filename ?? '',
          boundary: randomUUID(),
          onProgress: (share: number) => void shares.push(share),
          signal: new AbortController().signal,
        }),
      configured: () => true,
      publish: () => undefined,
      now: () => clock.now,
      random: () => 0,
      log: () => undefined,
    });
    onTestFinished(() => worker.stop());
    return worker;
  };
  return { store, calls, message, clock, shares, start, status: () => store.messages.get(message)?.status, file: () => store.media.of(message)! };
}

const isUpload = (call: Call) => call.url.endsWith('/media');
const uploads = (calls: Call[]) => calls.filter(isUpload).length;
const given = (id: string) => ({ text: JSON.stringify({ id }) });
const sentId = (call: Call | undefined) => (JSON.parse(String(call?.body)) as { document: { id: string; filename: string } }).document;

test('a file goes to Meta first, as a form, and its message names it', async () => {
  const { start, calls, status, file, shares } = await openOutbox((call) => (isUpload(call) ? given('4711') : { text: accepted('wamid.one') }));
  start();
  await until('acceptance', () => status() === 'accepted');
  const [upload, send] = calls;
  expect(upload?.url).toBe('/v25.0/106540352242922/media');
  expect(upload?.headers.authorization).toBe('Bearer test-token');
  const form = await new Response(new Uint8Array(upload?.body ?? []), { headers: { 'content-type': upload?.headers['content-type'] ?? '' } }).formData();
  expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'application/pdf']);
  const part = form.get('file') as File;
  expect([part.type, part.name, Buffer.from(await part.arrayBuffer()).equals(BYTES)]).toEqual(['application/pdf', 'file.pdf', true]);
  expect(sentId(send)).toEqual({ id: '4711', filename: 'Angebot "März".pdf' });
  expect(file()).toMatchObject({ wa_id: '4711', uploaded_at: T });
  expect(shares.at(-1)).toBe(1);
});

test('an upload whose answer was lost is repeated, and nothing is in doubt, also where the program ended meanwhile', async () => {
  const leased: number[] = [];
  const outbox = await openOutbox((call, nth) => {
    if (isUpload(call)) leased.push(outbox.store.outbox.expired(Number.MAX_SAFE_INTEGER).length);
    if (nth === 1) return null;
    return isUpload(call) ? given('4711') : { text: accepted('wamid.one') };
  });
  const { start, calls, status, store, message, clock } = outbox;
  const worker = start();
  await until('a pause', () => store.outbox.of(message)!.next_at > T);
  expect(status()).toBe('queued');
  expect(JSON.parse(store.messages.get(message)?.failure ?? '{}')).toMatchObject({ reason: 'unreachable' });
  clock.now = store.outbox.of(message)!.next_at;
  await until('acceptance', () => (worker.wake(), status() === 'accepted'));
  expect([uploads(calls), calls.length]).toEqual([2, 3]);
  expect(leased, 'what is leased at a start is in doubt').toEqual([0, 0]);
});

test('a file that Meta does not take fails its message, with Meta’s words', async () => {
  const { start, calls, status, store, message } = await openOutbox(() => ({
    status: 400,
    text: refusal(100, 'Param file must be a file with one of the following types'),
  }));
  start();
  await until('the failure', () => status() === 'failed');
  expect(JSON.parse(store.messages.get(message)?.failure ?? '{}')).toMatchObject({ reason: 'media-rejected', code: 100 });
  expect(calls.length).toBe(1);
});

test('what Meta has lost is uploaded once more; what it refuses again has failed', async () => {
  const lost = { status: 400, text: refusal(131009, 'not a valid media id') };
  const { start, calls, status, store, message } = await openOutbox((call) => (isUpload(call) ? given('new') : sentId(call).id === 'old' ? lost : lost));
  store.media.setUploaded(message, 'old', T - DAY);
  start();
  await until('the failure', () => status() === 'failed');
  expect(calls.map((call) => (isUpload(call) ? 'upload' : sentId(call).id))).toEqual(['old', 'upload', 'new']);
});

test('an upload is used for 29 days', async () => {
  const { start, calls, status, store, message } = await openOutbox((call) => (isUpload(call) ? given('new') : { text: accepted('wamid.one') }));
  store.media.setUploaded(message, 'kept', T - 28 * DAY);
  start();
  await until('acceptance', () => status() === 'accepted');
  expect(uploads(calls)).toBe(0);
  const later = await openOutbox((call) => (isUpload(call) ? given('new') : { text: accepted('wamid.one') }));
  later.store.media.setUploaded(later.message, 'kept', T - 29 * DAY);
  later.start();
  await until('acceptance', () => later.status() === 'accepted');
  expect(uploads(later.calls)).toBe(1);
});

test('one that was taken back while it went up is not sent', async () => {
  const outbox = await openOutbox((call) => {
    if (!isUpload(call)) return { text: accepted('wamid.one') };
    outbox.store.outbox.takeBack(outbox.message);
    return given('4711');
  });
  outbox.start();
  await until('the upload', () => uploads(outbox.calls) === 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(outbox.calls.length).toBe(1);
});
