import { expect, test } from 'vitest';
import { messageArrivals } from '../../electron/queries/message-arrivals.ts';
import { messageDetails } from '../../electron/queries/message-details.ts';
import { openArrivals } from '../../electron/store/arrivals.ts';
import { envelope, seconds, textMessage, tick } from '../support/post-webhook.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const READ = { shape: 'cloud', outcome: 'applied', reason: null } as const;
const DAY = 24 * 60 * 60 * 1000;

function openLog() {
  const rooms = openRooms();
  const log = (body: object | string, at = T) =>
    rooms.store.webhookLog.add(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body).replaceAll('/', '\\/')), READ, 1, at);
  const ask = (question: Parameters<typeof messageArrivals>[1]) => Promise.resolve(messageArrivals({ arrivals: openArrivals(rooms.db) }, question));
  const details = async (messageId: number) => (await messageDetails(rooms.store, messageId, ask)) ?? null;
  return { ...rooms, log, details };
}

test('a message of ours has every tick that came for it, whichever id they carry, and nothing of its neighbours', async () => {
  const { store, log, details, conversation, outgoing } = openLog();
  const chat = conversation('16505550111');
  const message = outgoing(chat, { callbackId: 'request-mine' });
  const wamid = 'wamid.HBgL/NT+x==';
  log(envelope({ statuses: [tick('wamid.other', 'sent')] }), T - DAY);
  log(envelope({ statuses: [tick(wamid, 'sent', { biz_opaque_callback_data: 'request-mine' })] }), T + 1);
  store.messages.setWamid(message, wamid);
  log(envelope({ statuses: [tick('wamid.other', 'read'), tick(wamid, 'delivered', { pricing: { billable: true, category: 'service' } })] }), T + 2);
  log(envelope({ messages: [textMessage({ context: { id: wamid }, id: 'wamid.reply' })] }), T + 3);
  log(envelope({ messages: [textMessage({ id: 'wamid.reaction', type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } })] }), T + 4);
  log(`{"HBgL": "NT`, T + 5);
  log(envelope({ statuses: [tick(wamid, 'read')] }), T + 31 * DAY);
  const found = await details(message);
  expect(found?.arrivals.map(({ at, what }) => [at - T, what])).toEqual([
    [1, 'sent'],
    [2, 'delivered'],
    [4, 'reaction'],
  ]);
  expect(JSON.parse(found?.arrivals[1]?.raw ?? 'null')).toMatchObject({ id: wamid, pricing: { category: 'service' } });
  expect(found).toMatchObject({ wamid, callbackId: 'request-mine', message: { id: message, status: 'queued' } });
});

test('one that no answer came for yet is found by the id of ours alone', async () => {
  const { log, details, conversation, outgoing } = openLog();
  const message = outgoing(conversation('1'), { callbackId: 'request-lost' });
  log(envelope({ statuses: [tick('wamid.1', 'failed', { biz_opaque_callback_data: 'request-lost' })] }), T + 1);
  expect((await details(message))?.arrivals.map(({ what }) => what)).toEqual(['failed']);
});

test('a customer’s message has itself, digits kept, with its edits and its deletion', async () => {
  const { log, details, conversation, inbound } = openLog();
  const chat = conversation('16505550111');
  const logId = log(envelope({ messages: [textMessage({ id: 'wamid.in', timestamp: seconds(T) })] }).valueOf());
  const message = inbound(chat, { wamid: 'wamid.in', logId });
  log(envelope({ messages: [textMessage({ id: 'wamid.e', type: 'edit', edit: { original_message_id: 'wamid.in' } })] }), T + 1);
  log('{"messages":[{"id":"wamid.r","type":"revoke","price":7.10,"revoke":{"original_message_id":"wamid.in"}}]}', T + 2);
  const arrivals = (await details(message))?.arrivals ?? [];
  expect(arrivals.map(({ what }) => what)).toEqual(['text', 'edit', 'revoke']);
  expect(arrivals[2]?.raw).toContain('7.10');
});

test('a message that is not there has no details, and one without any id has no arrivals', async () => {
  const { details } = openLog();
  expect(await details(99)).toBeNull();
  expect(messageArrivals({ arrivals: { find: () => [] } }, { wamid: null, callbackId: null, logId: null, at: T })).toEqual([]);
});
