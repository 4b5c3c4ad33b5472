import { expect, test } from 'vitest';
import { removeQuickReply, saveQuickReply } from '../../electron/commands/save-quick-reply.ts';
import { fillQuickReply } from '../../electron/queries/fill-quick-reply.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';

function open() {
  const rooms = openRooms();
  const news: News[] = [];
  const deps = { store: rooms.store, publish: (more: readonly News[]) => void news.push(...more) };
  return { ...rooms, news, save: (input: Parameters<typeof saveQuickReply>[1]) => saveQuickReply(deps, input), deps };
}

test('a text is stored under its shortcut, changed, and taken out', () => {
  const { store, save, news, deps } = open();
  expect(save({ shortcut: ' /Öffnung ', texts: { en: ' We open at 8. ', de: '' } })).toEqual({
    ok: true,
    reply: { id: 1, shortcut: 'Öffnung', texts: { en: 'We open at 8.' } },
  });
  expect(save({ id: 1, shortcut: 'hours', texts: { en: 'Eight to six' } })).toMatchObject({ ok: true });
  expect(store.quickReplies.list()).toEqual([{ id: 1, shortcut: 'hours', texts: { en: 'Eight to six' } }]);
  expect([removeQuickReply(deps, 1), removeQuickReply(deps, 1)]).toEqual([true, false]);
  expect(news).toEqual([{ kind: 'quick-replies' }, { kind: 'quick-replies' }, { kind: 'quick-replies' }]);
});

test('what cannot be used is refused with the reason, and changes nothing', () => {
  const { store, save } = open();
  save({ shortcut: 'hours', texts: { en: 'x' } });
  save({ shortcut: 'thanks', texts: { en: 'y' } });
  const refusals = [
    save({ shortcut: 'HOURS', texts: { en: 'z' } }),
    save({ id: 2, shortcut: 'hours', texts: { en: 'z' } }),
    save({ shortcut: 'two words', texts: { en: 'z' } }),
    save({ shortcut: '', texts: { en: 'z' } }),
    save({ shortcut: 'empty', texts: { en: ' ' } }),
    save({ shortcut: 'long', texts: { en: 'z'.repeat(4097) } }),
    save({ id: 99, shortcut: 'ghost', texts: { en: 'z' } }),
  ];
  expect(refusals.map((one) => !one.ok && one.reason)).toEqual([
    'shortcut-taken',
    'shortcut-taken',
    'bad-shortcut',
    'bad-shortcut',
    'empty-text',
    'text-too-long',
    'not-found',
  ]);
  expect(store.quickReplies.list().map(({ texts }) => texts)).toEqual([{ en: 'x' }, { en: 'y' }]);
});

test('it is filled from the newest open order, in the customer’s language', () => {
  const { store, save, conversation, order } = open();
  const chat = conversation('16505550111');
  const customerId = store.conversations.get(chat)?.customer_id ?? 0;
  store.customers.name(customerId, 'Ana', null, T);
  const closed = order(chat, { placedAt: T + 1000, lines: [] });
  store.orders.move(closed, 'new', 'completed', T + 2000);
  order(chat, { placedAt: T });
  save({ shortcut: 'ready', texts: { en: 'Hello {name}, #{number} is ready', de: 'Hallo {name}, #{number} ist fertig' } });
  const fill = (id = 1) => fillQuickReply(store, { id, conversationId: chat }, { name: 'Bakery', language: 'de' }, { now: T + 5000, timeZone: 'UTC' });
  expect(fill()).toEqual({ text: 'Hallo Ana, #2 ist fertig', language: 'de' });
  store.customers.setLanguage(customerId, 'en');
  expect(fill()?.text).toBe('Hello Ana, #2 is ready');
  expect(fill(9)).toBeNull();
});
