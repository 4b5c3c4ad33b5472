import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { APP_TOKEN, askGraph } from './ask-graph.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA, TOKEN } from './practice-shop.ts';

const { appId, appName, catalogId, wabaId } = PRACTICE_ACCOUNT;
const DAY = 24 * 60 * 60;

async function debug(shop: PracticeShop, token: string, inputToken = TOKEN): Promise<Record<string, unknown>> {
  const { body } = await askGraph(shop, `GET debug_token?input_token=${encodeURIComponent(inputToken)}`, { token });
  return body['data'] as Record<string, unknown>;
}

test.each([
  ['the app’s own', APP_TOKEN],
  ['itself', TOKEN],
])('a token of a system user is told of as lasting, with its account, by %s', async (_, asker) => {
  const shop = await openPracticeShop();
  expect(await debug(shop, asker)).toMatchObject({
    app_id: appId,
    application: appName,
    type: 'SYSTEM_USER',
    is_valid: true,
    expires_at: 0,
    scopes: ['whatsapp_business_messaging', 'whatsapp_business_management', 'catalog_management', 'public_profile'],
    granular_scopes: [
      { scope: 'whatsapp_business_messaging', target_ids: [wabaId] },
      { scope: 'whatsapp_business_management', target_ids: [wabaId] },
      { scope: 'catalog_management', target_ids: [catalogId] },
    ],
  });
  expect(shop.reports).toEqual([]);
});

test('the app’s own token, and one that is nobody’s, are told apart', async () => {
  const shop = await openPracticeShop();
  expect(await debug(shop, APP_TOKEN, APP_TOKEN)).toMatchObject({ type: 'APP', is_valid: true });
  const unknown = await debug(shop, APP_TOKEN, 'stolen');
  expect(unknown).toEqual({ error: { code: 190, message: expect.any(String) }, is_valid: false, scopes: [] });
});

test('who asks without a token, with a wrong one or by a wrong secret is refused', async () => {
  const shop = await openPracticeShop();
  const call = `GET debug_token?input_token=${encodeURIComponent(TOKEN)}`;
  expect(await askGraph(shop, call, { token: null })).toMatchObject({ status: 401, error: { code: 104 } });
  expect(await askGraph(shop, call, { token: 'stolen' })).toMatchObject({ status: 401, error: { code: 190 } });
  expect(await askGraph(shop, call, { token: `${appId}|wrong` })).toMatchObject({
    status: 401,
    error: { code: 190, message: expect.stringContaining('signature') },
  });
  expect(await askGraph(shop, call, { token: `1${APP_TOKEN}` })).toMatchObject({ status: 401, error: { code: 190 } });
  expect(await askGraph(shop, 'GET debug_token')).toMatchObject({ status: 400, error: { code: 100 } });
  // As a parameter instead of a header.
  expect((await askGraph(shop, `${call}&access_token=${encodeURIComponent(APP_TOKEN)}`, { token: null })).status).toBe(200);
});

test('a token near its end works until then, is refused as expired after it, and only the app can still ask about it', async () => {
  const shop = await openPracticeShop();
  const start = shop.clock.now;
  await shop.simulator.makeTrouble({ token: 'expiring', tokenDays: 3 });
  expect(await debug(shop, TOKEN)).toMatchObject({ type: 'SYSTEM_USER', is_valid: true, expires_at: Math.floor(start / 1000) + 3 * DAY });
  shop.clock.now = start + 3 * DAY * 1000 - 1;
  expect((await shop.send(TO_SHEENA)).status).not.toBe(401);
  shop.clock.now = start + 3 * DAY * 1000;
  expect(await askGraph(shop, `GET ${PHONE_ID}`)).toMatchObject({
    status: 401,
    error: { code: 190, error_subcode: 463, message: expect.stringContaining('Session has expired') },
  });
  expect((await shop.send(TO_SHEENA)).status).toBe(401);
  expect((await askGraph(shop, `GET debug_token?input_token=${encodeURIComponent(TOKEN)}`)).status).toBe(401);
  expect(await debug(shop, APP_TOKEN)).toMatchObject({ is_valid: false, error: { code: 190, subcode: 463, message: expect.any(String) } });
  await shop.simulator.makeTrouble({ token: 'good' });
  expect(await debug(shop, TOKEN)).toMatchObject({ is_valid: true, expires_at: 0 });
});

test('the dashboard’s temporary token is a person’s, for less than a day', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.makeTrouble({ token: 'temporary' });
  const { type, expires_at: end } = await debug(shop, TOKEN);
  const left = Number(end) - Math.floor(shop.clock.now / 1000);
  expect(type).toBe('USER');
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(DAY);
});

test.each([
  ['lacking-messaging', 'whatsapp_business_messaging', `POST ${PHONE_ID}/messages`, 10],
  ['lacking-management', 'whatsapp_business_management', `GET ${wabaId}/phone_numbers`, 200],
  ['lacking-catalogue', 'catalog_management', `GET ${catalogId}/products`, 200],
] as const)('%s: the token says so, and only what needs it is refused', async (token, scope, call, code) => {
  const shop = await openPracticeShop();
  await shop.simulator.makeTrouble({ token });
  const data = await debug(shop, TOKEN);
  expect(data['is_valid']).toBe(true);
  expect(data['scopes']).not.toContain(scope);
  expect((data['granular_scopes'] as { scope: string }[]).map((one) => one.scope)).toHaveLength(2);
  expect(await askGraph(shop, call, call.startsWith('POST') ? { body: TO_SHEENA } : {})).toMatchObject({ status: 403, error: { code } });
  const others = [`GET ${PHONE_ID}`, `GET ${catalogId}/products`].filter(
    (other) => other !== call && !(token === 'lacking-management' && other.includes(PHONE_ID)),
  );
  for (const other of others) expect((await askGraph(shop, other)).status).toBe(200);
});
