import type { AskDeps } from '../../electron/commands/ask-customer.ts';
import type { News } from '../../shared/contract/live.ts';
import type { StoredContent } from '../../electron/store/stored-content.ts';
import { openRooms, T } from './open-rooms.ts';

const LINE = { quantityRaw: '', currency: 'EUR', unitRaw: '' };

/** A shop with one customer's order of 4 croissants, 1 loaf and a line that is unclear, and what its commands need. */
export function openAskRooms() {
  const rooms = openRooms();
  const clock = { now: T };
  const news: News[] = [];
  let ids = 0;
  let woken = 0;
  const deps: AskDeps = {
    store: rooms.store,
    now: () => clock.now,
    newId: () => `token-${String((ids += 1)).padStart(4, '0')}`,
    shopLanguage: () => 'en',
    canSendFrom: () => true,
    publish: (changed) => void news.push(...changed),
    wakeOutbox: () => void (woken += 1),
  };
  const chat = rooms.conversation('16505550111');
  const orderId = rooms.order(chat, {
    lines: [
      { ...LINE, retailerId: 'croissant', quantity: 4, unitMinor: 220 },
      { ...LINE, retailerId: 'sourdough-loaf', quantity: 1, unitMinor: 650 },
      { ...LINE, retailerId: 'mystery', quantity: null, quantityRaw: '1.5', unitMinor: 100 },
    ],
  });
  const questions = () =>
    rooms.db
      .prepare<[], { id: number; content: string }>("SELECT id, content FROM messages WHERE direction = 'out' ORDER BY id")
      .all()
      .map(({ id, content }) => ({ id, content: JSON.parse(content) as StoredContent }));
  const quantities = () => rooms.store.orders.lines(orderId).map((line) => [line.quantity, line.ordered_quantity]);
  const events = () =>
    rooms.store.orderHistory.of(orderId).map(({ who, what, detail }) => [who, what, detail === null ? null : (JSON.parse(detail) as object)]);
  const revisions = () => rooms.store.orderRevisions.of(orderId).map(({ state }) => state);
  return { ...rooms, clock, news, deps, chat, orderId, questions, quantities, events, revisions, woken: () => woken };
}
