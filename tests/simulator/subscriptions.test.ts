import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { APP_TOKEN, askGraph, DONE } from './ask-graph.ts';
import { openCallback } from './callback-server.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TOKEN } from './practice-shop.ts';

const { appId, appName, wabaId } = PRACTICE_ACCOUNT;
const OBJECT = 'whatsapp_business_account';

const subscribe = (shop: PracticeShop, url: string, change: Record<string, unknown> = {}) =>
  askGraph(shop, `POST ${appId}/subscriptions`, {
    token: APP_TOKEN,
    body: { object: OBJECT, callback_url: url, verify_token: 'verify me', fields: 'messages,account_update', include_values: true, ...change },
  });
const override = (shop: PracticeShop, url: string) =>
  askGraph(shop, `POST ${wabaId}/subscribed_apps`, { body: { override_callback_uri: url, verify_token: 'verify me' } });
const configure = (shop: PracticeShop, url: string, more: object = { verify_token: 'verify me' }) =>
  askGraph(shop, `POST ${PHONE_ID}`, { body: { webhook_configuration: { override_callback_uri: url, ...more } } });
const configuration = async (shop: PracticeShop) => (await askGraph(shop, `GET ${PHONE_ID}?fields=webhook_configuration`)).body['webhook_configuration'];

test('the app’s subscription is set, read back, narrowed and taken away, by the app’s own token', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback();
  const read = async () => (await askGraph(shop, `GET ${appId}/subscriptions`, { token: APP_TOKEN })).body;
  expect(await read()).toEqual({ data: [] });
  expect((await subscribe(shop, callback.url)).body).toEqual(DONE);
  const [entry] = (await read())['data'] as { fields: { name: string; version: string }[] }[];
  expect(entry).toMatchObject({ object: OBJECT, callback_url: callback.url, active: true });
  expect(entry?.fields).toEqual([
    { name: 'messages', version: expect.stringMatching(/^v\d+\.\d$/) },
    { name: 'account_update', version: expect.any(String) },
  ]);
  expect((await askGraph(shop, `DELETE ${appId}/subscriptions?object=${OBJECT}&fields=account_update`, { token: APP_TOKEN })).body).toEqual(DONE);
  expect(await read()).toMatchObject({ data: [{ fields: [{ name: 'messages' }] }] });
  expect((await askGraph(shop, `DELETE ${appId}/subscriptions?object=${OBJECT}`, { token: APP_TOKEN })).body).toEqual(DONE);
  expect(await read()).toEqual({ data: [] });
});

test('the parameters may stand in a form or in the query as well', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback();
  const form = { object: OBJECT, callback_url: callback.url, verify_token: 'a+b c&d', fields: 'messages' };
  expect((await askGraph(shop, `POST ${appId}/subscriptions`, { token: APP_TOKEN, form })).body).toEqual(DONE);
  const query = new URLSearchParams(form).toString();
  expect((await askGraph(shop, `POST ${appId}/subscriptions?${query}`, { token: APP_TOKEN })).body).toEqual(DONE);
  expect(callback.verifications.map((asked) => asked.get('hub.verify_token'))).toEqual(['a+b c&d', 'a+b c&d']);
});

test.each(['GET', 'POST', 'DELETE'])('%s of the app’s subscription with the shop’s token is refused by the kind of token', async (method) => {
  const shop = await openPracticeShop();
  expect(await askGraph(shop, `${method} ${appId}/subscriptions`)).toMatchObject({
    status: 400,
    error: { code: 15, message: expect.stringContaining('must be called with an app access_token') },
  });
});

test('the verification is asked while the call is open: nothing is written before it was answered', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback();
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    callback.verify = (response, challenge) => {
      answer = () => void response.end(challenge);
      resolve();
    };
  });
  let over = false;
  const call = subscribe(shop, callback.url).finally(() => {
    over = true;
  });
  await asked;
  expect(over).toBe(false);
  expect((await askGraph(shop, `GET ${appId}/subscriptions`, { token: APP_TOKEN })).body).toEqual({ data: [] });
  answer();
  expect((await call).body).toEqual(DONE);
  const [query] = callback.verifications;
  expect(query?.get('hub.mode')).toBe('subscribe');
  expect(query?.get('hub.challenge')).toMatch(/^\d+$/);
  expect(query?.get('hub.verify_token')).toBe('verify me');
  expect(callback.agents).toEqual([expect.stringMatching(/^facebook/)]);
});

test.each<[string, number, string, string, RegExp]>([
  ['a 404', 404, 'nothing', 'webhook', /^\(#2200\) Callback verification failed with the following errors: HTTP Status Code = 404; HTTP Message = Not Found$/],
  ['a 403', 403, '', 'webhook', /HTTP Status Code = 403; HTTP Message = Forbidden$/],
  ['another text', 200, 'a page', 'webhook', /^\(#2200\) Callback verification failed: Response does not match challenge, .*Received value="a page"$/],
  ['a quoted challenge', 200, '"$"', 'webhook', /does not match challenge/],
  ['a redirect', 302, '$', 'webhook', /HTTP Status Code = 302/],
])('a callback that answers %s is refused on every level, and what stood there stays', async (_, status, text, _path, message) => {
  const shop = await openPracticeShop();
  const callback = await openCallback();
  callback.verify = (response, challenge) => response.writeHead(status).end(text.replace('$', challenge));
  const before = await configuration(shop);
  for (const refused of [await subscribe(shop, callback.url), await override(shop, callback.url), await configure(shop, callback.url)]) {
    expect(refused).toMatchObject({ status: 400, error: { code: 2200, type: 'OAuthException', message: expect.stringMatching(message) } });
    expect(refused.error).not.toHaveProperty('error_data');
  }
  expect(callback.verifications).toHaveLength(3);
  expect(await configuration(shop)).toEqual(before);
});

test('a callback where nobody answers is refused as unreachable', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const refused = await subscribe(shop, 'http://127.0.0.1:1/webhook');
  expect(refused).toMatchObject({ status: 422, error: { code: 100, message: '(#100) Webhook callback URL is not reachable or invalid' } });
});

test.each(['no address', 'ftp://127.0.0.1/webhook', 'http://192.0.2.1/webhook', 'http://shop.example/webhook'])(
  'the address “%s” is refused by its form',
  async (url) => {
    const shop = await openPracticeShop({ webhookUrl: null });
    expect(await subscribe(shop, url)).toMatchObject({ status: 400, error: { code: 100, message: '(#100) Invalid callback URI format' } });
  },
);

test('told to, it refuses http even on loopback, as the real one does', async () => {
  const shop = await openPracticeShop({ webhookUrl: null, requireHttps: true });
  const callback = await openCallback();
  expect(await subscribe(shop, callback.url)).toMatchObject({ status: 400, error: { message: expect.stringContaining('Invalid callback URI') } });
  expect(callback.verifications).toEqual([]);
});

test.each<[string, Record<string, unknown>]>([
  ['no object', { object: undefined }],
  ['another object', { object: 'page' }],
  ['no address', { callback_url: undefined }],
  ['no verify token', { verify_token: undefined }],
  ['no fields where none stand', { fields: undefined }],
  ['a field that there is not', { fields: 'messages,orders' }],
])('a subscription with %s is refused before anybody is asked', async (_, change) => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback();
  expect(await subscribe(shop, callback.url, change)).toMatchObject({ status: 400, error: { code: 100 } });
  expect(callback.verifications).toEqual([]);
});

test('the account’s subscription: subscribed, overridden, the override dropped, and unsubscribed', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback();
  const read = async () => (await askGraph(shop, `GET ${wabaId}/subscribed_apps`)).body['data'];
  expect(await read()).toEqual([]);
  const early = await override(shop, callback.url);
  expect(early).toMatchObject({
    status: 400,
    error: { code: 100, message: expect.stringContaining('Before override the current callback uri, your app must be subscribed') },
  });
  expect(callback.verifications).toEqual([]);
  expect((await askGraph(shop, `POST ${wabaId}/subscribed_apps`)).body).toEqual(DONE);
  expect(await read()).toEqual([{ whatsapp_business_api_data: { id: appId, name: appName, link: expect.any(String) } }]);
  expect((await override(shop, callback.url)).body).toEqual(DONE);
  expect(await read()).toMatchObject([{ override_callback_uri: callback.url }]);
  expect((await askGraph(shop, `POST ${wabaId}/subscribed_apps`)).body).toEqual(DONE);
  expect(await read()).toEqual([expect.not.objectContaining({ override_callback_uri: expect.anything() })]);
  expect((await askGraph(shop, `DELETE ${wabaId}/subscribed_apps`)).body).toEqual(DONE);
  expect(await read()).toEqual([]);
});

test('the number’s override is set and dropped by an empty address, and every level is told by the number', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const [app, account, number] = [await openCallback(), await openCallback(), await openCallback()];
  expect(await configure(shop, number.url)).toMatchObject({ status: 400, error: { message: expect.stringContaining('must be subscribed') } });
  await subscribe(shop, app.url);
  await askGraph(shop, `POST ${wabaId}/subscribed_apps`);
  expect(await configuration(shop)).toEqual({ application: app.url });
  await override(shop, account.url);
  await configure(shop, number.url);
  expect(await configuration(shop)).toEqual({ phone_number: number.url, whatsapp_business_account: account.url, application: app.url });
  expect((await configure(shop, '', {})).body).toEqual(DONE);
  expect(await configuration(shop)).toEqual({ whatsapp_business_account: account.url, application: app.url });
});

test('an override that is too long, without a verify token, or of no configuration is refused', async () => {
  const shop = await openPracticeShop();
  const callback = await openCallback();
  const long = `${callback.url}/${'x'.repeat(200)}`;
  for (const refused of [
    await override(shop, long),
    await configure(shop, long),
    await configure(shop, callback.url, {}),
    await askGraph(shop, `POST ${PHONE_ID}`, { body: {} }),
  ]) {
    expect(refused).toMatchObject({ status: 400, error: { code: 100 } });
  }
  expect(callback.verifications).toEqual([]);
});

test('a literal plus in the path arrives as a space, as Meta was seen to do', async () => {
  const shop = await openPracticeShop({ webhookUrl: null });
  const callback = await openCallback('/a+b');
  const paths: string[] = [];
  callback.verify = (response, challenge) => {
    paths.push(response.req.url ?? '');
    response.end(challenge);
  };
  await subscribe(shop, callback.url);
  expect(paths[0]).toMatch(/^\/a%20b\?/);
});

test('the app’s own token opens nothing of account and number', async () => {
  const shop = await openPracticeShop();
  for (const call of [`GET ${PHONE_ID}`, `POST ${wabaId}/subscribed_apps`, `GET ${wabaId}/product_catalogs`, `POST ${PHONE_ID}/messages`]) {
    expect(await askGraph(shop, call, { token: APP_TOKEN })).toMatchObject({ status: 403, error: { code: 200 } });
  }
  expect((await askGraph(shop, `GET ${appId}?fields=name`, { token: APP_TOKEN })).body).toEqual({ name: appName, id: appId });
  expect(await askGraph(shop, `GET ${appId}?fields=colour`, { token: TOKEN })).toMatchObject({ error: { code: 100 } });
});
