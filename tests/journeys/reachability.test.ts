import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Reason } from '../../shared/domain/reason.ts';
import { closeAfter } from '../support/close-after.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';
import { NOTHING_SET } from '../support/start-practice-shop.ts';
import { eventsOf, greenLight, lightOf } from '../support/watch-light.ts';

const PACE = 60;

const red = (shop: TestShop, reason: Reason) => lightOf(shop, `red for ${reason}`, (is) => is.tone === 'bad' && is.reason === reason);

const practiceShop = (folder?: string, watchPace = PACE) =>
  startShop({ environment: NOTHING_SET, reads: 'practice/shopbell.db', watchPace, ...(folder === undefined ? {} : { folder }) });

test('the light is green with every proof, and says how old they are', async () => {
  const shop = closeAfter(await practiceShop());
  const { light: is, proofs, registered, callbackUrl } = await greenLight(shop);
  expect(is).toMatchObject({ proof: null, reason: null, action: null });
  expect(is.provedAt).toBeGreaterThan(Date.now() - 60_000);
  expect(proofs.filter(({ state }) => state !== 'good').map(({ kind }) => kind)).toEqual(
    expect.not.arrayContaining(['loop', 'token', 'callback', 'subscribed']),
  );
  // Set in this shop's favour: its own from now on.
  expect(registered).toMatchObject({ level: 'app', callbackUrl });
  expect(await eventsOf(shop)).toEqual(expect.arrayContaining(['started', 'tunnel-up', 'green']));
});

test('a new address is registered by itself, and proved, without waiting for the next look at Meta', async () => {
  // At a shop's own pace, at which that is nine minutes away.
  const shop = closeAfter(await practiceShop(undefined, 1));
  const before = await greenLight(shop);
  await shop.api.practice.readdress();
  const after = await until(
    'the new address registered',
    async () => {
      const now = await shop.api.connection.get();
      return now.light.tone === 'good' && now.registered?.callbackUrl !== before.callbackUrl && now;
    },
    25_000,
  );
  expect(after.registered?.callbackUrl).toBe(after.callbackUrl);
  expect(after.proofs.find(({ kind }) => kind === 'verified')).toMatchObject({ state: 'good' });
  expect(await eventsOf(shop)).toEqual(expect.arrayContaining(['address-changed', 'registered-again']));
});

test('a tunnel that says it stands and leads nowhere is started anew', async () => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ tunnel: 'dead' });
  await red(shop, 'loop-unreachable');
  await greenLight(shop);
  expect((await eventsOf(shop)).filter((event) => event === 'tunnel-restarted')).toHaveLength(1);
});

test.each(['lost', 'fields-lost'] as const)('a subscription that is %s is restored', async (subscription) => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ subscription });
  await shop.api.connection.checkNow();
  await until('the subscription again', async () => (await eventsOf(shop)).includes('subscription-restored'));
  await greenLight(shop);
  expect((await shop.api.practice.get()).trouble.subscription).toBe('good');
});

test('another Shopbell that has the bell is asked about, and never fought', async () => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ callback: 'other-shopbell' });
  const { light: is, foreignCallback } = await red(shop, 'other-shopbell').catch(async () => {
    await shop.api.connection.checkNow();
    return red(shop, 'other-shopbell');
  });
  expect(is.action).toBe('take-over');
  expect(foreignCallback).not.toBeNull();
  await shop.api.connection.checkNow();
  await shop.api.connection.checkNow();
  expect((await shop.api.practice.get()).trouble.callback).toBe('other-shopbell');
  expect(await shop.api.connection.register({ takeOver: false })).toEqual({ ok: false, reason: 'other-shopbell' });

  expect(await shop.api.connection.register({ takeOver: true })).toMatchObject({ ok: true });
  await greenLight(shop);
  expect(await eventsOf(shop)).toEqual(expect.arrayContaining(['callback-lost', 'taken-over']));
});

test('a token that has run out, a number that is off and a clock that is wrong are red, and nothing is written at Meta where that is not wanted', async () => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ token: 'expired' });
  await shop.api.connection.checkNow();
  expect((await red(shop, 'token-expired')).light.action).toBe('enter-token');
  await shop.api.practice.trouble({ token: 'good', number: 'disconnected' });
  await shop.api.connection.checkNow();
  expect((await lightOf(shop, 'red for the number', ({ tone, proof }) => tone === 'bad' && proof === 'number')).light.action).not.toBeNull();
  await shop.api.practice.trouble({ number: 'connected', clockMinutes: 12 });
  await shop.api.connection.checkNow();
  await red(shop, 'clock-off');
  await shop.api.practice.trouble({ clockMinutes: 0 });
  await shop.api.connection.checkNow();
  await greenLight(shop);

  await shop.api.settings.save({ repairAtMeta: false });
  await shop.api.practice.trouble({ subscription: 'lost' });
  await shop.api.connection.checkNow();
  await red(shop, 'not-subscribed');
  await shop.api.connection.checkNow();
  expect((await shop.api.practice.get()).trouble.subscription).toBe('lost');
});

test('Meta that cannot be asked is amber once the last answers are old', async () => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ meta: 'unreachable' });
  const { light: is } = await lightOf(shop, 'amber', ({ tone }) => tone === 'warn');
  expect(is).toMatchObject({ reason: 'meta-unreachable', action: 'check-now' });
});

test('a secret that was rotated at Meta is red, whatever still stands', async () => {
  const shop = closeAfter(await practiceShop());
  await greenLight(shop);
  await shop.api.practice.trouble({ secret: 'rotated' });
  await shop.api.practice.act({ action: 'text' }).catch(() => undefined);
  const { light: is } = await lightOf(shop, 'red for the signature', ({ tone, proof }) => tone === 'bad' && proof === 'signature');
  expect(is.action).toBe('enter-secret');
});

test('closed from a time to a time: a report says so until somebody has seen it', async () => {
  const shop = await practiceShop();
  await greenLight(shop);
  await until('a beat', () => shop.rows('SELECT 1 FROM facts WHERE name = ?', 'reachable_at').length > 0);
  await shop.stop();
  const hours = 5 * 60 * 60_000;
  const db = new Database(path.join(shop.folder, 'practice/shopbell.db'));
  db.prepare("UPDATE facts SET value = value - ? WHERE name = 'alive_at'").run(hours);
  db.close();
  const again = closeAfter(await practiceShop(shop.folder));
  const { gap } = await greenLight(again);
  expect(gap).toMatchObject({ cause: 'closed', seenAt: null, lateMessages: 0, lateOrderIds: [] });
  expect((gap?.endedAt ?? 0) - (gap?.beganAt ?? 0)).toBeGreaterThan(hours - 60_000);
  expect((await again.api.connection.gapSeen({ gapId: gap?.id ?? 0 })).gap).toBeNull();
  expect(await again.api.connection.gaps()).toMatchObject([{ id: gap?.id }]);
});
