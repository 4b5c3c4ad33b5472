import path from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../electron/store/open-store.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const T = Date.UTC(2026, 10, 23, 9);

/** The memory of a line on a real file, a second connection to look behind it, and hands to put things in. Ends with the test. */
export function openRooms(file = path.join(temporaryFolder(), 'shopbell.db')) {
  const store: Store = openStore(file);
  const db = new Database(file);
  onTestFinished(() => {
    db.close();
    store.close();
  });
  let counter = 0;
  const conversation = (waId: string, at = T, phoneNumberId = '106540352242922'): number => {
    const { id } = store.customers.resolve([{ kind: 'wa_id', value: waId }], at);
    return store.conversations.customerWrote(id, phoneNumberId, at);
  };
  const inbound = (conversationId: number, over: Partial<Parameters<Store['messages']['insertInbound']>[0]> = {}): number => {
    counter += 1;
    const row = {
      wamid: `wamid.${counter}`,
      conversationId,
      type: 'text',
      sentAt: T,
      receivedAt: T,
      late: false,
      contextWamid: null,
      product: null,
      logId: null,
    };
    const id = store.messages.insertInbound({ ...row, content: { kind: 'text', body: `text ${counter}` }, ...over });
    if (id === null) throw new Error('a message of that wamid is there');
    return id;
  };
  const outgoing = (conversationId: number, over: Partial<Parameters<Store['messages']['insertOutgoing']>[0]> = {}): number => {
    counter += 1;
    const row = { conversationId, type: 'text', sentAt: T, content: { kind: 'text' as const, body: `reply ${counter}` }, contextWamid: null };
    const id = store.messages.insertOutgoing({ ...row, callbackId: `request-${counter}`, ...over });
    store.outbox.add(id, conversationId, T);
    return id;
  };
  const order = (conversationId: number, over: Partial<Parameters<Store['orders']['insert']>[0]> = {}): number => {
    const messageId = inbound(conversationId, { type: 'order', content: { kind: 'order' } });
    const messageWamid = store.messages.get(messageId)?.wamid ?? '';
    const customerId = store.conversations.get(conversationId)?.customer_id ?? 0;
    const id = store.orders.insert({
      businessDay: '2026-11-23',
      messageWamid,
      customerId,
      conversationId,
      placedAt: T,
      receivedAt: T,
      rehearsal: false,
      note: null,
      catalogId: 'c',
      quiet: false,
      lines: [],
      ...over,
    });
    store.orderHistory.add(id, { at: over.placedAt ?? T, who: 'customer', what: 'state', from: null, to: 'new' });
    return id;
  };
  return { store, db, conversation, inbound, outgoing, order };
}
