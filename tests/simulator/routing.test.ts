import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackFor, FIELDS, keepAccount } from '../../electron/simulator/account/keep-account.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { APP_TOKEN, askGraph } from './ask-graph.ts';
import { openCallback } from './callback-server.ts';
import { openPracticeShop, PHONE_ID } from './practice-shop.ts';

const { appId, wabaId } = PRACTICE_ACCOUNT;
const body = (url: string) => ({ override_callback_uri: url, verify_token: 'v' });

test('messages go to the number’s callback before the account’s before the app’s; what no override carries always goes to the app’s', async () => {
  const [app, account, number] = [await openCallback(), await openCallback(), await openCallback()];
  const shop = await openPracticeShop({ webhookUrl: app.url });
  await shop.simulator.act('text');
  await askGraph(shop, `POST ${wabaId}/subscribed_apps`, { body: body(account.url) });
  await shop.simulator.act('text');
  await askGraph(shop, `POST ${PHONE_ID}`, { body: { webhook_configuration: body(number.url) } });
  await shop.simulator.act('text');
  await shop.simulator.act('rotate');
  await shop.simulator.act('history');
  const counts = (fields: string[]) => Object.fromEntries([...new Set(fields)].map((field) => [field, fields.filter((one) => one === field).length]));
  expect(counts(app.fields())).toEqual({ messages: 1, user_id_update: 1 });
  expect(counts(account.fields())).toEqual({ messages: 1 });
  expect(number.fields().filter((field) => field === 'messages')).toHaveLength(1);
  expect(number.fields()).toContain('history');
  await askGraph(shop, `POST ${PHONE_ID}`, { body: { webhook_configuration: { override_callback_uri: '' } } });
  await shop.simulator.act('text');
  expect(account.fields()).toEqual(['messages', 'messages']);
});

test('a batch of fields that go to two callbacks is split between them', async () => {
  const [app, number] = [await openCallback(), await openCallback()];
  const shop = await openPracticeShop({ webhookUrl: app.url, pace: 1_000 });
  await askGraph(shop, `POST ${PHONE_ID}`, { body: { webhook_configuration: body(number.url) } });
  shop.simulator.behave({ batch: true });
  await Promise.all([shop.simulator.act('text'), shop.simulator.act('rotate'), shop.simulator.act('text')]);
  expect(app.fields()).toEqual(['user_id_update']);
  expect([...new Set(number.fields())]).toEqual(['messages']);
});

test('where a field goes is a rule: nowhere without subscription or field, else the strongest callback that carries it', () => {
  const name = fc.constantFrom('a', 'b', null);
  fc.assert(
    fc.property(fc.boolean(), fc.subarray([...FIELDS]), name, name, fc.constantFrom(...FIELDS), (subscribed, fields, account, number, field) => {
      const kept = keepAccount({ accessToken: 't', phoneNumberId: '1', appSecret: 's', callback: { url: 'app', verifyToken: 'v' }, registered: true, now: 0 });
      kept.subscribed = subscribed;
      kept.subscription = { url: 'app', verifyToken: 'v', fields };
      kept.overrides = { account: account && { url: `account ${account}`, verifyToken: 'v' }, number: number && { url: `number ${number}`, verifyToken: 'v' } };
      const is = callbackFor(kept, field);
      if (!subscribed || !fields.includes(field)) expect(is).toBeNull();
      else if (['message_template_status_update', 'phone_number_quality_update', 'account_update', 'user_id_update', 'security'].includes(field))
        expect(is).toBe('app');
      else if (['messages', 'history', 'group_status_update', 'calls'].includes(field))
        expect(is).toBe(number ? `number ${number}` : account ? `account ${account}` : 'app');
    }),
  );
});

test('with nothing registered, or the account not subscribed, what happens is kept and comes late, once there is a way', async () => {
  const callback = await openCallback();
  const shop = await openPracticeShop({ webhookUrl: null, pace: 50 });
  await shop.simulator.act('order');
  await askGraph(shop, `POST ${appId}/subscriptions`, {
    token: APP_TOKEN,
    body: { object: 'whatsapp_business_account', callback_url: callback.url, verify_token: 'v', fields: 'messages' },
  });
  await shop.simulator.act('text');
  expect(callback.fields()).toEqual([]);
  await askGraph(shop, `POST ${wabaId}/subscribed_apps`);
  await shop.until(() => callback.fields().length === 2);
  expect(callback.fields()).toEqual(['messages', 'messages']);
  expect(shop.reports).toEqual([]);
});

test('a webhook that came to nothing at one callback is tried at the one that is registered by then, signed by the secret of then', async () => {
  const callback = await openCallback();
  const shop = await openPracticeShop({ webhookUrl: 'http://127.0.0.1:1/webhook', pace: 50 });
  await shop.simulator.act('order');
  await askGraph(shop, `POST ${wabaId}/subscribed_apps`, { body: body(callback.url) });
  await shop.until(() => callback.fields().length === 1);
  expect(callback.fields()).toEqual(['messages']);
});
