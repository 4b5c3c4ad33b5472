import { expect, test } from 'vitest';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { APP_TOKEN, askGraph, DONE } from './ask-graph.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, TO_SHEENA } from './practice-shop.ts';

const { appId, displayPhoneNumber, pin, verifiedName, wabaId } = PRACTICE_ACCOUNT;
const HOUR = 60 * 60 * 1000;

const fieldsOf = async (shop: PracticeShop, fields: string, id: string = PHONE_ID) => (await askGraph(shop, `GET ${id}?fields=${fields}`)).body;
const register = (shop: PracticeShop, digits: unknown) => askGraph(shop, `POST ${PHONE_ID}/register`, { body: { messaging_product: 'whatsapp', pin: digits } });

test('the account’s numbers are listed, with the fields that are asked for', async () => {
  const shop = await openPracticeShop();
  const { body } = await askGraph(shop, `GET ${wabaId}/phone_numbers?fields=id,display_phone_number,verified_name,status&limit=100`);
  expect(body['data']).toEqual([{ display_phone_number: `+${displayPhoneNumber}`, verified_name: verifiedName, status: 'CONNECTED', id: PHONE_ID }]);
  expect((await askGraph(shop, `GET ${wabaId}/phone_numbers`)).body['data']).toMatchObject([{ id: PHONE_ID, quality_rating: 'GREEN' }]);
  expect(await askGraph(shop, `GET ${wabaId}/phone_numbers?fields=id,colour`)).toMatchObject({ status: 400, error: { code: 100 } });
  expect(shop.reports).toHaveLength(1);
});

test('the number tells what it is asked, and what it is not asked only by its plain fields', async () => {
  const shop = await openPracticeShop();
  const asked = 'is_on_biz_app,whatsapp_business_manager_messaging_limit,is_pin_enabled,name_status,health_status,webhook_configuration';
  expect(await fieldsOf(shop, asked)).toMatchObject({
    is_on_biz_app: false,
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    is_pin_enabled: true,
    name_status: 'APPROVED',
    health_status: { can_send_message: 'AVAILABLE' },
    id: PHONE_ID,
  });
  const plain = (await askGraph(shop, `GET ${PHONE_ID}`)).body;
  expect(plain).toMatchObject({ platform_type: 'CLOUD_API', throughput: { level: 'STANDARD' }, account_mode: 'LIVE' });
  for (const field of ['health_status', 'webhook_configuration', 'is_on_biz_app']) expect(plain).not.toHaveProperty(field);
  expect(await askGraph(shop, `GET ${PHONE_ID}?fields=id,messaging_limit_tiers`)).toMatchObject({ status: 400, error: { code: 100 } });
});

test.each([
  ['good', 'AVAILABLE'],
  ['limited', 'LIMITED'],
  ['blocked', 'BLOCKED'],
] as const)('an account whose standing is %s may send: %s', async (account, can) => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  await shop.simulator.makeTrouble({ account });
  for (const id of [PHONE_ID, wabaId]) {
    const health = (await fieldsOf(shop, 'health_status', id))['health_status'] as { can_send_message: string; entities: Record<string, unknown>[] };
    expect(health.can_send_message).toBe(can);
    const waba = health.entities.find((entity) => entity['entity_type'] === 'WABA');
    expect(waba).toMatchObject({ id: wabaId, can_send_message: can });
    if (account === 'limited') expect(waba?.['additional_info']).toEqual([expect.any(String)]);
    if (account === 'blocked')
      expect(waba?.['errors']).toEqual([{ error_code: 141010, error_description: expect.any(String), possible_solution: expect.any(String) }]);
  }
  const sent = await shop.send(TO_SHEENA);
  const { error } = (await sent.json()) as { error?: { code: number } };
  expect(error?.code === 131031).toBe(account === 'blocked');
});

test('the cart is on and the catalogue hidden until they are changed, each by itself', async () => {
  const shop = await openPracticeShop();
  const path = `${PHONE_ID}/whatsapp_commerce_settings`;
  const read = async () => ((await askGraph(shop, `GET ${path}`)).body['data'] as object[])[0];
  expect(await read()).toMatchObject({ id: expect.any(String), is_cart_enabled: true, is_catalog_visible: false });
  expect((await askGraph(shop, `POST ${path}?is_catalog_visible=true`)).body).toEqual(DONE);
  expect(await read()).toMatchObject({ is_cart_enabled: true, is_catalog_visible: true });
  expect((await askGraph(shop, `POST ${path}?is_cart_enabled=false`)).body).toEqual(DONE);
  expect(await read()).toMatchObject({ is_cart_enabled: false, is_catalog_visible: true });
  expect(await askGraph(shop, `POST ${path}?is_cart_enabled=perhaps`)).toMatchObject({ status: 400, error: { code: 100 } });
});

test('a number that was never registered cannot send; registering it makes its digits the PIN', async () => {
  const shop = await openPracticeShop({ registered: false });
  await shop.simulator.act('text');
  expect(await fieldsOf(shop, 'platform_type,status,is_pin_enabled')).toMatchObject({
    platform_type: 'NOT_APPLICABLE',
    status: 'DISCONNECTED',
    is_pin_enabled: false,
  });
  expect(await (await shop.send(TO_SHEENA)).json()).toMatchObject({ error: { code: 133010 } });
  expect((await register(shop, '112233')).body).toEqual(DONE);
  expect(await fieldsOf(shop, 'platform_type,status,is_pin_enabled')).toMatchObject({ platform_type: 'CLOUD_API', status: 'CONNECTED', is_pin_enabled: true });
  expect(await register(shop, '332211')).toMatchObject({ status: 400, error: { code: 133005 } });
});

test('a disconnected number comes back by its PIN alone; after ten tries in 72 hours no more is taken', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.makeTrouble({ number: 'disconnected' });
  for (const bad of ['12345', 'abcdef', undefined]) expect(await register(shop, bad)).toMatchObject({ error: { code: 100 } });
  expect(await askGraph(shop, `POST ${PHONE_ID}/register`, { body: { pin } })).toMatchObject({ error: { code: 100 } });
  for (let attempt = 0; attempt < 9; attempt += 1) {
    expect(await register(shop, '000000')).toMatchObject({ status: 400, error: { code: 133005, error_data: { details: expect.any(String) } } });
  }
  expect(shop.simulator.trouble.number).toBe('disconnected');
  expect((await register(shop, pin)).body).toEqual(DONE);
  expect(shop.simulator.trouble.number).toBe('connected');
  expect(await register(shop, pin)).toMatchObject({ status: 400, error: { code: 133016 } });
  shop.clock.now += 72 * HOUR;
  expect((await register(shop, pin)).body).toEqual(DONE);
});

test('management calls are counted over an hour: 200 with a number that is not registered, then the account’s are refused by 80008 and the app’s by 4', async () => {
  const shop = await openPracticeShop({ registered: false });
  for (let call = 0; call < 200; call += 1) expect((await askGraph(shop, `GET ${PHONE_ID}?fields=id`)).status).toBe(200);
  const refused = await askGraph(shop, `GET ${wabaId}/subscribed_apps`);
  expect(refused).toMatchObject({ status: 400, error: { code: 80008 } });
  const usage = JSON.parse(refused.headers.get('x-business-use-case-usage') ?? '{}') as Record<string, { estimated_time_to_regain_access: number }[]>;
  expect(usage[wabaId]?.[0]?.estimated_time_to_regain_access).toBe(60);
  expect(await askGraph(shop, `GET ${appId}/subscriptions`, { token: APP_TOKEN })).toMatchObject({ status: 429, error: { code: 4, error_subcode: 2446079 } });
  // What carries the shop's work goes on, and so does a question about the token.
  expect(await (await shop.send(TO_SHEENA)).json()).toMatchObject({ error: { code: 133010 } });
  expect((await askGraph(shop, `GET debug_token?input_token=x`, { token: APP_TOKEN })).status).toBe(200);
  shop.clock.now += HOUR;
  expect((await askGraph(shop, `GET ${wabaId}/subscribed_apps`)).status).toBe(200);
});

test('an active account has 5000 of them, or as many as the option says', async () => {
  const active = await openPracticeShop();
  for (let call = 0; call < 201; call += 1) await askGraph(active, `GET ${PHONE_ID}?fields=id`);
  expect((await askGraph(active, `GET ${PHONE_ID}?fields=id`)).status).toBe(200);
  const few = await openPracticeShop({ callsPerHour: 2 });
  const codes: (number | undefined)[] = [];
  for (let call = 0; call < 4; call += 1) codes.push((await askGraph(few, `GET ${PHONE_ID}?fields=id`)).error?.code);
  expect(codes).toEqual([undefined, undefined, 80008, 80008]);
});

test('a path or a method that there is not is refused', async () => {
  const shop = await openPracticeShop();
  expect(await askGraph(shop, `PUT ${wabaId}/subscribed_apps`)).toMatchObject({ error: { code: expect.any(Number) } });
  expect((await askGraph(shop, `GET ${PHONE_ID}/register`)).status).toBe(404);
  expect((await askGraph(shop, `DELETE ${wabaId}`)).error).toMatchObject({ code: 100, error_subcode: 33 });
});
