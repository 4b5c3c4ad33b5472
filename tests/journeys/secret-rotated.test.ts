import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { envelope, postSigned, sign, textMessage } from '../support/post-webhook.ts';
import { startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const DAY = 24 * 60 * 60_000;

/** A shop whose app secret is stored, not held by the environment, and its clock. */
async function shopWithSecret(secret: string) {
  const clock = { at: Date.now() };
  const shop = await startShop({ environment: { SHOPBELL_APP_SECRET: '' }, now: () => clock.at });
  await shop.api.settings.setSecret({ name: 'appSecret', value: secret });
  return { shop, clock };
}

function post(shop: TestShop, secret: string): Promise<number> {
  const body = JSON.stringify(envelope({ messages: [textMessage()] }));
  return postSigned(shop.webhookUrl, body, { 'x-hub-signature-256': sign(body, secret) });
}
const proofs = (shop: TestShop) => shop.rows<{ proof: string }>('SELECT proof FROM webhook_log ORDER BY id').map(({ proof }) => proof);
const events = async ({ api }: TestShop) => (await api.connection.log({ limit: 200 })).entries.map(({ event }) => event);

test('the secret before this one is accepted for a day beside the new one, and what proved a webhook is written down', async () => {
  const { shop, clock } = await shopWithSecret('the first');
  closeAfter(shop);
  await until('the secret in force', async () => (await post(shop, 'the first')) === 200);
  expect(await post(shop, 'the second')).toBe(401);
  await shop.api.settings.setSecret({ name: 'appSecret', value: 'the second' });
  await until('the new secret in force', async () => (await post(shop, 'the second')) === 200);
  expect(await post(shop, 'the first')).toBe(200);
  expect(await post(shop, 'the third')).toBe(401);
  expect(proofs(shop)).toEqual(['secret', 'secret', 'previous']);
  expect(await events(shop)).toContain('secret-changed');

  clock.at += DAY - 1_000;
  expect(await post(shop, 'the first')).toBe(200);
  // To the second, and without anybody looking.
  clock.at += 1_000;
  expect(await post(shop, 'the first')).toBe(401);
  expect(await post(shop, 'the second')).toBe(200);
});

test('the day goes on over a restart; after it the old secret is thrown away, and that is told', async () => {
  const { shop, clock } = await shopWithSecret('the first');
  await shop.api.settings.setSecret({ name: 'appSecret', value: 'the second' });
  clock.at += DAY / 2;
  const again = await shop.restart();
  expect([await post(again, 'the first'), await post(again, 'the second')]).toEqual([200, 200]);
  clock.at += DAY / 2;
  const after = closeAfter(await again.restart());
  expect([await post(after, 'the first'), await post(after, 'the second')]).toEqual([401, 200]);
  expect((await after.api.settings.get()).secrets.appSecretPrevious).toEqual({ set: false, source: { from: 'default' } });
  expect(await events(after)).toContain('secret-dropped');
});

test('nobody can make the day longer by the settings, and a secret that is removed is refused at once', async () => {
  const { shop, clock } = await shopWithSecret('the first');
  closeAfter(shop);
  await shop.api.settings.setSecret({ name: 'appSecret', value: 'the second' });
  const saved = await shop.api.settings.save({ appSecretChangedAt: clock.at + 30 * DAY });
  expect([saved.ignored, saved.settings.values.appSecretChangedAt]).toEqual([['appSecretChangedAt'], clock.at]);
  await until('both in force', async () => (await post(shop, 'the second')) === 200);
  await shop.api.settings.setSecret({ name: 'appSecret', value: '' });
  await until('none in force', async () => (await post(shop, 'the second')) === 401);
  expect(await post(shop, 'the first')).toBe(401);
});
