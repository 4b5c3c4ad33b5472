import { expect, test } from 'vitest';
import type { GraphErrorBody } from '../../electron/wire/send-types.ts';
import { openPracticeShop, TO_SHEENA } from './practice-shop.ts';

test('told to repeat, it delivers every webhook twice with the same bytes', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ repeat: true });
  await shop.simulator.act('order');
  expect(shop.deliveries).toHaveLength(2);
  expect(shop.deliveries[0]?.raw).toBe(shop.deliveries[1]?.raw);
  await shop.send(TO_SHEENA);
  await shop.until(() => shop.deliveries.length === 8);
  expect(
    shop
      .statuses()
      .map((status) => status.status)
      .sort(),
  ).toEqual(['delivered', 'delivered', 'read', 'read', 'sent', 'sent']);
});

test('told to reorder, it delivers the ticks of a message in another order than they happened', async () => {
  const shop = await openPracticeShop({ pace: 50 });
  shop.simulator.behave({ reorder: true });
  await shop.send(TO_SHEENA);
  await shop.until(() => shop.statuses().length === 3);
  const order = shop.statuses().map((status) => status.status);
  expect(order).not.toEqual(['sent', 'delivered', 'read']);
  expect([...order].sort()).toEqual(['delivered', 'read', 'sent']);
});

test('told to reorder, it shuffles the messages of several customers too, and loses none', async () => {
  const straight = await openPracticeShop();
  for (let count = 0; count < 6; count += 1) await straight.simulator.act('text');
  const shop = await openPracticeShop();
  shop.simulator.behave({ reorder: true });
  await Promise.all(Array.from({ length: 6 }, () => shop.simulator.act('text')));
  const ids = shop.messages().map((message) => message.id);
  const happened = straight.messages().map((message) => message.id);
  expect(ids).not.toEqual(happened);
  expect([...ids].sort()).toEqual([...happened].sort());
});

test('told to batch, it delivers several entries, changes, messages and statuses in one POST', async () => {
  const shop = await openPracticeShop({ pace: 10 });
  await shop.send(TO_SHEENA);
  await shop.send({ ...TO_SHEENA, to: '+447700900142' });
  shop.simulator.behave({ batch: true });
  await Promise.all([...Array.from({ length: 6 }, () => shop.simulator.act('order')), shop.simulator.act('rotate')]);
  await shop.until(() => shop.statuses().length === 6);
  const [batch] = shop.deliveries;
  expect(batch?.body.entry.length).toBe(2);
  expect(batch?.body.entry.some((entry) => entry.changes.length > 1)).toBe(true);
  expect(shop.values().some((value) => (value.messages?.length ?? 0) > 1 && (value.contacts?.length ?? 0) > 1)).toBe(true);
  expect(shop.deliveries.length).toBeLessThan(6);
  expect(shop.messages()).toHaveLength(6);
  expect(shop.values().flatMap((value) => value.user_id_update ?? [])).toHaveLength(1);
});

test('told to be late, it delivers after the delay with the time at which it happened, whatever the pace', async () => {
  const shop = await openPracticeShop({ pace: 10_000 });
  shop.simulator.behave({ delayMs: 150 });
  const begun = performance.now();
  const acted = shop.simulator.act('text');
  shop.clock.now += 3_600_000;
  shop.simulator.behave({ delayMs: 0 });
  await shop.simulator.act('photo');
  expect(shop.messages().map((message) => message.type)).toEqual(['image']);
  await acted;
  expect(performance.now() - begun).toBeGreaterThan(145);
  expect(shop.messages().map((message) => message.timestamp)).toEqual(['1795341600', '1795338000']);
});

test.each([
  [131047, 400, '(#131047) Re-engagement message'],
  [131026, 400, '(#131026) Message undeliverable'],
  [131000, 500, '(#131000) Something went wrong'],
  [131016, 500, '(#131016) Service unavailable'],
  [131031, 403, '(#131031) Account has been locked'],
  [133004, 503, '(#133004) Server temporarily unavailable'],
  [190, 401, 'Invalid OAuth access token - Cannot parse access token'],
  [999999, 400, '(#999999) Unknown error'],
])('told to refuse with %i, it answers %i in Meta’s shape until told otherwise', async (refuseCode, status, message) => {
  const shop = await openPracticeShop({ pace: 10_000 });
  shop.simulator.behave({ refuseCode });
  const response = await shop.send(TO_SHEENA);
  expect(response.status).toBe(status);
  const { error } = (await response.json()) as GraphErrorBody;
  expect(error).toMatchObject({ message, type: 'OAuthException', code: refuseCode, fbtrace_id: expect.stringMatching(/^A.{22}$/) });
  shop.simulator.behave({ refuseCode: 0 });
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
  await shop.until(() => shop.statuses().length === 3);
  expect(shop.reports).toEqual([]);
});

test('told to limit the rate of two sends, it refuses two with 130429 and takes the third', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ rateLimitNext: 2 });
  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await shop.send(TO_SHEENA)).status);
  expect(statuses).toEqual([429, 429, 200]);
  expect(shop.simulator.behaviour.rateLimitNext).toBe(0);
});

test('told to lose an answer, it hangs up after accepting, and the ticks tell by our own id', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ loseAnswerNext: 1 });
  await expect(shop.send(TO_SHEENA)).rejects.toThrow('fetch failed');
  await shop.until(() => shop.statuses().length === 3);
  expect(shop.statuses().every((status) => status.biz_opaque_callback_data === 'out-1')).toBe(true);
  expect((await shop.send(TO_SHEENA)).status).toBe(200);
});

test('told to hide phone numbers, it names customers by their business-scoped id alone, in messages, ticks and rotations', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ hidePhone: true });
  await shop.simulator.act('order');
  await shop.simulator.act('rotate');
  await shop.send(TO_SHEENA);
  await shop.until(() => shop.statuses().length === 3);
  for (const { raw } of shop.deliveries) expect(raw).not.toMatch(/"(wa_id|from|recipient_id)":/);
  expect(shop.messages()[0]?.from_user_id).toMatch(/^[A-Z]{2}\.\d{20}$/);
  expect(shop.statuses()[0]?.recipient_user_id).toBe('US.13491208655302741918');
});

test('what was told is readable, and a part of it can be taken back alone', async () => {
  const shop = await openPracticeShop();
  shop.simulator.behave({ repeat: true, delayMs: 5 });
  shop.simulator.behave({ delayMs: 0 });
  expect(shop.simulator.behaviour).toEqual({
    repeat: true,
    reorder: false,
    batch: false,
    delayMs: 0,
    refuseCode: 0,
    rateLimitNext: 0,
    loseAnswerNext: 0,
    hidePhone: false,
    mediaGone: false,
    mediaBroken: false,
  });
});
