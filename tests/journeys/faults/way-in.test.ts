import { expect, test } from 'vitest';
import { listenToBell } from '../../support/listen-to-bell.ts';
import { newOrders, startPracticeShop } from '../../support/start-practice-shop.ts';
import { until } from '../../support/until.ts';
import { eventsOf, greenLight, inOrder, logOf, redLight } from '../../support/watch-light.ts';

test.each([
  ['cut', 'tunnel-network', 'restart-tunnel'],
  ['token-refused', 'tunnel-token', 'choose-way-in'],
  ['foreign', 'loop-other', 'restart-tunnel'],
] as const)('a way in that is %s is red; what was ordered meanwhile comes after it, once, and its report names it', async (tunnel, reason, action) => {
  const shop = await startPracticeShop();
  const bell = await listenToBell(shop.api, 'screen-number-1');
  await shop.api.practice.trouble({ tunnel });
  const { light } = await redLight(shop, reason, action);
  expect(light.proof).toBe(tunnel === 'foreign' ? 'loop' : 'tunnel');
  await until('a gap that lasts', async () => (await shop.api.connection.gaps())[0]?.cause === 'cut-off');
  // Meta posts it, and comes again with the same.
  await shop.api.practice.behave({ repeat: true });
  await shop.api.practice.act({ action: 'order' });
  expect(await newOrders(shop)).toEqual([]);

  await shop.api.practice.trouble({ tunnel: 'good' });
  await greenLight(shop);
  await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
  await until('both tries', () => shop.rows('SELECT 1 FROM webhook_log').length === 2, 20_000);
  expect(await newOrders(shop)).toEqual([1]);
  await until('its ring', () => bell.rings() > 0);
  expect(bell.rings()).toBe(1);
  const [gap] = await shop.api.connection.gaps();
  // What comes between the way's return and the look that finds it is held up only where it was on its way for a minute; here that is a second.
  const [came] = shop.rows<{ at: number }>('SELECT received_at AS at FROM messages');
  const caught = (came?.at ?? 0) > (gap?.endedAt ?? Infinity) ? [1] : [];
  expect(gap).toMatchObject({ cause: 'cut-off', endedAt: expect.any(Number), lateMessages: caught.length, lateOrderIds: caught });

  const told = await logOf(shop);
  expect(told).toContainEqual({ event: 'red', reason });
  expect(inOrder(await eventsOf(shop), ['green', 'red', 'gap'])).toBe(true);
  expect(inOrder(await eventsOf(shop), ['red', 'green'])).toBe(true);
  if (tunnel !== 'foreign') expect(inOrder(await eventsOf(shop), ['tunnel-up', 'tunnel-lost', 'tunnel-up'])).toBe(true);
});

test('a way in that has died silently is started anew by itself, and what it swallowed comes again', async () => {
  const shop = await startPracticeShop();
  await shop.api.practice.trouble({ tunnel: 'dead' });
  // It is taken by the dead tunnel, which never answers.
  const ordered = shop.api.practice.act({ action: 'order' });
  await redLight(shop, 'loop-unreachable', 'restart-tunnel');
  expect((await shop.api.connection.get()).tunnel.state).toBe('up');
  await greenLight(shop);
  await ordered;
  await until('the order', async () => (await newOrders(shop)).length > 0);
  expect(inOrder(await eventsOf(shop), ['green', 'red', 'tunnel-restarted', 'green'])).toBe(true);
  expect((await shop.api.practice.get()).trouble.tunnel).toBe('good');
});

test('a way in that is slow still is one: nothing is red, and nothing is restarted', async () => {
  const shop = await startPracticeShop({ watchPace: 1 });
  await shop.api.practice.trouble({ tunnel: 'slow' });
  await shop.api.connection.checkNow();
  expect((await shop.api.connection.get()).light.tone).toBe('good');
  await shop.api.practice.act({ action: 'order' });
  expect(await newOrders(shop)).toEqual([1]);
  expect(await eventsOf(shop)).not.toEqual(expect.arrayContaining(['red']));
});

test.each(['app', 'account', 'number'] as const)(
  'a new address is written down where the old one was, for the %s, and what was ordered meanwhile comes',
  async (level) => {
    const shop = await startPracticeShop({ watchPace: 1 });
    await shop.api.settings.save({ callbackLevel: level });
    expect(await shop.api.connection.register({ takeOver: false })).toMatchObject({ ok: true });
    const before = await greenLight(shop);
    expect(before.registered).toMatchObject({ level, callbackUrl: before.callbackUrl });
    const changing = shop.api.practice.readdress();
    const ordered = shop.api.practice.act({ action: 'order' });
    await changing;
    const after = await until(
      'the new address registered',
      async () => {
        const now = await shop.api.connection.get();
        return now.light.tone === 'good' && now.registered?.callbackUrl === now.callbackUrl && now.callbackUrl !== before.callbackUrl && now;
      },
      25_000,
    );
    expect(after.registered).toMatchObject({ level, callbackUrl: after.callbackUrl });
    await ordered;
    await until('the order', async () => (await newOrders(shop)).length > 0, 20_000);
    expect(await newOrders(shop)).toEqual([1]);
    expect(inOrder(await eventsOf(shop), ['address-changed', 'registered-again'])).toBe(true);
    // Its own old address is never taken for another's.
    const reds = (await logOf(shop)).flatMap(({ event, reason }) => (event === 'red' ? [reason] : []));
    expect(new Set(reds)).not.toContain('callback-elsewhere');
    expect(await eventsOf(shop)).not.toContain('callback-lost');
  },
);
