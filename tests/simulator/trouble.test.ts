import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createPaperTunnel } from '../../electron/simulator/paper-tunnel.ts';
import { PRACTICE_ACCOUNT } from '../../electron/simulator/practice-account.ts';
import { practiceContract, trouble, type Trouble } from '../../shared/contract/practice.ts';
import { answeringServer } from '../support/answering-server.ts';
import { until } from '../support/until.ts';
import { APP_TOKEN, askGraph, DONE } from './ask-graph.ts';
import { openCallback } from './callback-server.ts';
import { openPracticeShop, PHONE_ID, type PracticeShop, SECRET, TO_SHEENA } from './practice-shop.ts';

const { appId, wabaId } = PRACTICE_ACCOUNT;

const callbackNow = async (shop: PracticeShop) => {
  const { body } = await askGraph(shop, `GET ${PHONE_ID}?fields=webhook_configuration`);
  const { phone_number, application } = body['webhook_configuration'] as { phone_number?: string; application?: string };
  return phone_number ?? application ?? '';
};

test('at the start nothing is the matter, and each trouble is told until it is mended', async () => {
  const tunnel = createPaperTunnel({ now: Date.now });
  onTestFinished(() => tunnel.stop());
  const shop = await openPracticeShop({ tunnel });
  const calm = shop.simulator.trouble;
  expect(trouble.parse(calm)).toEqual(calm);
  const bad: Partial<Trouble>[] = [
    { tunnel: 'slow' },
    { subscription: 'lost' },
    { subscription: 'fields-lost' },
    { callback: 'other-shopbell' },
    { callback: 'other-program' },
    { callback: 'nobody' },
    { token: 'temporary' },
    { secret: 'rotated' },
    { number: 'disconnected' },
    { quality: 'RED' },
    { account: 'blocked' },
    { clockMinutes: -7 },
    { meta: 'rate-limited' },
    { meta: 'unreachable' },
  ];
  for (const change of bad) {
    await shop.simulator.makeTrouble(change);
    expect(shop.simulator.trouble).toEqual({ ...calm, ...change });
    await shop.simulator.makeTrouble(Object.fromEntries(Object.keys(change).map((key) => [key, calm[key as keyof Trouble]])));
    expect(shop.simulator.trouble).toEqual(calm);
  }
  await shop.simulator.act('text');
  expect(shop.messages()).toHaveLength(1);
  expect(shop.forged).toEqual([]);
});

test('what makes no sense is refused loudly and changes nothing', async () => {
  const bare = await openPracticeShop({ webhookUrl: null });
  const before = bare.simulator.trouble;
  for (const change of [
    { tunnel: 'cut' },
    { callback: 'nobody' },
    { subscription: 'fields-lost' },
    { tokenDays: 0 },
    { tokenDays: 1.5 },
    { tokenDays: 61 },
    { clockMinutes: 1441 },
    { clockMinutes: Number.NaN },
  ] as Partial<Trouble>[]) {
    await expect(bare.simulator.makeTrouble({ quality: 'RED', ...change })).rejects.toThrow(RangeError);
  }
  expect(bare.simulator.trouble).toEqual(before);
  for (const change of [{ tunnel: 'gone' }, { clockMinutes: 1441 }, { tokenDays: 0 }, { weather: 'bad' }])
    expect(trouble.partial().safeParse(change).success).toBe(false);
  expect(Object.keys(practiceContract)).toContain('trouble');
});

test('a lost subscription keeps webhooks until it is restored, and is good again then', async () => {
  const shop = await openPracticeShop({ pace: 50 });
  await shop.simulator.makeTrouble({ subscription: 'lost' });
  await shop.simulator.act('order');
  expect(shop.deliveries).toEqual([]);
  expect((await askGraph(shop, `GET ${wabaId}/subscribed_apps`)).body['data']).toEqual([]);
  expect((await askGraph(shop, `POST ${wabaId}/subscribed_apps`)).body).toEqual(DONE);
  expect(shop.simulator.trouble.subscription).toBe('good');
  await shop.until(() => shop.deliveries.length === 1);
});

test('lost fields keep messages until they are asked for again', async () => {
  const shop = await openPracticeShop({ pace: 50 });
  const callback = await openCallback();
  await shop.simulator.makeTrouble({ subscription: 'fields-lost' });
  await shop.simulator.act('order');
  const body = { object: 'whatsapp_business_account', callback_url: callback.url, verify_token: 'v', fields: 'messages' };
  expect((await askGraph(shop, `POST ${appId}/subscriptions`, { token: APP_TOKEN, body })).body).toEqual(DONE);
  expect(shop.simulator.trouble.subscription).toBe('good');
  await shop.until(() => callback.fields().length === 1);
  expect(shop.deliveries).toEqual([]);
});

test('another Shopbell has the bell: it answers a probe by its own key, takes what is posted, and gives way to who registers again', async () => {
  const shop = await openPracticeShop();
  const callback = await openCallback();
  await shop.simulator.makeTrouble({ callback: 'other-shopbell' });
  const rival = await callbackNow(shop);
  const answer = await (await fetch(`${rival}?probe=12345678`)).text();
  expect(answer).toMatch(/^[0-9a-f]{64}$/);
  expect(answer).not.toBe(createHmac('sha256', SECRET).update('12345678').digest('hex'));
  expect(await (await fetch(`${rival}?probe=12345678`)).text()).toBe(answer);
  await shop.simulator.act('order');
  expect(shop.deliveries).toEqual([]);
  expect(shop.reports).toEqual(['A webhook went to another callback than the shop’s']);
  const override = { webhook_configuration: { override_callback_uri: callback.url, verify_token: 'v' } };
  expect((await askGraph(shop, `POST ${PHONE_ID}`, { body: override })).body).toEqual(DONE);
  expect(shop.simulator.trouble.callback).toBe('own');
  await shop.simulator.act('text');
  expect(callback.fields()).toEqual(['messages']);
});

test('another program’s callback knows no probe; an address of nobody keeps what happens until the callback is the shop’s again', async () => {
  const shop = await openPracticeShop({ pace: 50 });
  await shop.simulator.makeTrouble({ callback: 'other-program' });
  expect((await fetch(`${await callbackNow(shop)}?probe=12345678`)).status).toBe(404);
  await shop.simulator.makeTrouble({ callback: 'nobody' });
  await expect(fetch(await callbackNow(shop))).rejects.toThrow();
  await shop.simulator.act('order');
  expect(shop.deliveries).toEqual([]);
  await shop.simulator.makeTrouble({ callback: 'own' });
  await shop.until(() => shop.deliveries.length === 1);
});

test('a rotated secret signs what is posted and is half of the app’s token; what was not taken comes again by the one in force', async () => {
  const shop = await openPracticeShop({ pace: 50 });
  await shop.simulator.makeTrouble({ secret: 'rotated' });
  expect(shop.simulator.appSecret).not.toBe(SECRET);
  shop.answers.push(401);
  await shop.simulator.act('order');
  expect(shop.forged).toHaveLength(1);
  expect((await askGraph(shop, `GET ${appId}/subscriptions`, { token: APP_TOKEN })).error?.code).toBe(190);
  expect((await askGraph(shop, `GET ${appId}/subscriptions`, { token: `${appId}|${shop.simulator.appSecret}` })).status).toBe(200);
  await shop.simulator.makeTrouble({ secret: 'good' });
  expect(shop.simulator.appSecret).toBe(SECRET);
  await shop.until(() => shop.deliveries.length === 1);
});

test('with the computer’s clock ahead, Meta’s answers and messages are of an earlier time', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.makeTrouble({ clockMinutes: 12 });
  const { headers } = await askGraph(shop, `GET ${PHONE_ID}`);
  expect(Date.parse(headers.get('date') ?? '')).toBe(shop.clock.now - 12 * 60_000);
  await shop.simulator.act('text');
  expect(Number(shop.messages()[0]?.timestamp) * 1000).toBe(shop.clock.now - 12 * 60_000);
});

test('rate-limited, every management call is refused and sends go on; nothing of it is a surprise', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.act('text');
  await shop.simulator.makeTrouble({ meta: 'rate-limited' });
  expect(await askGraph(shop, `GET ${PHONE_ID}`)).toMatchObject({ error: { code: 80008 } });
  expect(await askGraph(shop, `GET ${appId}/subscriptions`, { token: APP_TOKEN })).toMatchObject({ status: 429, error: { code: 4 } });
  const { error } = (await (await shop.send(TO_SHEENA)).json()) as { error?: { code: number } };
  expect(error?.code).not.toBe(80008);
  await shop.simulator.makeTrouble({ meta: 'good' });
  expect((await askGraph(shop, `GET ${PHONE_ID}`)).status).toBe(200);
});

test('unreachable, no call gets as far as a connection, while webhooks still arrive; then it is there again at the same address', async () => {
  const shop = await openPracticeShop();
  await shop.simulator.makeTrouble({ meta: 'unreachable' });
  const cause = await fetch(shop.simulator.graphUrl).then(
    () => null,
    (error: Error) => error.cause,
  );
  expect(cause).toMatchObject({ code: 'ECONNREFUSED' });
  await shop.simulator.act('order');
  expect(shop.deliveries).toHaveLength(1);
  await shop.simulator.makeTrouble({ meta: 'good' });
  expect((await askGraph(shop, `GET ${PHONE_ID}`)).status).toBe(200);
});

test('the callback in force is asked on demand, as Meta asks it while it is registered', async () => {
  const callback = await openCallback();
  const shop = await openPracticeShop({ webhookUrl: callback.url, verifyToken: 'mine' });
  expect(await shop.simulator.askCallback()).toBeNull();
  expect(callback.verifications[0]?.get('hub.verify_token')).toBe('mine');
  callback.verify = (response) => response.writeHead(403).end();
  expect(await shop.simulator.askCallback()).toContain('HTTP Status Code = 403');
  const bare = await openPracticeShop({ webhookUrl: null });
  expect(await bare.simulator.askCallback()).not.toBeNull();
});

test('through a paper tunnel that is cut, a webhook comes late, with every one of its bytes', async () => {
  const server = await answeringServer((response) => response.end());
  const tunnel = createPaperTunnel({ now: Date.now, retryMs: 20 });
  onTestFinished(() => tunnel.stop());
  tunnel.start({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
  await until('the tunnel to stand', () => tunnel.state.state === 'up');
  const shop = await openPracticeShop({ tunnel, webhookUrl: tunnel.state.state === 'up' ? `${tunnel.state.url}/webhook` : null, pace: 100 });
  await shop.simulator.makeTrouble({ tunnel: 'cut' });
  await shop.simulator.act('order');
  expect(server.asked).toEqual([]);
  await shop.simulator.makeTrouble({ tunnel: 'good' });
  await until('the late webhook', () => server.asked.length === 1);
  const [late] = server.asked;
  expect(late?.headers['x-hub-signature-256']).toBe(
    `sha256=${createHmac('sha256', SECRET)
      .update(late?.bytes ?? '')
      .digest('hex')}`,
  );
});
