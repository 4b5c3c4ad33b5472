import { expect, test } from 'vitest';
import { sendAgain } from '../../electron/commands/send-again.ts';
import type { TakenUpload } from '../../electron/commands/take-upload.ts';
import { prepareMessage } from '../../electron/outbound/prepare-message.ts';
import type { Outgoing } from '../../shared/contract/chats.ts';
import { T } from '../support/open-rooms.ts';
import { openSendingDesk } from '../support/open-sending-desk.ts';

const PICTURE: TakenUpload = {
  ok: true,
  hash: 'a'.repeat(64),
  size: 1234,
  mimeType: 'image/jpeg',
  filename: 'bread.jpg',
  width: 640,
  height: 480,
  durationMs: null,
  as: ['image', 'document'],
  animated: false,
};
const SOUND: TakenUpload = { ...PICTURE, hash: 'b'.repeat(64), mimeType: 'audio/ogg', filename: 'voice.ogg', durationMs: 3000, as: ['voice', 'audio'] };
const file = (uploadId: string, as: Extract<Outgoing, { kind: 'media' }>['as'], caption = ''): Outgoing => ({ kind: 'media', uploadId, as, caption });

function openDesk() {
  const desk = openSendingDesk();
  desk.uploads.set('picture', PICTURE).set('sound', SOUND);
  const row = (answer: ReturnType<typeof desk.send>) => desk.store.messages.get(desk.idOf(answer));
  return { ...desk, row };
}

test('a file that was handed over is a message with its row of the file, as what it was chosen for', () => {
  const { send, store, row, idOf } = openDesk();
  const picture = send(file('picture', 'image', ' Fresh '));
  expect([row(picture)?.type, JSON.parse(row(picture)?.content ?? '')]).toEqual([
    'image',
    { kind: 'media', media: 'image', caption: 'Fresh', voice: false, animated: false },
  ]);
  expect(store.media.of(idOf(picture))).toMatchObject({ kind: 'image', hash: PICTURE.hash, filename: 'bread.jpg', size: 1234, width: 640, state: 'ready' });
  const voice = send(file('sound', 'voice'));
  expect([row(voice)?.type, JSON.parse(row(voice)?.content ?? '')]).toEqual([
    'audio',
    { kind: 'media', media: 'audio', caption: null, voice: true, animated: false },
  ]);
});

test('what it cannot be, or a text where none can stand, is refused and leaves nothing; the file can be tried again', () => {
  const { send, db } = openDesk();
  expect(send(file('picture', 'video'))).toEqual({ ok: false, reason: 'media-type' });
  expect(send(file('sound', 'voice', 'Hello'))).toEqual({ ok: false, reason: 'no-caption' });
  expect(send(file('gone', 'image'))).toEqual({ ok: false, reason: 'upload-lost' });
  expect(send(file('picture', 'image', 'x'.repeat(1025)))).toEqual({ ok: false, reason: 'text-too-long' });
  expect(['messages', 'media', 'outbox'].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0, 0]);
  expect(send(file('picture', 'image'))).toMatchObject({ ok: true });
});

test('a template with a picture in its header carries the file', () => {
  const { send, store, idOf, template } = openDesk();
  template({ components: '[{"type":"HEADER","format":"IMAGE"},{"type":"BODY","text":"New today."}]' });
  const given = { kind: 'template' as const, name: 'order_update', language: 'en', headerFields: [], fields: [], buttonFields: [] };
  expect(send({ ...given, headerUploadId: 'sound' })).toEqual({ ok: false, reason: 'media-type' });
  const sent = idOf(send({ ...given, headerUploadId: 'picture' }));
  expect(store.media.of(sent)).toMatchObject({ kind: 'image', hash: PICTURE.hash });
  expect(JSON.parse(store.messages.get(sent)?.content ?? '')).toMatchObject({ headerMedia: 'image', body: 'New today.' });
});

test('sent again it keeps its file, and is not uploaded once more; without the file it is refused', () => {
  const { send, store, idOf, db, deps } = openDesk();
  const first = idOf(send(file('picture', 'document')));
  db.prepare("UPDATE media SET wa_id = 'wa-1', uploaded_at = ?").run(T);
  store.messages.setStatus(first, 'failed', null);
  const again = idOf(sendAgain(deps, first));
  const message = store.messages.get(again);
  expect(store.media.of(again)).toMatchObject({ hash: PICTURE.hash, wa_id: 'wa-1', uploaded_at: T });
  expect(message && prepareMessage(store, message, T)).toMatchObject({ ok: true, message: { mediaId: 'wa-1', filename: 'bread.jpg' } });
  store.messages.setStatus(again, 'failed', null);
  db.prepare('UPDATE media SET hash = NULL WHERE message_id = ?').run(again);
  expect(sendAgain(deps, again)).toEqual({ ok: false, reason: 'upload-lost' });
});
