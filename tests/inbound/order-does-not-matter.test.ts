import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listConversations, viewThread } from '../../electron/queries/view-conversation.ts';
import { CHAT_FILTERS } from '../../shared/contract/chats.ts';
import { openReceiver } from '../support/answers.ts';
import { openRooms, T } from '../support/open-rooms.ts';
import { CONTACT, seconds } from '../support/post-webhook.ts';

const CUSTOMER = '16505550111';
const SHOP = '15550783881';
const metadata = { display_phone_number: SHOP, phone_number_id: '106540352242922' };
const change = (field: string, value: object) => ({ field, value: { messaging_product: 'whatsapp', metadata, ...value } });
const stamp = (second: number) => seconds(T + second * 1000);

const wrote = (id: string, second: number, type: string, over: object) =>
  change('messages', { contacts: [CONTACT], messages: [{ from: CUSTOMER, id, timestamp: stamp(second), type, ...over }] });
const text = (id: string, second: number, body: string) => wrote(id, second, 'text', { text: { body } });
const reacted = (id: string, second: number, target: string, emoji?: string) => wrote(id, second, 'reaction', { reaction: { message_id: target, emoji } });
const edited = (original: string, body: string) => ({
  edit: { original_message_id: original, message: { context: { id: 'M0' }, type: 'text', text: { body } } },
});
const echoed = (id: string, second: number, type: string, over: object) =>
  change('smb_message_echoes', { contacts: [CONTACT], message_echoes: [{ from: SHOP, to: CUSTOMER, id, timestamp: stamp(second), type, ...over }] });
const ticked = (id: string, status: string, second: number, over: object = {}) =>
  change('messages', { statuses: [{ id, status, timestamp: stamp(second), recipient_id: CUSTOMER, ...over }] });

const PRICING = { pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' } };
const CHANGES = [
  text('wamid.reacted', 0, 'Two loaves please'),
  text('wamid.kept-heart', 1, 'And a bun'),
  text('wamid.edited', 2, 'At ten'),
  text('wamid.deleted', 3, 'My door code is 1234'),
  reacted('wamid.r1', 10, 'wamid.reacted', '❤️'),
  reacted('wamid.r2', 20, 'wamid.reacted', '👍'),
  reacted('wamid.r3', 21, 'wamid.reacted', ''),
  reacted('wamid.r4', 10, 'wamid.kept-heart', '👍'),
  reacted('wamid.r5', 20, 'wamid.kept-heart', '❤️'),
  wrote('wamid.e1', 30, 'edit', edited('wamid.edited', 'At eleven')),
  wrote('wamid.e2', 40, 'edit', edited('wamid.edited', 'At noon')),
  wrote('wamid.e3', 41, 'edit', edited('wamid.deleted', 'My door code is 5678')),
  wrote('wamid.gone', 50, 'revoke', { revoke: { original_message_id: 'wamid.deleted' } }),
  echoed('wamid.echo', 60, 'text', { text: { body: 'Noon is fine' } }),
  echoed('wamid.echo-edit', 61, 'edit', edited('wamid.echo', 'Noon is best')),
  ticked('wamid.echo', 'delivered', 62, PRICING),
  ticked('wamid.echo', 'read', 65),
  reacted('wamid.r6', 66, 'wamid.echo', '🎉'),
  ticked('wamid.ours', 'sent', 70, { biz_opaque_callback_data: 'request-1' }),
  ticked('wamid.ours', 'read', 75),
  text('wamid.last', 80, 'Thank you'),
];

/** What a delivery decides by itself: ids count arrivals, and are the order of nothing that is compared. */
const BY_ARRIVAL: ReadonlySet<string> = new Set(['id', 'messageId', 'askedMessageId']);
const withoutIds = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, inner: unknown) => (BY_ARRIVAL.has(key) ? undefined : inner)));

async function endOf(deliveries: readonly (typeof CHANGES)[], removesDeleted: boolean) {
  const rooms = openRooms();
  const { store } = rooms;
  rooms.outgoing(rooms.conversation(CUSTOMER, T - 1000), { callbackId: 'request-1', sentAt: T + 69_000, content: { kind: 'text', body: 'Ready' } });
  const receiver = openReceiver(store, () => T + 100_000, { removesDeleted });
  for (const changes of deliveries) await receiver.receive({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes }] });
  const moment = { now: T + 100_000, warnBefore: 0, shopLanguage: 'en' };
  const lists = CHAT_FILTERS.map((filter) => [filter, listConversations(store, filter, null, moment)]);
  const { messages } = viewThread(store, { conversationId: 1 });
  return { lists: withoutIds(lists), messages: withoutIds(messages), plain: messages, parked: store.tickParking.count() };
}

test.each([false, true])('any order, batching and repetition ends in the same chat (what is deleted is removed: %s)', async (removesDeleted) => {
  const expected = await endOf([CHANGES], removesDeleted);
  expect(expected.parked).toBe(0);
  const door = removesDeleted ? { content: { kind: 'removed' }, edits: [] } : { content: { body: 'My door code is 5678' } };
  expect(expected.plain).toMatchObject([
    { content: { body: 'Two loaves please' }, reactions: [] },
    { content: { body: 'And a bun' }, reactions: [{ emoji: '❤️', by: 'customer' }] },
    { content: { body: 'At noon' }, edits: [{ text: 'At ten' }, { text: 'At eleven' }] },
    { deleted: true, ...door },
    { origin: 'phone', status: 'read', content: { body: 'Noon is best' }, reactions: [{ emoji: '🎉' }], pricing: { category: 'service' } },
    { origin: 'here', status: 'read', ticks: { sent: T + 70_000, read: T + 75_000 } },
    { content: { body: 'Thank you' } },
  ]);
  expect(expected.lists).toContainEqual(['unread', expect.objectContaining({ conversations: [expect.objectContaining({ unread: 5 })] })]);

  const order = fc.shuffledSubarray([...CHANGES.keys()], { minLength: CHANGES.length });
  const repeated = fc.array(fc.nat(CHANGES.length - 1), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(order, repeated, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 30, maxLength: 30 }), async (indexes, again, sizes) => {
      const all = [...indexes];
      for (const index of again) all.splice((index * 7) % all.length, 0, index);
      const changes = all.flatMap((index) => CHANGES[index] ?? []);
      const deliveries = sizes.flatMap((size) => (changes.length > 0 ? [changes.splice(0, size)] : []));
      const end = await endOf(deliveries, removesDeleted);
      expect(end.messages).toEqual(expected.messages);
      expect(end.lists).toEqual(expected.lists);
      expect(end.parked).toBe(0);
    }),
    { numRuns: 40 },
  );
});
