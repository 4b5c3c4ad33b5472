import { expect, test } from 'vitest';
import { rawMessage } from '../../electron/queries/raw-message.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { envelope, orderMessage, textMessage, tick } from '../support/post-webhook.ts';

function stored(body: unknown, wamid: string) {
  const { store, conversation, inbound, outgoing } = openRooms();
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const logId = store.webhookLog.add(bytes, { shape: 'cloud', outcome: 'applied', reason: null }, 1, T);
  const chat = conversation('1');
  return { store, raw: rawMessage(store, inbound(chat, { wamid, logId })), chat, outgoing };
}

test('the one message is found in the Cloud API’s envelope, alone and in a batch that quotes it', () => {
  const [one, two, three] = [textMessage(), orderMessage(), textMessage()];
  const quoting = { ...three, context: { id: two.id, from: '1' } };
  expect(JSON.parse(stored(envelope({ messages: [two] }), two.id).raw ?? '')).toEqual(two);
  const batch = {
    object: 'x',
    entry: [
      ...(envelope({ statuses: [tick(two.id, 'read')] }) as { entry: object[] }).entry,
      ...(envelope({ messages: [one, quoting, two] }) as { entry: object[] }).entry,
    ],
  };
  const { raw } = stored(batch, two.id);
  expect(JSON.parse(raw ?? '')).toEqual(two);
  expect(raw?.split('\n').length).toBeGreaterThan(5);
});

test('and in the On-Premises shape', () => {
  const message = orderMessage();
  expect(JSON.parse(stored({ contacts: [], messages: [textMessage(), message] }, message.id).raw ?? '')).toEqual(message);
});

test('digits are shown as they came, and a message with a number for an id is found', () => {
  const message = '{"id":9007199254740993,"from":"1","type":"order","order":{"product_items":[{"item_price":7.10,"quantity":1}]}}';
  const { raw } = stored(`{"messages":[${message},{"id":"other","type":"text"}]}`, '9007199254740993');
  expect(raw?.replaceAll(/\s/g, '')).toBe(message);
});

test('a message without an id is shown by its whole body', () => {
  const body = envelope({ messages: [textMessage({ id: undefined })] });
  expect(JSON.parse(stored(body, 'none:abc').raw ?? '')).toEqual(JSON.parse(JSON.stringify(body)));
});

test('a body that is no JSON is shown as it came', () => {
  expect(stored('not JSON at all', 'w').raw).toBe('not JSON at all');
  expect(stored(Buffer.from([0x7b, 0xff]), 'w').raw).toBe('{\ufffd');
});

test('nothing arrived for a message of ours, for one whose body is gone, and for none at all', () => {
  const { store, chat, outgoing } = stored('{}', 'w');
  expect(rawMessage(store, outgoing(chat))).toBeNull();
  expect(rawMessage(store, 999)).toBeNull();
  const { store: other, conversation, inbound } = openRooms();
  expect(rawMessage(other, inbound(conversation('1')))).toBeNull();
});
