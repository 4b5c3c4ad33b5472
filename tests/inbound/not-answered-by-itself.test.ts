import { expect, test } from 'vitest';
import type { AutoAnswer } from '../../electron/inbound/answer-automatically.ts';
import { openReceiver } from '../support/answers.ts';
import { openRooms } from '../support/open-rooms.ts';
import { ARRIVED, readFixture } from '../support/show-fixture.ts';

function open() {
  const { store } = openRooms();
  let ids = 0;
  const autoAnswer: AutoAnswer = { kind: 'greeting', text: () => 'Hello', newId: () => `request-${(ids += 1)}` };
  const { receive } = openReceiver(store, () => ARRIVED, { autoAnswer });
  return { store, receive: (name: string) => receive(readFixture(name)) };
}

test.each(['payment-captured', 'group-text', 'order-in-group', 'system-number', 'request-welcome', 'history-chunk', 'echo-text', 'tick-read'])(
  '%s is answered by nothing, and takes nobody’s greeting away',
  async (name) => {
    const { store, receive } = open();
    await receive(name);
    expect(store.outbox.waiting()).toBe(0);
    await receive('image');
    expect(store.outbox.waiting()).toBe(1);
  },
);

test('a text is, and what comes after it on that day is not', async () => {
  const { store, receive } = open();
  await receive('text');
  await receive('image');
  expect(store.outbox.waiting()).toBe(1);
});
