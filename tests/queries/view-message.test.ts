import { expect, test } from 'vitest';
import { viewMessage } from '../../electron/queries/view-message.ts';
import { messageView } from '../../shared/contract/messages.ts';
import { openRooms, T } from '../support/open-rooms.ts';

function openChat() {
  const rooms = openRooms();
  const chat = rooms.conversation('1');
  const view = (id: number) => {
    const row = rooms.store.messages.get(id);
    if (!row) throw new Error('no such message');
    // What crosses must fit the contract.
    return messageView.parse(viewMessage(rooms.store, row));
  };
  return { ...rooms, chat, view };
}

test('a text, and a card of a kind without a view of its own', () => {
  const { chat, inbound, view } = openChat();
  expect(view(inbound(chat))).toMatchObject({
    direction: 'in',
    status: null,
    content: { kind: 'text', body: 'text 1' },
    failure: null,
    retryAt: null,
    quoted: null,
    product: null,
  });
  const card = { kind: 'card' as const, type: 'location', facts: [{ fact: 'address' as const, value: 'Main street 1' }] };
  expect(view(inbound(chat, { type: 'location', content: card, late: true }))).toMatchObject({ content: card, late: true, receivedAt: T });
});

test('an order’s card is made of the order itself, with totals per currency and what is unclear', () => {
  const { store, chat, order, view } = openChat();
  const line = { retailerId: 'a', quantity: 2, quantityRaw: '2', unitMinor: 650, currency: 'EUR', unitRaw: '6.5' };
  const id = order(chat, {
    lines: [line, { ...line, quantity: 3, currency: 'JPY', unitMinor: 500 }, { ...line, unitMinor: null }, { ...line, quantity: null }],
  });
  const messageId = store.messages.byWamid(store.orders.get(id)?.message_wamid ?? '')?.id ?? 0;
  const { content } = view(messageId);
  expect(content).toMatchObject({ kind: 'order', orderId: id, number: 1, unclear: 2, pieces: 7n });
  expect(content.kind === 'order' && content.totals).toEqual([
    { minor: 1300n, currency: 'EUR' },
    { minor: 1500n, currency: 'JPY' },
  ]);
});

test('a message that says it is an order, of which there is none, is a card and not blank', () => {
  const { chat, inbound, view } = openChat();
  expect(view(inbound(chat, { type: 'order', content: { kind: 'order' } })).content).toEqual({ kind: 'card', type: 'order', facts: [] });
});

test('a quote shows what is stored here; a product question’s pseudo id is no quote', () => {
  const { chat, inbound, outgoing, view, store } = openChat();
  const long = outgoing(chat, { content: { kind: 'text', body: 'x'.repeat(300) } });
  store.messages.setWamid(long, 'wamid.ours');
  expect(view(inbound(chat, { contextWamid: 'wamid.ours' })).quoted).toEqual({ messageId: long, text: 'x'.repeat(200), type: 'text', mine: true });
  const picture = inbound(chat, { wamid: 'wamid.picture', type: 'image', content: { kind: 'card', type: 'image', facts: [] } });
  expect(view(outgoing(chat, { contextWamid: 'wamid.picture' })).quoted).toEqual({ messageId: picture, text: null, type: 'image', mine: false });
  expect(view(inbound(chat, { contextWamid: 'wamid.elsewhere' })).quoted).toEqual({ messageId: null, text: null, type: null, mine: false });
  const question = view(inbound(chat, { contextWamid: 'wamid.pseudo', product: { catalogId: 'c', retailerId: 'a' } }));
  expect(question).toMatchObject({ quoted: null, product: { catalogId: 'c', retailerId: 'a', name: null, hasImage: false } });
});

test('a message of ours tells when it is tried again, for as long as it waits', () => {
  const { store, chat, outgoing, view } = openChat();
  const id = outgoing(chat);
  const rowId = store.outbox.of(id)?.id ?? 0;
  expect(view(id)).toMatchObject({ status: 'queued', retryAt: null, failure: null });
  const wait = (attempts: number, reason: 'rate-limited' | 'unreachable' | 'token-refused') => {
    store.outbox.lease(rowId, T);
    store.outbox.requeue(id, T + 5_000, attempts);
    store.messages.setStatus(id, 'queued', { reason, code: null, details: null });
    return view(id);
  };
  expect(wait(1, 'rate-limited')).toMatchObject({ retryAt: T + 5_000, failure: { reason: 'rate-limited' } });
  expect(wait(0, 'unreachable')).toMatchObject({ retryAt: T + 5_000, failure: { reason: 'unreachable' } });
  // Held: nobody knows when.
  expect(wait(0, 'token-refused')).toMatchObject({ retryAt: null, failure: { reason: 'token-refused' } });
  store.outbox.lease(rowId, T);
  store.messages.setStatus(id, 'sending', null);
  expect(view(id)).toMatchObject({ status: 'sending', retryAt: null, failure: null });
});

test('ticks, deletion and what was sent again are told', () => {
  const { store, chat, inbound, outgoing, view } = openChat();
  const id = outgoing(chat);
  store.messages.setTick(id, 'sent', T + 2);
  store.messages.setTick(id, 'sent', T + 1);
  store.messages.setTick(id, 'read', T + 3);
  store.messages.setSentAgain(id, outgoing(chat));
  expect(view(id)).toMatchObject({ ticks: { sent: T + 1, delivered: null, read: T + 3, played: null, failed: null }, sentAgainAs: id + 1, deleted: false });
  const theirs = inbound(chat, { wamid: 'gone' });
  store.messages.setDeleted('gone', T + 9);
  expect(view(theirs).deleted).toBe(true);
});
