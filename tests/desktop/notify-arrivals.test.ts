import { onTestFinished, expect, test } from 'vitest';
import type { OpenEvent } from '../../shared/contract/live.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { actOnNotices } from '../../electron/shell/act-on-notices.ts';
import { notifyArrivals } from '../../electron/shell/notify-arrivals.ts';
import type { NotificationText } from '../../electron/shell/notification-text.ts';
import type { NotificationWish } from '../../electron/shell/show-notification.ts';
import { readActivation } from '../../electron/shell/toast-address.ts';
import { createWords } from '../../electron/shell/words.ts';
import { CONTACT, envelope, orderMessage, postSigned, seconds, textMessage } from '../support/post-webhook.ts';
import { startShop } from '../support/start-shop.ts';
import type { TestShop } from '../support/start-shop.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { until } from '../support/until.ts';

const NIGHT: Partial<Settings> = { quietHours: { on: true, from: '00:00', to: '00:00' }, ringInQuietHours: false };

/** A shop that runs, and the notifications that a desktop would show of it; time passes by `pass`. */
function watch(shop: TestShop, set: Partial<Settings> = {}) {
  const words = createWords(() => 'en-US');
  words.choose('en');
  const standing: NotificationWish[] = [];
  const opened: OpenEvent[] = [];
  const said: NotificationText[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const app = { ...shop.app, mainShop: shop.app.mainShop, open: (event: OpenEvent) => void opened.push(event) };
  const acts = actOnNotices({ app, words, showWindow: () => undefined, say: (text) => void said.push(text), log: () => undefined });
  const stop = notifyArrivals({
    app,
    acts,
    words,
    settings: { values: () => ({ notifications: true, ...set }) as Settings },
    clock: { now: () => now, later: (run, ms) => void timers.push({ at: now + ms, run }) },
    windowHasFocus: () => false,
    show(wish) {
      const close = () => void (standing.includes(shown) && standing.splice(standing.indexOf(shown), 1));
      const goesWith = (run?: () => void) => () => {
        close();
        run?.();
      };
      const action = wish.action && { ...wish.action, run: goesWith(wish.action.run) };
      const shown = { ...wish, onClick: goesWith(wish.onClick), action };
      standing.push(shown);
      return { close };
    },
  });
  onTestFinished(stop);
  const pass = (ms: number) => {
    now += ms;
    for (const timer of timers.splice(0)) {
      if (timer.at <= now) timer.run();
      else timers.push(timer);
    }
  };
  const titles = () => standing.map(({ title }) => title);
  return { standing, titles, opened, said, acts, pass };
}

const FAR_AGO = 3 * 60 * 60 * 1000;
async function order(shop: TestShop, { late = false, name = 'Sheena Nelson', wa = '16505550111' } = {}): Promise<number> {
  const message = orderMessage({ from: wa, ...(late ? { timestamp: seconds(Date.now() - FAR_AGO) } : {}) });
  await postSigned(shop.webhookUrl, envelope({ contacts: [{ ...CONTACT, profile: { name }, wa_id: wa }], messages: [message] }));
  return until('the order', () => shop.rows<{ id: number }>('SELECT id FROM orders WHERE message_wamid = ?', message.id)[0]?.id);
}

async function begin(set: Partial<Settings> = {}) {
  const shop = await startShop();
  onTestFinished(() => shop.stop());
  await shop.api.settings.save(set);
  return { shop, desk: watch(shop, set) };
}

test('an order is told of with its number, customer, items and total; its click opens exactly that one', async () => {
  const { shop, desk } = await begin();
  await order(shop);
  const second = await order(shop, { name: 'Ben Okafor', wa: '16505550112' });
  expect(desk.titles()).toEqual(['New order #1 · Sheena Nelson', 'New order #2 · Ben Okafor']);
  expect(desk.standing[1]).toMatchObject({ body: '3 items · $85.00', stays: true, urgent: true });
  desk.standing[1]?.onClick();
  expect(desk.opened).toEqual([{ shop: 'real', conversationId: expect.any(Number) as number, orderId: second }]);
});

test('"Accept" takes exactly that order, and says so where it could not be taken any more', async () => {
  const { shop, desk } = await begin();
  const [first, second] = [await order(shop), await order(shop)];
  desk.standing[1]?.action?.run();
  const states = () => shop.rows<{ id: number; state: string }>('SELECT id, state FROM orders ORDER BY id').map(({ id, state }) => [id, state]);
  expect(states()).toEqual([
    [first, 'new'],
    [second, 'accepted'],
  ]);
  // Windows tells of one press twice.
  desk.acts.accept('real', second);
  expect(desk.said).toEqual([]);
  desk.acts.accept('real', second);
  expect(desk.said).toEqual([{ title: 'Order #2 was not taken', body: 'It is taken already.' }]);
  await shop.api.orders.step({ orderId: first, action: 'decline', reason: 'Sold out' });
  desk.acts.accept('real', first);
  expect(desk.said[1]).toEqual({ title: 'Order #1 was not taken', body: 'It was declined.' });
  desk.acts.accept('real', 999);
  expect(desk.said[2]?.body).toBe('It is not here any more.');
  expect(states()).toEqual([
    [first, 'declined'],
    [second, 'accepted'],
  ]);
});

test('an order that is taken elsewhere takes its own notification away, and no other', async () => {
  const { shop, desk } = await begin();
  const first = await order(shop);
  await order(shop);
  await shop.api.orders.step({ orderId: first, action: 'accept' });
  expect(desk.titles()).toEqual(['New order #2 · Sheena Nelson']);
});

test('late orders are one notification, also when more come; one that was taken meanwhile is not counted', async () => {
  const { shop, desk } = await begin();
  const first = await order(shop, { late: true });
  await order(shop, { late: true, name: 'Ben Okafor', wa: '16505550112' });
  await order(shop, { late: true, name: 'Cem Yılmaz', wa: '16505550113' });
  expect(desk.titles()).toEqual([]);
  desk.pass(1500);
  expect(desk.titles()).toEqual(['3 orders came late']);
  expect(desk.standing[0]?.body).toBe('#1 Sheena Nelson, #2 Ben Okafor, #3 Cem Yılmaz');
  await shop.api.orders.step({ orderId: first, action: 'accept' });
  await order(shop, { late: true });
  desk.pass(1500);
  expect(desk.titles()).toEqual(['3 orders came late']);
  expect(desk.standing[0]?.body).toBe('#2 Ben Okafor, #3 Cem Yılmaz, #4 Sheena Nelson');
  desk.standing[0]?.onClick();
  expect(desk.opened).toEqual([{ shop: 'real', conversationId: null, orderId: null }]);
});

test('one late order alone is told of as it is, marked late, and can be accepted', async () => {
  const { shop, desk } = await begin();
  await order(shop, { late: true });
  desk.pass(1500);
  expect(desk.standing).toMatchObject([{ title: 'New order #1 · Sheena Nelson', body: '3 items · $85.00 · came late' }]);
  desk.standing[0]?.action?.run();
  expect(shop.rows('SELECT state FROM orders')).toEqual([{ state: 'accepted' }]);
  expect(desk.standing).toEqual([]);
});

test('a burst becomes one, without those that were taken while it was held', async () => {
  const { shop, desk } = await begin();
  const ids: number[] = [];
  for (let count = 0; count < 6; count += 1) ids.push(await order(shop));
  expect(desk.standing).toHaveLength(3);
  for (const orderId of [ids[0], ids[5]]) await shop.api.orders.step({ orderId: orderId ?? 0, action: 'accept' });
  desk.pass(2000);
  expect(desk.titles()).toEqual(['4 new orders']);
  for (const orderId of ids.slice(1, 4)) await shop.api.orders.step({ orderId, action: 'accept' });
  expect(desk.titles()).toEqual(['4 new orders']);
  await shop.api.orders.step({ orderId: ids[4] ?? 0, action: 'accept' });
  expect(desk.titles()).toEqual([]);
});

test('orders that waited already at the start are told of once, with how many', async () => {
  const { shop } = await begin();
  await order(shop);
  const again = await shop.restart();
  onTestFinished(() => again.stop());
  expect(watch(again).titles()).toEqual(['1 order is waiting']);
  for (let count = 0; count < 5; count += 1) await order(again);
  const desk = watch(again);
  expect(desk.titles()).toEqual(['6 orders are waiting']);
  expect(desk.standing[0]?.body).toBe(`${[1, 2, 3, 4].map((number) => `#${number} Sheena Nelson`).join(', ')}, and 2 more`);
  for (const { id } of again.rows<{ id: number }>('SELECT id FROM orders')) await again.api.orders.step({ orderId: id, action: 'accept' });
  expect(desk.titles()).toEqual([]);
  expect(watch(again).titles()).toEqual([]);
});

test('in quiet hours it is shown, but pushes through nothing', async () => {
  const { shop, desk } = await begin(NIGHT);
  await order(shop);
  expect(desk.standing).toMatchObject([{ title: 'New order #1 · Sheena Nelson', stays: true, urgent: false }]);
});

test('a rehearsal is marked as one', async () => {
  const { shop, desk } = await begin();
  const rehearsed = await shop.api.bell.rehearse();
  expect(rehearsed).toMatchObject({ ok: true });
  expect(desk.standing).toMatchObject([{ title: expect.stringMatching(/^Test order 1 · /) as string, stays: true }]);
});

test('a message is told of and goes by itself; its click opens the chat', async () => {
  const { shop, desk } = await begin();
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage()] }));
  await until('the notification', () => desk.standing.length > 0);
  expect(desk.standing).toMatchObject([{ title: 'Sheena Nelson', body: 'Is this still available?', stays: false, urgent: false, action: undefined }]);
  desk.standing[0]?.onClick();
  expect(desk.opened).toEqual([{ shop: 'real', conversationId: expect.any(Number) as number, orderId: null }]);
});

test('what Windows hands back after a restart is that order; in a new data folder it is none', async () => {
  const { shop, desk } = await begin();
  const orderId = await order(shop);
  const given = `type=action&action=0&tag=${desk.standing[0]?.tag}`;
  const again = await shop.restart();
  onTestFinished(() => again.stop());
  expect(readActivation(given, again.app.desk.toastKey)).toEqual({ address: { shop: 'real', what: 'order', orderId }, accept: true });
  const other = await startShop({ folder: temporaryFolder() });
  onTestFinished(() => other.stop());
  await order(other);
  expect(readActivation(given, other.app.desk.toastKey)).toBeNull();
});

test('a chat whose 24 hours end soon is told of while its customer waits, and its click opens it', async () => {
  const { shop, desk } = await begin();
  const written = Date.now() - 22.25 * 60 * 60 * 1000;
  const message = textMessage({ timestamp: seconds(written) });
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [message] }));
  desk.pass(60_000);
  const before = desk.titles().length;
  await shop.api.settings.save({ closingWarning: 120 });
  await until('the warning', () => desk.titles().length > before);
  expect(desk.standing.at(-1)).toMatchObject({ title: 'Sheena Nelson waits for an answer', body: 'Free text is possible for 2 hours more.', stays: false });
  desk.standing.at(-1)?.onClick();
  expect(desk.opened.at(-1)).toMatchObject({ shop: 'real', conversationId: 1 });
});
