import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createReceiver } from '../../electron/inbound/receive-webhook.ts';
import { parseWebhook } from '../../electron/inbound/parse-webhook.ts';
import { openStore } from '../../electron/store/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FOLDER = path.join(import.meta.dirname, '../fixtures/webhooks');
const FIXTURES = fs.readdirSync(FOLDER).map((file) => ({ name: path.parse(file).name, body: fs.readFileSync(path.join(FOLDER, file), 'utf8') }));

/** In one line: what each is read as. */
function readAs(body: string): string {
  const { events, problems, silent } = parseWebhook(body);
  const words = events.map((event) => {
    if (event.kind === 'tick') return `tick ${event.status} ${event.pricing?.model ?? ''}`.trim();
    if (event.kind !== 'message') return event.kind;
    const { kind } = event.content;
    const marks = [event.media && 'file', event.direction === 'out' && `out ${event.status ?? ''}`, event.history && 'history', event.groupId && 'group'];
    return [kind, ...marks.filter((mark) => typeof mark === 'string' && mark !== '').map((mark) => (mark === event.groupId ? 'group' : mark))].join(' ');
  });
  return [...words, ...problems.map((problem) => `! ${problem}`), ...(silent > 0 ? ['silent'] : [])].join(', ');
}

test('each is read as what it is', () => {
  expect(Object.fromEntries(FIXTURES.map(({ name, body }) => [name, readAs(body)]))).toMatchInlineSnapshot(`
    {
      "address-reply": "answer",
      "audio": "media file",
      "audio-voice": "media file",
      "brand-new-type": "card, ! type hologram",
      "button-reply": "answer",
      "call-permission": "answer",
      "contacts": "contacts",
      "contacts-empty": "contacts",
      "contacts-requested": "contacts",
      "contacts-with-wa-id-only": "text",
      "deleted-status": "text, deleted",
      "document": "media file",
      "document-without-name": "media file",
      "echo-edit": "text out sent, edit out sent",
      "echo-revoke": "text out sent, card out sent, deleted",
      "echo-text": "text out sent",
      "edit-caption": "media file, edit",
      "edit-text": "text, edit",
      "ephemeral": "card",
      "flow-reply": "answer",
      "flow-reply-not-an-object": "answer",
      "forwarded": "text",
      "forwarded-often": "text",
      "from-user-id-only": "text",
      "group-text": "text group",
      "history-chunk": "text history, text out delivered history, silent",
      "history-refused": "! the phone does not share its history, silent",
      "image": "media file",
      "image-without-mime": "media file",
      "interactive-without-object": "card, ! Meta reports error 131000: Something went wrong",
      "list-reply": "answer",
      "location": "location",
      "location-bare": "location",
      "media-placeholder": "card history, silent",
      "meta-test": "meta-test",
      "no-contacts": "text",
      "onprem-voice": "media file",
      "order": "order",
      "order-in-group": "card group",
      "order-without-text": "order",
      "payment-captured": "payment",
      "payment-old": "payment",
      "question": "text",
      "question-on-button": "answer",
      "reaction": "text, reaction",
      "reaction-misspelt": "text, reaction",
      "reaction-removed-empty": "text, reaction, reaction",
      "reaction-removed-missing": "text, reaction, reaction",
      "referral-ad": "text",
      "referral-onprem": "text",
      "referral-onprem-image": "text",
      "request-welcome": "welcome",
      "revoke": "text, card, deleted",
      "state-sync": "phone-name",
      "sticker-animated": "media file",
      "system-identity": "system",
      "system-number": "system, aliases",
      "system-number-old": "system, aliases",
      "system-user-id": "system, aliases",
      "template-button": "answer",
      "template-button-null-payload": "answer",
      "template-status": "silent",
      "text": "text",
      "text-enquiry": "text",
      "text-forwarded": "text",
      "text-group": "text group",
      "text-number-missing": "text",
      "text-object-missing": "card",
      "text-referral": "text",
      "tick-delivered-cbp": "tick delivered CBP",
      "tick-failed": "tick failed",
      "tick-failed-old": "tick failed",
      "tick-played": "tick played",
      "tick-read": "tick read",
      "tick-sent-pmp": "tick sent PMP",
      "timestamp-number": "text",
      "two-changes-two-fields": "text, silent",
      "type-missing": "text",
      "unknown-old-name": "unsupported",
      "unsupported-131051": "unsupported",
      "unsupported-131060": "unsupported",
      "unsupported-without-object": "unsupported",
      "user-id-update": "aliases",
      "user-preferences": "silent",
      "video": "media file",
    }
  `);
});

test('no mutation of any of them makes memory throw: each is stored, or kept raw', async () => {
  const store = openStore(path.join(temporaryFolder(), 'shopbell.db'));
  const log: string[] = [];
  const receiver = createReceiver({
    store,
    settings: () => ({ clockSkew: 0, timeZone: 'Europe/Berlin', businessDayStart: 4, isRehearsal: () => false, removesDeleted: true }),
    now: () => 1_750_000_100_000,
    publish: () => undefined,
    onDisk: () => undefined,
    log: (line) => void log.push(line),
  });
  const mutation = fc.record({ at: fc.nat(2_000), length: fc.nat(12), text: fc.constantFrom('', 'null', '[]', '{}', '""', '1e999', '-1', '7', '"x"') });
  const mutated = fc.tuple(fc.constantFrom(...FIXTURES), fc.array(mutation, { minLength: 1, maxLength: 3 }));
  const bodies = fc
    .sample(mutated, 1_500)
    .map(([{ body }, mutations]) =>
      mutations.reduce(
        (text, { at, length, text: piece }) => text.slice(0, at % text.length) + piece + text.slice((at % text.length) + length),
        JSON.stringify(JSON.parse(body)),
      ),
    );
  await Promise.all(bodies.map((body) => receiver.receive(Buffer.from(body))));
  expect(store.webhookLog.countSince(0)).toBe(bodies.length);
  expect(log).toEqual([]);
  store.close();
});
