import { expect, test } from 'vitest';
import { appAccess } from '../../electron/graph/app-access.ts';
import { readCommerceSettings, setCommerceSettings } from '../../electron/graph/commerce-settings.ts';
import { debugToken } from '../../electron/graph/debug-token.ts';
import { deleteSubscription } from '../../electron/graph/delete-subscription.ts';
import type { CallRecord, GraphAccess } from '../../electron/graph/graph-call.ts';
import { listPhoneNumbers } from '../../electron/graph/list-phone-numbers.ts';
import { overrideNumber } from '../../electron/graph/override-number.ts';
import { readAccount } from '../../electron/graph/read-account.ts';
import { readCallbacks } from '../../electron/graph/read-callbacks.ts';
import { readCoexistence } from '../../electron/graph/read-coexistence.ts';
import { readPhone } from '../../electron/graph/read-phone.ts';
import { readSubscribedApps } from '../../electron/graph/read-subscribed-apps.ts';
import { readSubscriptions } from '../../electron/graph/read-subscriptions.ts';
import { registerNumber } from '../../electron/graph/register-number.ts';
import { subscribeApp } from '../../electron/graph/subscribe-app.ts';
import { unsubscribeApp } from '../../electron/graph/unsubscribe-app.ts';
import { writeSubscription } from '../../electron/graph/write-subscription.ts';
import { answeringServer, type Request } from '../support/answering-server.ts';

/** One call against a server that gives this answer to each request; what was asked, what came of it, and what was told of it. */
async function ask<T>(call: (access: GraphAccess) => Promise<T>, answer: (request: Request, index: number) => object, status = 200) {
  const server = await answeringServer((response, request) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request, server.asked.length - 1)));
  });
  const calls: CallRecord[] = [];
  const result = await call({ baseUrl: server.url, version: 'v25.0', accessToken: 'EAAB-token', onCall: (record) => void calls.push(record) });
  return { result, calls, asked: server.asked.map(({ method, url, body }) => [method, url, body === '' ? null : (JSON.parse(body) as unknown)]), server };
}
const success = () => ({ success: true });

test.each<[string, (access: GraphAccess) => Promise<unknown>, unknown[]]>([
  [
    'the app’s callback',
    (access) => writeSubscription(access, '67', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v3rify', fields: ['messages', 'security'] }),
    [
      'POST',
      '/v25.0/67/subscriptions',
      {
        object: 'whatsapp_business_account',
        callback_url: 'https://shop.example/webhook',
        verify_token: 'v3rify',
        fields: 'messages,security',
        include_values: true,
      },
    ],
  ],
  ['its end', (access) => deleteSubscription(access, '67'), ['DELETE', '/v25.0/67/subscriptions?object=whatsapp_business_account', null]],
  ['the account’s events', (access) => subscribeApp(access, '102'), ['POST', '/v25.0/102/subscribed_apps', null]],
  [
    'the account’s callback',
    (access) => subscribeApp(access, '102', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v3rify' }),
    ['POST', '/v25.0/102/subscribed_apps', { override_callback_uri: 'https://shop.example/webhook', verify_token: 'v3rify' }],
  ],
  ['no events of the account', (access) => unsubscribeApp(access, '102'), ['DELETE', '/v25.0/102/subscribed_apps', null]],
  [
    'the number’s callback',
    (access) => overrideNumber(access, '106', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v3rify' }),
    ['POST', '/v25.0/106', { webhook_configuration: { override_callback_uri: 'https://shop.example/webhook', verify_token: 'v3rify' } }],
  ],
  ['its end', (access) => overrideNumber(access, '106', null), ['POST', '/v25.0/106', { webhook_configuration: { override_callback_uri: '' } }]],
  [
    'the cart alone',
    (access) => setCommerceSettings(access, '106', { cart: true }),
    ['POST', '/v25.0/106/whatsapp_commerce_settings?is_cart_enabled=true', null],
  ],
  [
    'cart and catalogue',
    (access) => setCommerceSettings(access, '106', { cart: false, visible: true }),
    ['POST', '/v25.0/106/whatsapp_commerce_settings?is_cart_enabled=false&is_catalog_visible=true', null],
  ],
  [
    'the number’s registration',
    (access) => registerNumber(access, '106', '246810'),
    ['POST', '/v25.0/106/register', { messaging_product: 'whatsapp', pin: '246810' }],
  ],
])('sets %s', async (_what, call, request) => {
  const { result, asked } = await ask(call, success);
  expect(asked).toEqual([request]);
  expect(result).toEqual({ ok: true });
  // An answer that does not say so proves nothing.
  expect((await ask(call, () => ({ success: false }))).result).toMatchObject({ ok: false, kind: 'unknown' });
});

test('what was asked is told without tokens, verify tokens, PINs and the app’s secret', async () => {
  const overriding = await ask((access) => subscribeApp(access, '102', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v3rify' }), success);
  expect(overriding.calls).toEqual([
    {
      method: 'POST',
      path: '102/subscribed_apps',
      status: 200,
      answer: { ok: true, body: { success: true } },
      request: '{"override_callback_uri":"https://shop.example/webhook","verify_token":"…"}',
      response: '{"success":true}',
    },
  ]);
  const registering = await ask((access) => registerNumber(access, '106', '246810'), success);
  expect(registering.calls[0]?.request).toBe('{"messaging_product":"whatsapp","pin":"…"}');
  const looking = await ask(
    (access) => debugToken(appAccess(access, { id: '67', secret: 's/ecret' }), 'EAAB other'),
    () => ({ data: { echoed: '67|s/ecret, EAAB other' } }),
  );
  expect(looking.server.asked[0]?.headers.authorization).toBe('Bearer 67|s/ecret');
  expect(looking.calls).toMatchObject([{ method: 'GET', path: 'debug_token?input_token=…', request: null, response: '{"data":{"echoed":"67|…, …"}}' }]);
});

test('a call that got no answer is told too', async () => {
  const calls: CallRecord[] = [];
  await readAccount({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0', accessToken: 'T', onCall: (record) => void calls.push(record) }, '102');
  expect(calls).toMatchObject([{ status: null, request: null, response: null, answer: { ok: false, kind: 'not-sent' } }]);
});

test('a token’s kind, life, rights and accounts', async () => {
  const data = {
    app_id: 67,
    type: 'SYSTEM_USER',
    application: 'Shop',
    is_valid: true,
    expires_at: 0,
    issued_at: 1_735_689_600,
    scopes: ['whatsapp_business_messaging', 'public_profile'],
    granular_scopes: [
      { scope: 'whatsapp_business_management', target_ids: ['102', '103'] },
      { scope: 'whatsapp_business_messaging', target_ids: ['102'] },
      { scope: 'catalog_management', target_ids: ['999'] },
    ],
  };
  const { result, asked } = await ask(
    (access) => debugToken(access, access.accessToken),
    () => ({ data }),
  );
  expect(asked).toEqual([['GET', '/v25.0/debug_token?input_token=EAAB-token', null]]);
  expect(result).toEqual({
    ok: true,
    token: {
      valid: true,
      type: 'SYSTEM_USER',
      appId: '67',
      appName: 'Shop',
      expiresAt: null,
      issuedAt: 1_735_689_600_000,
      scopes: ['whatsapp_business_messaging', 'public_profile'],
      wabaIds: ['102', '103'],
      fault: null,
    },
  });
  const ended = { is_valid: false, expires_at: 1_735_689_600, error: { code: 190, subcode: 463, message: 'Session has expired' } };
  const expired = await ask(
    (access) => debugToken(access, 'other'),
    () => ({ data: ended }),
  );
  expect(expired.result).toMatchObject({
    token: { valid: false, expiresAt: 1_735_689_600_000, wabaIds: [], fault: { reason: 'token-expired', details: 'Session has expired' } },
  });
});

test('all pages of an account’s numbers, each number once', async () => {
  const pages = [
    {
      data: [{ id: '106', display_phone_number: '+1 555 078 3881', throughput: { level: 'STANDARD' } }],
      paging: { cursors: { after: 'Mg==' }, next: 'https://x' },
    },
    { data: [{ id: '106' }, { id: 107, status: 'PENDING' }, { nothing: true }], paging: { cursors: { after: 'Mw==' } } },
  ];
  const { result, asked } = await ask(
    (access) => listPhoneNumbers(access, '102'),
    (_request, index) => pages[index] ?? {},
  );
  expect(asked.map(([, url]) => url)).toEqual([
    expect.stringMatching(/^\/v25\.0\/102\/phone_numbers\?fields=id,display_phone_number,[a-z_,]+&limit=100$/),
    expect.stringMatching(/&after=Mg%3D%3D$/),
  ]);
  expect(result).toMatchObject({ ok: true, numbers: [{ phoneNumberId: '106' }, { phoneNumberId: '107', status: 'PENDING', display: null }] });
});

test('a number in two calls, and a field that Meta does not know takes no other with it', async () => {
  const risky = {
    id: '106',
    is_on_biz_app: true,
    health_status: { can_send_message: 'LIMITED', entities: [{ entity_type: 'WABA', errors: [{ error_code: 141006 }] }] },
  };
  const answers = (request: Request) => {
    const fields = new URL(request.url, 'http://graph').searchParams.get('fields')?.split(',') ?? [];
    if (fields.includes('webhook_configuration')) return { error: { code: 100, message: '(#100) Tried accessing nonexisting field' } };
    return Object.fromEntries(
      Object.entries({ ...risky, quality_rating: 'GREEN', status: 'CONNECTED' }).filter(([name]) => name === 'id' || fields.includes(name)),
    );
  };
  const { result, asked } = await ask((access) => readPhone(access, '106'), answers);
  expect(asked.map(([, url]) => String(url).replace(/.*fields=/, ''))).toEqual([
    'id,display_phone_number,verified_name,quality_rating,throughput,name_status,code_verification_status,platform_type,status,account_mode',
    'webhook_configuration,health_status,is_on_biz_app,whatsapp_business_manager_messaging_limit',
    ...['webhook_configuration', 'health_status', 'is_on_biz_app', 'whatsapp_business_manager_messaging_limit'].map((field): unknown =>
      expect.stringMatching(field),
    ),
  ]);
  expect(result).toMatchObject({
    ok: true,
    phone: { quality: 'GREEN', status: 'CONNECTED', onBusinessApp: true, limit: null, callbacks: null, health: { canSend: 'LIMITED' } },
  });
  // Anything else than an unknown field is a failure of the whole.
  const refusedLater = await ask(
    (access) => readPhone(access, '106'),
    (_request, index) => (index === 0 ? { id: '106' } : { error: { code: 190, message: 'gone' } }),
  );
  expect(refusedLater.result).toMatchObject({ ok: false, reason: 'token-refused' });
});

test('what Meta keeps of the callback, level by level', async () => {
  const subscriptions = {
    data: [
      { object: 'page', callback_url: 'https://page.example', fields: [] },
      {
        object: 'whatsapp_business_account',
        callback_url: 'https://shop.example/webhook',
        active: true,
        fields: [{ name: 'messages', version: 'v25.0' }, 'security'],
      },
    ],
  };
  const app = await ask(
    (access) => readSubscriptions(access, '67'),
    () => subscriptions,
  );
  expect(app.asked).toEqual([['GET', '/v25.0/67/subscriptions', null]]);
  expect(app.result).toEqual({ ok: true, subscription: { callbackUrl: 'https://shop.example/webhook', active: true, fields: ['messages', 'security'] } });
  expect(
    (
      await ask(
        (access) => readSubscriptions(access, '67'),
        () => ({ data: [] }),
      )
    ).result,
  ).toEqual({ ok: true, subscription: null });

  const apps = { data: [{ whatsapp_business_api_data: { id: '67', name: 'Shop', link: 'x' }, override_callback_uri: 'https://o.example' }, { odd: 1 }] };
  expect(
    (
      await ask(
        (access) => readSubscribedApps(access, '102'),
        () => apps,
      )
    ).result,
  ).toEqual({
    ok: true,
    apps: [
      { id: '67', name: 'Shop', overrideUrl: 'https://o.example' },
      { id: null, name: null, overrideUrl: null },
    ],
  });

  const callbacks = await ask(
    (access) => readCallbacks(access, '106'),
    () => ({ id: '106', webhook_configuration: { application: 'https://a.example' } }),
  );
  expect(callbacks.asked).toEqual([['GET', '/v25.0/106?fields=webhook_configuration', null]]);
  expect(callbacks.result).toEqual({ ok: true, callbacks: { number: null, account: null, app: 'https://a.example' } });
  const unknown = await ask(
    (access) => readCallbacks(access, '106'),
    () => ({ error: { code: 100, message: 'nonexisting field' } }),
    400,
  );
  expect(unknown.result).toEqual({ ok: true, callbacks: null });
});

test('account, coexistence and shop settings; what is not told is null', async () => {
  const account = await ask(
    (access) => readAccount(access, '102'),
    () => ({ id: '102', name: 'Shop', currency: 'EUR', timezone_id: 1 }),
  );
  expect(account.result).toEqual({ ok: true, account: { wabaId: '102', name: 'Shop', currency: 'EUR', timeZoneId: '1' } });
  expect(
    (
      await ask(
        (access) => readCoexistence(access, '106'),
        () => ({ id: '106', is_on_biz_app: true }),
      )
    ).result,
  ).toBe(true);
  expect(
    (
      await ask(
        (access) => readCoexistence(access, '106'),
        () => ({ error: { code: 100 } }),
        400,
      )
    ).result,
  ).toBeNull();
  const commerce = (data: unknown) =>
    ask(
      (access) => readCommerceSettings(access, '106'),
      () => ({ data }),
    );
  expect((await commerce([{ id: '1', is_cart_enabled: false, is_catalog_visible: true }])).result).toEqual({
    ok: true,
    commerce: { cart: false, visible: true },
  });
  // A number that never had any: Meta's defaults.
  expect((await commerce([])).result).toEqual({ ok: true, commerce: { cart: true, visible: false } });
  expect((await commerce('odd')).result).toEqual({ ok: true, commerce: { cart: null, visible: null } });
});
