import { expect, test } from 'vitest';
import { closeAfter } from '../support/close-after.ts';
import { listenToBell } from '../support/listen-to-bell.ts';
import { APP, managementGraph, PHONE, refused, TOKEN, WABA } from '../support/management-graph.ts';
import { startShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

/** A shop with nothing in it but where Meta is to be found. */
const EMPTY = { SHOPBELL_APP_SECRET: '', SHOPBELL_VERIFY_TOKEN: '', SHOPBELL_ACCESS_TOKEN: '', SHOPBELL_PHONE_NUMBER_ID: '', SHOPBELL_ONPREM_SECRET: '' };

async function empty(environment: Record<string, string> = {}) {
  const graph = await managementGraph();
  const shop = closeAfter(await startShop({ graphUrl: graph.url, environment: { ...EMPTY, ...environment } }));
  return { graph, shop };
}

test('from a token to a rehearsal by the public address', async () => {
  const { graph, shop } = await empty();
  const { setup } = shop.api;
  expect(await setup.get()).toMatchObject({
    token: null,
    chosen: { wabaId: '', phoneNumberId: '' },
    app: { id: '', from: null },
    secret: { state: 'none' },
    requirements: [],
    rehearsedAt: null,
  });

  const token = await setup.checkToken({ token: ` ${TOKEN} ` });
  expect(token).toMatchObject({
    ok: true,
    setup: {
      token: {
        kind: 'system-user',
        valid: true,
        expiresAt: null,
        appId: APP.id,
        appName: 'Corner shop',
        lacking: [],
        reason: null,
        accounts: [{ wabaId: WABA, name: 'Corner shop', fault: null, numbers: [{ phoneNumberId: PHONE, verifiedName: 'Corner shop', onBusinessApp: false }] }],
      },
      chosen: { wabaId: WABA, phoneNumberId: PHONE },
      app: { id: APP.id, from: 'token' },
    },
  });
  const { secrets, values } = await shop.api.settings.get();
  expect(secrets.accessToken.set).toBe(true);
  expect(values).toMatchObject({ wabaId: WABA, phoneNumberId: PHONE, appId: APP.id });

  expect(await setup.checkSecret({ secret: 'another app’s' })).toMatchObject({ ok: false, reason: 'secret-wrong' });
  expect((await shop.api.settings.get()).secrets.appSecret.set).toBe(false);
  expect(await setup.checkSecret({ secret: APP.secret })).toMatchObject({ ok: true, setup: { secret: { state: 'proved' } } });
  expect(await setup.get()).toMatchObject({ secret: { state: 'proved' } });

  const needs = await setup.checkRequirements();
  if (!needs.ok) throw new Error(needs.reason);
  expect(Object.fromEntries(needs.setup.requirements.map(({ kind, state }) => [kind, state]))).toEqual({
    'app-live': 'unknown',
    'number-registered': 'good',
    'payment-method': 'good',
    'catalogue-connected': 'good',
    'cart-on': 'good',
    'catalogue-visible': 'bad',
  });
  const shown = await setup.setCommerce({ visible: true });
  expect(shown.ok && shown.setup.requirements.at(-1)).toMatchObject({ kind: 'catalogue-visible', state: 'good' });
  expect(graph.state.commerce).toEqual({ cart: true, visible: true });

  expect(await setup.rehearse()).toEqual({ ok: false, reason: 'no-way-in' });
  // The shop's own address; a proxy on this computer would stand there.
  const { webhook } = await shop.api.connection.get();
  await shop.api.settings.save({ tunnel: 'own', publicUrl: webhook.localUrl ?? '' });
  await until('the way in', async () => (await shop.api.connection.get()).tunnel.state === 'up');
  const bell = await listenToBell(shop.api, 'screen-number-1');
  const rehearsed = await setup.rehearse();
  if (!rehearsed.ok) throw new Error(rehearsed.reason);
  await until('its ring', () => bell.rings() === 1);
  expect(await shop.api.orders.get({ orderId: rehearsed.orderId })).toMatchObject({ rehearsal: true, state: 'new' });
  expect((await setup.get()).rehearsedAt).toBeGreaterThan(0);

  // After a restart what Meta said is asked anew; what was stored stands.
  const again = closeAfter(await shop.restart());
  expect(await again.api.setup.get()).toMatchObject({ token: null, secret: { state: 'unproved' }, app: { id: APP.id }, chosen: { phoneNumberId: PHONE } });
  expect((await again.api.setup.get()).rehearsedAt).toBeGreaterThan(0);
  expect(await again.api.setup.checkSecret({})).toMatchObject({ ok: true, setup: { secret: { state: 'proved' } } });
});

test('a token is stored only where it is of use, and told what it lacks', async () => {
  const { graph, shop } = await empty();
  const check = (change: Record<string, unknown>, token = TOKEN) => {
    Object.assign(graph.state.token, change);
    return shop.api.setup.checkToken({ token });
  };
  expect(await shop.api.setup.checkToken({})).toEqual({ ok: false, reason: 'not-configured', details: null });
  expect(await check({}, 'no token of Meta’s')).toMatchObject({ ok: false, reason: 'token-refused' });
  expect(await check({}, 'EAAB-unknown')).toMatchObject({ ok: false, reason: 'token-refused', details: expect.stringContaining('expired') as string });
  expect(await check({ is_valid: false, error: { code: 190, subcode: 463, message: 'Session has expired' } })).toMatchObject({
    ok: false,
    reason: 'token-expired',
  });
  expect(await check({ is_valid: true, error: undefined, type: 'PAGE' })).toMatchObject({ ok: false, reason: 'token-wrong-kind', details: 'PAGE' });
  const scopes = ['whatsapp_business_management'];
  expect(await check({ type: 'SYSTEM_USER', scopes })).toMatchObject({
    ok: false,
    reason: 'permission-missing',
    details: 'whatsapp_business_messaging, catalog_management',
  });
  expect((await shop.api.settings.get()).secrets.accessToken.set).toBe(false);

  const inHours = (hours: number) => Math.floor(Date.now() / 1000) + hours * 3600;
  const both = ['whatsapp_business_management', 'whatsapp_business_messaging'];
  expect(await check({ type: 'USER', scopes: both, issued_at: inHours(-20), expires_at: inHours(4) })).toMatchObject({
    ok: true,
    setup: { token: { kind: 'temporary', reason: 'token-temporary', lacking: ['catalog_management'] } },
  });
  expect((await shop.api.settings.get()).secrets.accessToken.set).toBe(true);
  // Sixty days, and nearly over: a person's, not the dashboard's.
  expect(await check({ issued_at: inHours(-59 * 24), expires_at: inHours(20) })).toMatchObject({
    setup: { token: { kind: 'user', reason: 'token-expiring' } },
  });
  // One that could not ask about itself, asked about by the app.
  await shop.api.setup.checkSecret({ secret: APP.secret });
  graph.state.instead = ({ url, headers }) =>
    url.includes('debug_token') && !headers.authorization?.includes('|') ? refused(100, 'App token wanted') : undefined;
  expect(await check({ type: 'SYSTEM_USER', expires_at: 0 })).toMatchObject({ ok: true, setup: { token: { kind: 'system-user' } } });
});

test('several accounts and numbers are left to a person; one that cannot be read says why', async () => {
  const { graph, shop } = await empty();
  graph.state.token['granular_scopes'] = [{ scope: 'whatsapp_business_messaging', target_ids: [WABA, '999'] }];
  const other = { ...graph.state.phone, id: '106540352242999' };
  graph.state.instead = ({ url }) => (url.includes(`${WABA}/phone_numbers`) ? { body: { data: [graph.state.phone, other] } } : undefined);
  const token = await shop.api.setup.checkToken({ token: TOKEN });
  expect(token).toMatchObject({ ok: true, setup: { chosen: { wabaId: '', phoneNumberId: '' } } });
  expect(token.ok && token.setup.token?.accounts.map(({ wabaId, fault, numbers }) => [wabaId, fault, numbers.length])).toEqual([
    [WABA, null, 2],
    ['999', 'wrong-id', 0],
  ]);
  const number = { wabaId: WABA, phoneNumberId: other.id };
  expect(await shop.api.setup.choose(number)).toMatchObject({ ok: true, setup: { chosen: number } });
});

test('what the environment holds is never overwritten', async () => {
  const { shop } = await empty({ SHOPBELL_ACCESS_TOKEN: TOKEN, SHOPBELL_APP_SECRET: APP.secret, SHOPBELL_PHONE_NUMBER_ID: '106540352242000' });
  expect(await shop.api.setup.checkToken({ token: 'EAAB-other' })).toEqual({ ok: false, reason: 'not-possible-here', details: 'SHOPBELL_ACCESS_TOKEN' });
  expect(await shop.api.setup.checkSecret({ secret: 'other' })).toEqual({ ok: false, reason: 'not-possible-here', details: 'SHOPBELL_APP_SECRET' });
  expect(await shop.api.setup.choose({ wabaId: WABA, phoneNumberId: PHONE })).toEqual({
    ok: false,
    reason: 'not-possible-here',
    details: 'SHOPBELL_PHONE_NUMBER_ID',
  });
  // What it holds can be proved all the same.
  expect(await shop.api.setup.checkToken({})).toMatchObject({ ok: true, setup: { chosen: { phoneNumberId: '106540352242000' } } });
  expect(await shop.api.setup.checkSecret({})).toMatchObject({ ok: true, setup: { secret: { state: 'proved' } } });
});

test('a number is registered with its own six digits', async () => {
  const { graph, shop } = await empty();
  expect(await shop.api.setup.registerNumber({ pin: '111111' })).toMatchObject({ ok: false, reason: 'not-configured' });
  graph.state.phone['platform_type'] = 'NOT_APPLICABLE';
  graph.state.phone['health_status'] = {
    can_send_message: 'BLOCKED',
    entities: [{ entity_type: 'WABA', can_send_message: 'BLOCKED', errors: [{ error_code: 141006, error_description: 'There is no payment method.' }] }],
  };
  graph.state.catalogues = [];
  await shop.api.setup.checkToken({ token: TOKEN });
  const needs = await shop.api.setup.checkRequirements();
  expect(needs.ok && needs.setup.requirements).toMatchObject([
    { state: 'unknown' },
    { kind: 'number-registered', state: 'bad', details: 'NOT_APPLICABLE, CONNECTED' },
    { kind: 'payment-method', state: 'bad', details: 'There is no payment method.' },
    { kind: 'catalogue-connected', state: 'bad' },
    {},
    {},
  ]);
  expect(await shop.api.setup.registerNumber({ pin: '111111' })).toEqual({
    ok: false,
    reason: 'bad-pin',
    details: '(#133005) Two-step verification PIN mismatch',
  });
  const registered = await shop.api.setup.registerNumber({ pin: '246810' });
  expect(registered.ok && registered.setup.requirements[1]).toMatchObject({ kind: 'number-registered', state: 'good' });
});

test('a rehearsal says what is in its way', async () => {
  const { shop } = await empty();
  expect(await shop.api.setup.rehearse()).toEqual({ ok: false, reason: 'not-configured' });
  await shop.api.setup.checkToken({ token: TOKEN });
  await shop.api.setup.checkSecret({ secret: APP.secret });
  const lead = async (publicUrl: string) => {
    await shop.api.settings.save({ tunnel: 'own', publicUrl });
    await until('the way in', async () => (await shop.api.connection.get()).callbackUrl?.startsWith(publicUrl) === true);
    return shop.api.setup.rehearse();
  };
  // A router that does not lead a call from inside back in.
  expect(await lead('http://127.0.0.1:9')).toEqual({ ok: false, reason: 'loop-blocked' });
  // Somebody else's program.
  const graph = await managementGraph();
  expect(await lead(graph.url)).toEqual({ ok: false, reason: 'loop-other' });
  expect((await shop.api.setup.get()).rehearsedAt).toBeNull();
});
