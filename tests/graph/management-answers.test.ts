import { expect, test } from 'vitest';
import { readCommerceSettings } from '../../electron/graph/commerce-settings.ts';
import { debugToken } from '../../electron/graph/debug-token.ts';
import { listPhoneNumbers } from '../../electron/graph/list-phone-numbers.ts';
import { readAccount } from '../../electron/graph/read-account.ts';
import { readCallbacks } from '../../electron/graph/read-callbacks.ts';
import { readCoexistence } from '../../electron/graph/read-coexistence.ts';
import { readPhone } from '../../electron/graph/read-phone.ts';
import { readSubscribedApps } from '../../electron/graph/read-subscribed-apps.ts';
import { readSubscriptions } from '../../electron/graph/read-subscriptions.ts';
import { type Request } from '../support/answering-server.ts';
import { askOnce } from '../support/ask-once.ts';

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
  const { result, asked } = await askOnce(
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
  const expired = await askOnce(
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
  const { result, asked } = await askOnce(
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
  const { result, asked } = await askOnce((access) => readPhone(access, '106'), answers);
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
  const refusedLater = await askOnce(
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
  const app = await askOnce(
    (access) => readSubscriptions(access, '67'),
    () => subscriptions,
  );
  expect(app.asked).toEqual([['GET', '/v25.0/67/subscriptions', null]]);
  expect(app.result).toEqual({ ok: true, subscription: { callbackUrl: 'https://shop.example/webhook', active: true, fields: ['messages', 'security'] } });
  expect(
    (
      await askOnce(
        (access) => readSubscriptions(access, '67'),
        () => ({ data: [] }),
      )
    ).result,
  ).toEqual({ ok: true, subscription: null });

  const apps = { data: [{ whatsapp_business_api_data: { id: '67', name: 'Shop', link: 'x' }, override_callback_uri: 'https://o.example' }, { odd: 1 }] };
  expect(
    (
      await askOnce(
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

  const callbacks = await askOnce(
    (access) => readCallbacks(access, '106'),
    () => ({ id: '106', webhook_configuration: { application: 'https://a.example' } }),
  );
  expect(callbacks.asked).toEqual([['GET', '/v25.0/106?fields=webhook_configuration', null]]);
  expect(callbacks.result).toEqual({ ok: true, callbacks: { number: null, account: null, app: 'https://a.example' } });
  const unknown = await askOnce(
    (access) => readCallbacks(access, '106'),
    () => ({ error: { code: 100, message: 'nonexisting field' } }),
    400,
  );
  expect(unknown.result).toEqual({ ok: true, callbacks: null });
});

test('account, coexistence and shop settings; what is not told is null', async () => {
  const account = await askOnce(
    (access) => readAccount(access, '102'),
    () => ({ id: '102', name: 'Shop', currency: 'EUR', timezone_id: 1 }),
  );
  expect(account.result).toEqual({ ok: true, account: { wabaId: '102', name: 'Shop', currency: 'EUR', timeZoneId: '1' } });
  expect(
    (
      await askOnce(
        (access) => readCoexistence(access, '106'),
        () => ({ id: '106', is_on_biz_app: true }),
      )
    ).result,
  ).toBe(true);
  expect(
    (
      await askOnce(
        (access) => readCoexistence(access, '106'),
        () => ({ error: { code: 100 } }),
        400,
      )
    ).result,
  ).toBeNull();
  const commerce = (data: unknown) =>
    askOnce(
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
