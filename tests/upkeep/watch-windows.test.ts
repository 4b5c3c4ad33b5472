import { expect, onTestFinished, test } from 'vitest';
import { watchWindows } from '../../electron/upkeep/watch-windows.ts';
import type { News } from '../../shared/contract/live.ts';
import { openRooms, T } from '../support/open-rooms.ts';

const HOUR = 60 * 60_000;

function open(warnBefore = 2 * HOUR) {
  const rooms = openRooms();
  const news: News[] = [];
  const clock = { now: T };
  const watch = watchWindows({ store: rooms.store, warnBefore: () => warnBefore, publish: (more) => void news.push(...more), now: () => clock.now });
  onTestFinished(() => watch.stop());
  const warned = (at: number) => {
    clock.now = at;
    news.length = 0;
    watch.look();
    return news.flatMap((one) => (one.kind === 'closing' ? one.conversationId : []));
  };
  return { ...rooms, warned };
}

test('a chat is warned of once, when its window is about to close and nobody has answered', () => {
  const { conversation, warned, store } = open();
  const chat = conversation('16505550111');
  expect([warned(T + 21.9 * HOUR), warned(T + 22 * HOUR), warned(T + 23 * HOUR)]).toEqual([[], [chat], []]);
  store.conversations.customerWrote(store.conversations.get(chat)?.customer_id ?? 0, '106540352242922', T + 23 * HOUR);
  expect([warned(T + 24 * HOUR), warned(T + 45.5 * HOUR)]).toEqual([[], [chat]]);
});

test('one that was answered, put aside or has closed is not warned of, and neither is any where it is switched off', () => {
  const { conversation, warned, db } = open();
  const [answered, settled, closed] = [conversation('16505550111'), conversation('16505550112'), conversation('16505550113', T - 3 * HOUR)];
  db.prepare('UPDATE conversations SET last_outbound_at = ? WHERE id = ?').run(T + 1, answered);
  db.prepare('UPDATE conversations SET settled_at = ? WHERE id = ?').run(T + 1, settled);
  expect([warned(T + 22 * HOUR), closed > 0]).toEqual([[], true]);
  const off = open(0);
  off.conversation('16505550111');
  expect(off.warned(T + 23 * HOUR)).toEqual([]);
});
