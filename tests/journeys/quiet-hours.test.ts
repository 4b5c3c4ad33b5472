import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { clockFrom, listenToBell } from '../support/listen-to-bell.ts';
import { envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const QUIET = { on: true, from: '22:00', to: '07:00' };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what comes in quiet hours waits without a sound, says why, and rings when they end', async () => {
  const now = clockFrom('2026-11-25T06:59:57+01:00');
  const shop = closeAfter(await startShop({ now }));
  await shop.api.settings.save({ quietHours: QUIET, ringInQuietHours: false });
  const bell = await listenToBell(shop.api, 'screen-number-1');
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ timestamp: seconds(now()) }), orderMessage({ timestamp: seconds(now()) })] }));
  await until('the reason', () => bell.last()?.silent === 'quiet-hours');
  expect(bell.last()?.silentUntil).toBe(Date.parse('2026-11-25T07:00:00+01:00'));
  expect(bell.heard.filter(({ ring, tone }) => ring || tone)).toEqual([]);
  await until('the ring at seven', () => bell.rings() === 1, 6_000);
  expect(bell.last()).toMatchObject({ silent: null, silentUntil: null, ringing: [{ orderIds: [1] }] });
});

test('orders ring at night where the shop wants it, chats do not', async () => {
  const now = clockFrom('2026-11-25T02:00:00+01:00');
  const shop = closeAfter(await startShop({ now }));
  await shop.api.settings.save({ quietHours: QUIET, ringInQuietHours: true });
  const bell = await listenToBell(shop.api, 'screen-number-1');
  await postSigned(shop.webhookUrl, envelope({ messages: [textMessage({ timestamp: seconds(now()) }), orderMessage({ timestamp: seconds(now()) })] }));
  await until('the ring', () => bell.rings() === 1);
  await pause(100);
  expect(bell.heard.filter(({ tone }) => tone)).toEqual([]);
});

test('closed by its opening hours the shop is silent, and that nobody listens is no trouble', async () => {
  // A Wednesday.
  const now = clockFrom('2026-11-25T12:00:00+01:00');
  const shop = closeAfter(await startShop({ now }));
  expect((await shop.api.bell.get()).trouble).toBe('no-screen');
  const openingHours = [[], [], [], [], [{ from: '18:00', to: '02:00' }], [], []];
  await shop.api.settings.save({ openingHours, ringInQuietHours: false });
  expect((await shop.api.bell.get()).trouble).toBe(null);
  const bell = await listenToBell(shop.api, 'screen-number-1');
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage({ timestamp: seconds(now()) })] }));
  await until('the reason', () => bell.last()?.silent === 'closed');
  expect(bell.last()?.silentUntil).toBe(Date.parse('2026-11-27T18:00:00+01:00'));
  await shop.api.settings.save({ openingHours: [[], [], [], [], [], [], []] });
  await until('the ring', () => bell.rings() === 1);
});
