import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, orderMessage, postSigned, seconds } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';

/** 03:58 in Berlin; the business day starts at 4. */
const BEFORE_FOUR = Date.UTC(2026, 10, 24, 2, 58);
const MINUTE = 60_000;

test('numbers begin anew with the business day, not at midnight, and what waits from the day before stays on the board', async () => {
  let clock = BEFORE_FOUR - 5 * 60 * MINUTE;
  const shop = closeAfter(await startShop({ now: () => clock }));
  const order = async (from: string) =>
    expect(await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ from, timestamp: seconds(clock) })] }))).toBe(200);
  const board = async () => (await shop.api.orders.board()).new.map(({ number, businessDay }) => [number, businessDay]);

  await order('16505550301');
  clock = BEFORE_FOUR;
  await order('16505550302');
  expect(await board()).toEqual([
    [1, '2026-11-23'],
    [2, '2026-11-23'],
  ]);
  clock += 3 * MINUTE;
  await order('16505550303');
  const grown = [
    [1, '2026-11-23'],
    [2, '2026-11-23'],
    [1, '2026-11-24'],
  ];
  expect(await board()).toEqual(grown);

  // A clock that is set back counts on where that day had stopped.
  clock -= 3 * MINUTE;
  await order('16505550304');
  expect((await board()).map(([number, day]) => `${day} ${number}`).toSorted()).toEqual(['2026-11-23 1', '2026-11-23 2', '2026-11-23 3', '2026-11-24 1']);
});
