import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { CONTACT, envelope, orderMessage, postSigned, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const nothing = { silent: null, silentUntil: null, check: false, ring: false, tone: false };

test('an order rings at once and again until it is taken, and chats sound like no order', async () => {
  const shop = closeAfter(await startShop());
  await shop.api.settings.save({ ringEvery: 3 });
  const bell = await listenToBell(shop.api, 'screen-number-1');
  expect(bell.heard[0]).toEqual({ ...nothing, ringing: [{ shop: 'real', orderIds: [], lateIds: [] }] });

  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage()] }));
  await until('the chat’s tone', () => bell.last()?.tone);
  expect(bell.rings()).toBe(0);

  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage()] }));
  await until('the ring', () => bell.rings() === 1);
  expect(bell.last()).toEqual({ ...nothing, ring: true, ringing: [{ shop: 'real', orderIds: [1], lateIds: [] }] });
  await until('the second ring', () => bell.rings() === 2);

  expect(await shop.api.orders.step({ orderId: 1, action: 'accept' })).toMatchObject({ ok: true, order: { state: 'accepted' } });
  await until('the silence', () => bell.last()?.ringing[0]?.orderIds.length === 0);
  await pause(3_300);
  expect(bell.rings()).toBe(2);
});

test('several at once ring once, and say how many', async () => {
  const shop = closeAfter(await startShop());
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const messages = Array.from({ length: 5 }, (_, index) => orderMessage({ from: `1650555020${index}` }));
  await postSigned(shop.webhookUrl, envelope({ messages }));
  await until('the ring', () => bell.rings() === 1);
  await pause(300);
  expect(bell.rings()).toBe(1);
  expect(bell.last()?.ringing[0]?.orderIds).toHaveLength(5);
});

test('taken on another screen, the bell stops on every one; undone, it rings again', async () => {
  const shop = closeAfter(await startShop());
  const screens = [await listenToBell(shop.api, 'screen-number-1'), await listenToBell(shop.api, 'screen-number-2')];
  await shop.api.live.screenSound({ screenId: 'screen-number-1', ready: true });
  expect((await shop.api.connection.get()).screens).toEqual({ connected: 2, soundReady: 1 });
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage()] }));
  for (const screen of screens) await until('its ring', () => screen.rings() === 1);

  const taken = await shop.api.orders.step({ orderId: 1, action: 'accept' });
  for (const screen of screens) await until('its silence', () => screen.last()?.ringing[0]?.orderIds.length === 0);
  if (!taken.ok || !taken.order.undo) throw new Error('it cannot be undone');
  expect(await shop.api.orders.undo({ orderId: 1, eventId: taken.order.undo.eventId })).toMatchObject({ ok: true });
  for (const screen of screens) await until('its ring anew', () => screen.rings() === 2);
});

test('an order that nobody took rings on after a restart', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ messages: [orderMessage()] }));
  const again = closeAfter(await shop.restart());
  const bell = await listenToBell(again.api, 'screen-number-1');
  expect(bell.heard[0]).toMatchObject({ ringing: [{ shop: 'real', orderIds: [1] }], ring: true });
});
