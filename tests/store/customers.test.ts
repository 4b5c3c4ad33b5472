import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../electron/store/open-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const store = () => openStore(path.join(temporaryFolder(), 'shopbell.db'));
const wa = (value: string) => ({ kind: 'wa_id', value }) as const;
const id = (value: string) => ({ kind: 'user_id', value }) as const;

test('two halves that turn out to be one person become one, with their chats, orders and names', () => {
  const { customers, conversations, messages, threads, orders } = store();
  const first = customers.resolve([wa('1')], 1).id;
  const second = customers.resolve([id('US.1')], 2).id;
  expect(second).not.toBe(first);
  customers.name(second, 'Ana', 'ana', 5);
  for (const [customerId, wamid] of [
    [first, 'a'],
    [second, 'b'],
  ] as const) {
    const conversationId = conversations.customerWrote(customerId, 'phone', 10);
    messages.insertInbound({
      wamid,
      conversationId,
      type: 'text',
      sentAt: 10,
      receivedAt: 10,
      late: false,
      content: { kind: 'text', body: wamid },
      contextWamid: null,
      product: null,
      logId: null,
    });
    orders.insert({
      businessDay: '2026-11-23',
      messageWamid: wamid,
      customerId,
      conversationId: null,
      placedAt: 10,
      receivedAt: 10,
      note: null,
      catalogId: '',
      quiet: false,
      rehearsal: false,
      lines: [],
    });
  }
  expect(customers.resolve([wa('1'), id('US.1')], 20)).toMatchObject({ id: first, merged: true, gone: [2] });
  expect(customers.get(first)).toMatchObject({ id: first, name: 'Ana', username: 'ana', phone: '1', userId: 'US.1' });
  expect(customers.get(second)).toBeNull();
  expect(conversations.page(null, 10)).toHaveLength(1);
  expect([conversations.gone(2), conversations.gone(1), conversations.gone(99)]).toEqual([{ became: 1 }, null, null]);
  expect(threads.before(1, null, 10).map((message) => message.wamid)).toEqual(['b', 'a']);
  expect([1, 2].map((order) => orders.get(order)?.customer_id)).toEqual([first, first]);
});

test('a changed number is the one that answers go to from then on', () => {
  const { customers } = store();
  const hour = 60 * 60 * 1000;
  customers.resolve([wa('999')], 10 * hour);
  customers.resolve([wa('999'), wa('111')], 10 * hour + 20 * 60_000, true);
  const { id: customer } = customers.resolve([wa('999')], 10 * hour + 40 * 60_000);
  expect(customers.get(customer)?.phone).toBe('111');
});

test('the newest name wins, whichever came first', () => {
  for (const names of [
    [
      ['Old', 1],
      ['New', 2],
    ],
    [
      ['New', 2],
      ['Old', 1],
    ],
  ] as const) {
    const { customers } = store();
    const { id: customer } = customers.resolve([wa('1')], 1);
    for (const [name, at] of names) customers.name(customer, name, null, at);
    expect(customers.get(customer)?.name).toBe('New');
  }
});
