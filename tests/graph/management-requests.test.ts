import { expect, test } from 'vitest';
import { appAccess } from '../../electron/graph/app-access.ts';
import { setCommerceSettings } from '../../electron/graph/commerce-settings.ts';
import { debugToken } from '../../electron/graph/debug-token.ts';
import { deleteSubscription } from '../../electron/graph/delete-subscription.ts';
import type { CallRecord, GraphAccess } from '../../electron/graph/graph-call.ts';
import { overrideNumber } from '../../electron/graph/override-number.ts';
import { readAccount } from '../../electron/graph/read-account.ts';
import { registerNumber } from '../../electron/graph/register-number.ts';
import { subscribeApp } from '../../electron/graph/subscribe-app.ts';
import { unsubscribeApp } from '../../electron/graph/unsubscribe-app.ts';
import { writeSubscription } from '../../electron/graph/write-subscription.ts';
import { askOnce } from '../support/ask-once.ts';

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
  const { result, asked } = await askOnce(call, success);
  expect(asked).toEqual([request]);
  expect(result).toEqual({ ok: true });
  // An answer that does not say so proves nothing.
  expect((await askOnce(call, () => ({ success: false }))).result).toMatchObject({ ok: false, kind: 'unknown' });
});

test('what was asked is told without tokens, verify tokens, PINs and the app’s secret', async () => {
  const overriding = await askOnce((access) => subscribeApp(access, '102', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v3rify' }), success);
  expect(overriding.calls).toEqual([
    {
      method: 'POST',
      path: '102/subscribed_apps',
      status: 200,
      answer: { ok: true, body: { success: true } },
      ms: expect.any(Number) as number,
      request: '{"override_callback_uri":"https://shop.example/webhook","verify_token":"…"}',
      response: '{"success":true}',
    },
  ]);
  const registering = await askOnce((access) => registerNumber(access, '106', '246810'), success);
  expect(registering.calls[0]?.request).toBe('{"messaging_product":"whatsapp","pin":"…"}');
  const looking = await askOnce(
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
