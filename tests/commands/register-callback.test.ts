import { expect, onTestFinished, test } from 'vitest';
import type { RegisteredView } from '../../shared/contract/connection.ts';
import { askCallback } from '../../electron/commands/ask-callback.ts';
import { checkCallbackAddress } from '../../electron/commands/check-callback-address.ts';
import { registerCallback, type RegisterGiven } from '../../electron/commands/register-callback.ts';
import { releaseCallback } from '../../electron/commands/release-callback.ts';
import { startWebhookServer } from '../../electron/inbound/webhook-server.ts';
import { answeringServer } from '../support/answering-server.ts';
import { APP, managementGraph, PHONE, refused, WABA } from '../support/management-graph.ts';

const T = Date.UTC(2026, 10, 23, 9);
const KEY = 'a'.repeat(64);
const VERIFY = 'verify-token-of-this-shop';

/** A webhook server as shops run it; its address is what Meta is to call. */
async function startDoor(probeKey = KEY, verifyToken = VERIFY) {
  const verified: number[] = [];
  const server = await startWebhookServer(0, {
    secrets: () => ({ appSecrets: [APP.secret], verifyToken, onpremSecret: null }),
    receive: async () => 1,
    onRefused: () => undefined,
    onVerified: () => void verified.push(1),
    probeKey,
    now: Date.now,
  });
  onTestFinished(() => server.stop());
  return { url: `http://127.0.0.1:${server.port}/webhook`, verified };
}

async function prepare(level: RegisterGiven['level'] = 'app') {
  const [graph, door] = [await managementGraph(), await startDoor()];
  const remembered: RegisteredView[] = [];
  const given: RegisterGiven = {
    access: graph.access,
    app: APP,
    account: { wabaId: WABA, phoneNumberId: PHONE },
    level,
    callbackUrl: door.url,
    verifyToken: VERIFY,
    registered: null,
    takeOver: false,
    askOwner: (address) => askCallback(address, KEY, 'nonce-0001'),
    remember: (registered) => void remembered.push(registered),
    now: () => T,
  };
  return { graph, door, given, remembered };
}

test('on the app: its callback first, then the account, and both are read back', async () => {
  const { graph, door, given, remembered } = await prepare();
  const result = await registerCallback(given);
  const registered = { level: 'app', callbackUrl: door.url, at: T, verifiedAt: T };
  expect(result).toEqual({ ok: true, registered, before: null });
  expect(graph.writes()).toEqual([`POST ${APP.id}/subscriptions`, `POST ${WABA}/subscribed_apps`]);
  expect(graph.state).toMatchObject({ app: { callback: door.url }, subscribed: [APP.id], account: null, number: null, verified: [200] });
  expect(graph.state.app?.fields).toEqual(expect.arrayContaining(['messages', 'account_update', 'message_template_status_update', 'smb_message_echoes']));
  expect(door.verified).toHaveLength(1);
  expect(remembered.at(-1)).toEqual(registered);
  // The token of the app alone is taken there, that of the account elsewhere.
  const bearers = graph.asked.map(({ url, headers }) => [url.includes('/subscriptions'), headers.authorization?.includes('|')]);
  expect(bearers.every(([ofApp, appToken]) => ofApp === appToken)).toBe(true);
});

test('on the account: subscribed first, and overridden in a second call', async () => {
  const { graph, door, given } = await prepare('account');
  expect(await registerCallback(given)).toMatchObject({ ok: true, registered: { level: 'account' } });
  expect(graph.writes()).toEqual([`POST ${APP.id}/subscriptions`, `POST ${WABA}/subscribed_apps`, `POST ${WABA}/subscribed_apps`]);
  expect(graph.state).toMatchObject({ account: door.url, app: { callback: door.url } });
  // Once more: what is subscribed already is not subscribed anew, which would drop the override for a moment.
  await registerCallback({ ...given, registered: { level: 'account', callbackUrl: door.url, at: T, verifiedAt: T } });
  expect(graph.writes().slice(3)).toEqual([`POST ${APP.id}/subscriptions`, `POST ${WABA}/subscribed_apps`]);
});

test('on the number; an app that serves another program keeps its callback', async () => {
  const { graph, door, given } = await prepare('number');
  graph.state.app = { callback: 'https://crm.example/hook', fields: ['messages'] };
  graph.state.subscribed = [APP.id];
  expect(await registerCallback(given)).toEqual({ ok: false, reason: 'callback-elsewhere', details: 'https://crm.example/hook' });
  expect(graph.writes()).toEqual([]);
  expect(await registerCallback({ ...given, takeOver: true })).toMatchObject({ ok: true, before: 'https://crm.example/hook' });
  expect(graph.writes()).toEqual([`POST ${PHONE}`]);
  expect(graph.state).toMatchObject({ number: door.url, app: { callback: 'https://crm.example/hook' } });
});

test('an app that asks for no messages is told, where its callback is another program’s', async () => {
  const { graph, given } = await prepare('number');
  graph.state.app = { callback: 'https://crm.example/hook', fields: ['security'] };
  graph.state.subscribed = [APP.id];
  expect(await registerCallback({ ...given, takeOver: true })).toEqual({ ok: false, reason: 'fields-missing', details: 'security' });
});

test('without the app secret the account and the number can be set, the app cannot', async () => {
  const { graph, door, given } = await prepare('account');
  const app = { ...APP, secret: null };
  expect(await registerCallback({ ...given, app })).toMatchObject({ ok: true });
  expect(graph.state).toMatchObject({ app: null, account: door.url });
  expect(await registerCallback({ ...given, app, level: 'app' })).toEqual({ ok: false, reason: 'not-configured', details: null });
});

test('what another set is left, and told by who answers there', async () => {
  const { graph, door, given } = await prepare();
  const other = await startDoor('b'.repeat(64));
  graph.state.app = { callback: other.url, fields: ['messages'] };
  expect(await registerCallback(given)).toEqual({ ok: false, reason: 'other-shopbell', details: other.url });
  const program = await answeringServer((response) => void response.end('hello'));
  graph.state.app.callback = `${program.url}/hook`;
  expect(await registerCallback(given)).toEqual({ ok: false, reason: 'callback-elsewhere', details: `${program.url}/hook` });
  expect(program.asked[0]?.url).toBe('/hook?probe=nonce-0001');
  // Where nobody answers, somebody wanted it all the same.
  graph.state.app.callback = 'http://127.0.0.1:9/webhook';
  expect(await registerCallback(given)).toMatchObject({ ok: false, reason: 'callback-elsewhere' });
  expect(graph.writes()).toEqual([]);
  // Two PCs: asked for, it is taken over.
  graph.state.app.callback = other.url;
  expect(await registerCallback({ ...given, takeOver: true })).toMatchObject({ ok: true, before: other.url });
  expect(graph.state.app.callback).toBe(door.url);
});

test('what this shop last set, and an address that leads here by another name, are its own', async () => {
  const { graph, door, given } = await prepare();
  const old = 'https://old-tunnel.example/webhook';
  graph.state.app = { callback: old, fields: ['messages', 'flows'] };
  const registered = { level: 'app' as const, callbackUrl: `${old}/`, at: T - 1, verifiedAt: null };
  expect(await registerCallback({ ...given, registered })).toMatchObject({ ok: true, before: old });
  // Fields that somebody chose at Meta stay.
  expect(graph.state.app.fields).toContain('flows');
  graph.state.app.callback = door.url.replace('127.0.0.1', 'localhost');
  expect(await registerCallback(given)).toMatchObject({ ok: true });
});

test('a stronger override of this shop’s is dropped when the level is changed, a foreign one is asked about', async () => {
  const { graph, door, given } = await prepare('app');
  graph.state.subscribed = [APP.id];
  graph.state.number = door.url;
  graph.state.account = door.url;
  expect(await registerCallback(given)).toMatchObject({ ok: true });
  expect(graph.state).toMatchObject({ number: null, account: null, subscribed: [APP.id] });
  graph.state.number = 'https://crm.example/hook';
  expect(await registerCallback(given)).toMatchObject({ ok: false, reason: 'callback-elsewhere', details: 'https://crm.example/hook' });
});

test('Meta’s verification of an address that leads elsewhere is told in its words, and nothing is remembered', async () => {
  const { graph, given, remembered } = await prepare();
  const elsewhere = await answeringServer((response) => void response.writeHead(404).end());
  const result = await registerCallback({ ...given, callbackUrl: `${elsewhere.url}/webhook` });
  expect(result).toMatchObject({ ok: false, reason: 'verify-failed', details: expect.stringContaining('HTTP Status Code = 404') as string });
  expect(graph.state.app).toBeNull();
  expect(remembered).toEqual([]);
});

test('what stands already is remembered although a later step fails', async () => {
  const { graph, door, given, remembered } = await prepare();
  graph.state.instead = ({ method, url }) => (method === 'POST' && url.includes('subscribed_apps') ? refused(10, '(#10) No permission', 403) : undefined);
  expect(await registerCallback(given)).toMatchObject({ ok: false, reason: 'permission-missing' });
  expect(remembered).toEqual([{ level: 'app', callbackUrl: door.url, at: T, verifiedAt: T }]);
});

test('a field that Meta does not know costs only the newer fields', async () => {
  const { graph, given } = await prepare();
  graph.state.instead = ({ body }) => (body.includes('user_id_update') ? refused(100, '(#100) Param fields[14] must be one of {…}') : undefined);
  expect(await registerCallback(given)).toMatchObject({ ok: true });
  expect(graph.state.app?.fields).toContain('messages');
  expect(graph.state.app?.fields).not.toContain('user_id_update');
});

test('what is read back has to be what was written', async () => {
  const { graph, door, given } = await prepare();
  // Another PC, a moment later.
  graph.state.instead = ({ method, url }) => {
    if (method === 'POST' && url.includes('subscribed_apps'))
      queueMicrotask(() => graph.state.app && (graph.state.app.callback = 'https://late.example/webhook'));
    return undefined;
  };
  expect(await registerCallback(given)).toEqual({ ok: false, reason: 'callback-elsewhere', details: 'https://late.example/webhook' });
  graph.state.instead = ({ method, url }) => (method === 'POST' && url.includes('subscribed_apps') ? { body: { success: true } } : undefined);
  graph.state.subscribed = [];
  graph.state.app = null;
  expect(await registerCallback(given)).toEqual({ ok: false, reason: 'not-subscribed', details: null });
  // Meta tells nothing of the number's own callback: that it was taken is all that is known.
  graph.state.instead = () => undefined;
  graph.state.numberTold = false;
  expect(await registerCallback({ ...given, level: 'number' })).toMatchObject({ ok: true });
  expect(graph.state.number).toBe(door.url);
});

test('nothing is asked of Meta before everything is there', async () => {
  const { graph, given } = await prepare();
  const cases: [Partial<RegisterGiven>, string][] = [
    [{ callbackUrl: null }, 'no-way-in'],
    [{ callbackUrl: 'http://shop.example/webhook' }, 'tunnel-address'],
    [{ app: { ...APP, id: '' } }, 'app-unknown'],
    [{ account: { wabaId: '', phoneNumberId: PHONE } }, 'no-waba'],
    [{ level: 'number', account: { wabaId: WABA, phoneNumberId: '' } }, 'not-configured'],
  ];
  for (const [change, reason] of cases) expect(await registerCallback({ ...given, ...change })).toMatchObject({ ok: false, reason });
  expect(await registerCallback({ ...given, app: { ...APP, secret: 'wrong' } })).toMatchObject({ ok: false, reason: 'secret-wrong' });
  expect(graph.writes()).toEqual([]);
});

test.each([
  ['https://shop.example/webhook', null],
  ['http://127.0.0.1:4000/webhook', null],
  ['http://shop.example/webhook', 'tunnel-address'],
  ['https://shop.example/+1555/webhook', 'tunnel-address'],
  ['https://user:word@shop.example/webhook', 'tunnel-address'],
  [`https://shop.example/${'x'.repeat(180)}`, 'tunnel-address'],
  ['shop.example', 'tunnel-address'],
])('%s can be a callback: %s', (address, reason) => {
  expect(checkCallbackAddress(address)).toBe(reason);
});

test('release takes away what is this shop’s on every level, and nothing else', async () => {
  const { graph, door, given } = await prepare();
  const leave = { access: given.access, app: given.app, account: given.account, callbackUrl: door.url, registered: null };
  await registerCallback(given);
  graph.state.number = door.url;
  expect(await releaseCallback(leave)).toEqual({ ok: true, released: true });
  expect(graph.state).toMatchObject({ app: null, subscribed: [], account: null, number: null });
  expect(await releaseCallback(leave)).toEqual({ ok: true, released: false });

  graph.state.app = { callback: 'https://crm.example/hook', fields: ['messages'] };
  graph.state.subscribed = [APP.id];
  graph.state.account = 'https://old-tunnel.example/webhook';
  const registered = { level: 'account' as const, callbackUrl: 'https://old-tunnel.example/webhook', at: T, verifiedAt: T };
  expect(await releaseCallback({ ...leave, callbackUrl: null, registered })).toEqual({ ok: true, released: true });
  expect(graph.state).toMatchObject({ app: { callback: 'https://crm.example/hook' }, subscribed: [APP.id], account: null });
});
