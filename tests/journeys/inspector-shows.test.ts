import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import type { Api } from '../../shared/contract.ts';
import { keepLog } from '../../electron/settings/keep-log.ts';
import { closeAfter } from '../support/close-after.ts';
import { CONTACT, envelope, orderMessage, postOnprem, postSigned, sign, textMessage, tick } from '../support/post-webhook.ts';
import { readZip } from '../support/read-zip.ts';
import { accepted, refusal, scriptedGraph } from '../support/scripted-graph.ts';
import { APP_SECRET, ONPREM_SECRET, PHONE_NUMBER_ID, startShop, type TestShop } from '../support/start-shop.ts';
import { until } from '../support/until.ts';

const SAID = 'Is the rye bread from this morning?';
const WAMID = 'wamid.HBgLMTY1MDU1NTAxMTEVAgASGA';
const pageOf = ({ app }: TestShop, shop: 'real' | 'practice'): Api => createRouterClient(app.router, { context: app.context(shop, 'browser') });
async function fileOf(shop: TestShop, made: { ok: true; path: string; filename: string } | { ok: false; reason: string }): Promise<Buffer> {
  if (!made.ok) throw new Error(made.reason);
  return readFileSync((await shop.app.findFile('real', made.path))?.file ?? '');
}

test('every webhook is told with its outcome, its proof, its time and what was understood; the forged leave a line each', async () => {
  const shop = closeAfter(await startShop({ environment: { SHOPBELL_APP_SECRET_PREVIOUS: 'the old one' } }));
  expect(await shop.api.inspector.webhooks({ limit: 50, only: 'all' })).toEqual({ webhooks: [], more: false });
  const body = JSON.stringify(
    envelope({ contacts: [CONTACT], messages: [textMessage({ text: { body: SAID } }), orderMessage()], statuses: [tick('wamid.x', 'read')] }),
  );
  await postSigned(shop.webhookUrl, body);
  await postSigned(shop.webhookUrl, body, { 'x-hub-signature-256': sign(body, 'the old one') });
  await postOnprem(shop.webhookUrl, { contacts: [CONTACT], messages: [textMessage()] });
  await postSigned(shop.webhookUrl, envelope({}, 'brand_new_field'));
  expect(await postSigned(shop.webhookUrl, body, { 'x-hub-signature-256': sign(body, 'wrong'), 'user-agent': 'facebookexternalua' })).toBe(401);

  const { webhooks, more } = await shop.api.inspector.webhooks({ limit: 50, only: 'all' });
  expect(more).toBe(false);
  expect(webhooks.map(({ id, shape, outcome, proof }) => ({ id, shape, outcome, proof }))).toEqual([
    { id: 4, shape: 'cloud', outcome: 'unread', proof: 'secret' },
    { id: 3, shape: 'onprem', outcome: 'applied', proof: 'path' },
    { id: 2, shape: 'cloud', outcome: 'applied', proof: 'previous' },
    { id: 1, shape: 'cloud', outcome: 'applied', proof: 'secret' },
  ]);
  expect(webhooks[3]).toMatchObject({
    bytes: Buffer.byteLength(body),
    why: null,
    events: [
      { kind: 'message', count: 1 },
      { kind: 'order', count: 1 },
      { kind: 'tick-read', count: 1 },
    ],
  });
  for (const { ms } of webhooks) expect(ms).toBeGreaterThan(0);
  const times = [...body.matchAll(/"timestamp":"(\d+)"/g)].map(([, seconds]) => Number(seconds) * 1_000);
  expect(webhooks.map(({ happenedAt }) => happenedAt === null)).toEqual([true, false, false, false]);
  expect(webhooks[3]?.happenedAt).toBe(Math.max(...times));
  expect(webhooks[0]?.why).toContain('brand_new_field');
  expect((await shop.api.inspector.webhooks({ limit: 50, only: 'troubled' })).webhooks.map(({ id }) => id)).toEqual([4]);
  expect(await shop.api.inspector.webhooks({ limit: 1, only: 'all', before: 3 })).toMatchObject({ webhooks: [{ id: 2 }], more: true });
  expect(await shop.api.inspector.refusals()).toMatchObject([{ why: 'mismatch', likeMeta: true, bytes: Buffer.byteLength(body) }]);

  // As it came, and hidden.
  const open = await shop.api.inspector.webhook({ id: 1, masked: false });
  expect(open).toMatchObject({ ok: true, raw: body });
  expect(open.ok && JSON.parse(open.understood)).toMatchObject({
    events: [{ kind: 'message', content: { kind: 'text', body: SAID } }, { kind: 'message' }, { kind: 'tick' }],
  });
  const hidden = await shop.api.inspector.webhook({ id: 1, masked: true });
  if (!hidden.ok) throw new Error(hidden.reason);
  for (const text of [hidden.raw, hidden.understood])
    for (const personal of [SAID, 'Sheena', '16505550111', 'Love these']) expect(text).not.toContain(personal);
  const from = /"from": "(\[number \d+\])"/.exec(hidden.raw)?.[1] ?? 'none';
  expect(hidden.understood).toContain(from);
  expect(await shop.api.inspector.webhook({ id: 99, masked: false })).toEqual({ ok: false, reason: 'not-found' });

  // The time is not kept over a restart; the rest is.
  const again = closeAfter(await shop.restart());
  expect((await again.api.inspector.webhooks({ limit: 1, only: 'all' })).webhooks).toMatchObject([{ id: 4, ms: null, proof: 'secret' }]);
});

test('a webhook is replayed into the practice shop, signed with its own secret, and refused where that is closed', async () => {
  const shop = closeAfter(await startShop());
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [orderMessage({ id: WAMID })] }));
  expect(await shop.api.inspector.replay({ id: 1 })).toEqual({ ok: false, reason: 'practice-closed' });
  await shop.api.practice.start();
  const practice = pageOf(shop, 'practice');
  await practice.practice.script({ on: false });
  const before = (await practice.orders.board()).counts.new;
  expect(await shop.api.inspector.replay({ id: 1 })).toEqual({ ok: true });
  expect((await practice.orders.board()).counts.new).toBe(before + 1);
  // Whatever Meta pushes twice appears once, also here.
  expect(await shop.api.inspector.replay({ id: 1 })).toEqual({ ok: true });
  expect((await practice.orders.board()).counts.new).toBe(before + 1);
  expect((await shop.api.orders.board()).counts.new).toBe(1);
  expect(await practice.inspector.webhooks({ limit: 10, only: 'all' })).toMatchObject({
    webhooks: expect.arrayContaining([expect.objectContaining({ proof: 'secret' })]),
  });
  expect(await shop.api.inspector.replay({ id: 77 })).toEqual({ ok: false, reason: 'not-found' });
});

test('the file holds the chosen webhooks, one JSON a line, and nobody in it; what was no JSON is not given away', async () => {
  const shop = closeAfter(await startShop());
  for (let index = 0; index < 3; index += 1)
    await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage({ id: `${WAMID}${index}`, text: { body: SAID } })] }));
  await postSigned(shop.webhookUrl, `Sheena says ${SAID}`);
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const all = (await fileOf(shop, await shop.api.inspector.export({ last: 3 }))).toString();
  expect(lines(all).map(({ id, outcome }) => [id, outcome])).toEqual([
    [2, 'applied'],
    [3, 'applied'],
    [4, 'unread'],
  ]);
  expect(lines(all)[0]).toMatchObject({ raw: { entry: [{ changes: [{ field: 'messages' }] }] }, understood: { events: [{ kind: 'message', type: 'text' }] } });
  for (const personal of [SAID, 'Sheena', '16505550111', '15550783881', WAMID]) expect(all).not.toContain(personal);
  expect(lines((await fileOf(shop, await shop.api.inspector.export({ ids: [4, 1, 50] }))).toString()).map(({ id }) => id)).toEqual([1, 4]);
});

test('calls are told with how they ended, and bodies without secrets', async () => {
  const graph = await scriptedGraph((asked, index) =>
    index === 0 ? asked.give(accepted('wamid.out')) : asked.give(refusal(131026, 'to +1 650 555 0111'), 400),
  );
  const shop = closeAfter(await startShop({ graphUrl: graph.url }));
  await postSigned(shop.webhookUrl, envelope({ contacts: [CONTACT], messages: [textMessage()] }));
  const conversationId = (await shop.api.chats.list({})).conversations[0]?.id ?? 0;
  for (const text of ['It is.', 'test-access-token']) {
    await shop.api.chats.reply({ conversationId, text, requestId: randomUUID() });
    await until('the call', async () => (await shop.api.inspector.calls()).filter(({ method }) => method === 'POST').length === (text === 'It is.' ? 1 : 2));
  }
  const calls = (await shop.api.inspector.calls()).filter(({ method }) => method === 'POST');
  expect(calls).toMatchObject([
    { path: `${PHONE_NUMBER_ID}/messages`, status: 400, outcome: 'refused', code: 131026 },
    { path: `${PHONE_NUMBER_ID}/messages`, status: 200, outcome: 'ok', code: null, reason: null },
  ]);
  const plain = await shop.api.inspector.call({ id: calls[1]?.id ?? 0, masked: false });
  expect(plain).toMatchObject({ ok: true, answer: accepted('wamid.out') });
  expect(plain.ok && JSON.parse(plain.request ?? '')).toMatchObject({ to: '+16505550111', text: { body: 'It is.' } });
  const secret = await shop.api.inspector.call({ id: calls[0]?.id ?? 0, masked: false });
  expect(JSON.stringify(secret)).not.toContain('test-access-token');
  const hidden = JSON.stringify(await shop.api.inspector.call({ id: calls[0]?.id ?? 0, masked: true }));
  expect(hidden).not.toMatch(/16505550111|650 555|106540352242922/);
  const file = (await fileOf(shop, await shop.api.inspector.exportCalls())).toString();
  const lines = file
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter(({ method }) => method === 'POST')).toMatchObject([
    { outcome: 'ok', request: { type: 'text' }, answer: { messaging_product: 'whatsapp' } },
    { outcome: 'refused', code: 131026, answer: { error: { code: 131026 } } },
  ]);
  expect(file).not.toMatch(/16505550111|650 555|106540352242922|It is\.|test-access-token/);
  expect(await shop.api.inspector.call({ id: 5000, masked: true })).toEqual({ ok: false, reason: 'not-found' });
});

test('the diagnostics hold what a helper needs, and no secret, number, name or word of anybody', async () => {
  const secrets = {
    SHOPBELL_APP_SECRET: APP_SECRET,
    SHOPBELL_APP_SECRET_PREVIOUS: 'previous-app-secret',
    SHOPBELL_VERIFY_TOKEN: 'verify/token+planted',
    SHOPBELL_ACCESS_TOKEN: 'EAAGplantedAccessToken0123456789',
    SHOPBELL_ONPREM_SECRET: ONPREM_SECRET,
    SHOPBELL_NGROK_TOKEN: 'ngrok_planted_token',
    SHOPBELL_CLOUDFLARED_TOKEN: 'cloudflared-planted',
  };
  const graph = await scriptedGraph((asked) => asked.give(refusal(131026, `${secrets.SHOPBELL_ACCESS_TOKEN} to +1 650 555 0111`), 400));
  const environment = { ...secrets, SHOPBELL_SHOP_NAME: 'Sheenas Bakery', SHOPBELL_TUNNEL: 'none' };
  const shop = closeAfter(await startShop({ graphUrl: graph.url, environment }));
  await shop.api.settings.save({ printer: { ...(await shop.api.settings.get()).values.printer, host: 'sheenas-printer.local' } });
  // As the entries do: a secret that became one only later was written as it was.
  const log = keepLog({ dataFolder: shop.folder, home: '/nowhere', secrets: () => [APP_SECRET], now: Date.now });
  log(`refused ${APP_SECRET} of 16505550111`);
  mkdirSync(path.join(shop.folder, 'logs'), { recursive: true });
  writeFileSync(path.join(shop.folder, 'logs/shopbell.1.log'), `old ${secrets.SHOPBELL_NGROK_TOKEN} +49 30 1234567 ${homedir()}/x\n`);
  const body = envelope({ contacts: [CONTACT], messages: [textMessage({ id: WAMID, text: { body: SAID } }), orderMessage()] });
  await postSigned(shop.webhookUrl, body);
  await postSigned(shop.webhookUrl, envelope({}, 'field of 16505550111'));
  await postSigned(shop.webhookUrl, body, { 'x-hub-signature-256': sign('{}', 'wrong') });
  const conversationId = (await shop.api.chats.list({})).conversations[0]?.id ?? 0;
  await shop.api.chats.reply({ conversationId, text: SAID, requestId: randomUUID() });
  await until('the call', async () => (await shop.api.inspector.calls()).some(({ outcome }) => outcome === 'refused'));

  const entries = readZip(await fileOf(shop, await shop.api.inspector.diagnostics()));
  const text = (name: string) => entries.get(name)?.toString() ?? '';
  const lines = (name: string) =>
    text(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([...entries.keys()]).toEqual([
    'README.txt',
    'about.json',
    'settings.json',
    'connection.json',
    'connection-log.jsonl',
    'gaps.json',
    'counts.json',
    'webhooks.jsonl',
    'calls.jsonl',
    'refusals.jsonl',
    'logs/shopbell.1.log',
    'logs/shopbell.log',
  ]);
  expect(JSON.parse(text('about.json'))).toMatchObject({ shopbell: 'test', platform: process.platform, shop: 'real' });
  expect(JSON.parse(text('settings.json'))).toMatchObject({
    values: { language: 'system', shopName: '[14 characters]', graphVersion: expect.stringMatching(/^v\d/) },
    secrets: { accessToken: { set: true, source: { variable: 'SHOPBELL_ACCESS_TOKEN' } } },
  });
  expect(JSON.parse(text('connection.json'))).toMatchObject({ shop: 'real', refused: { count: 1 }, unread: { count: 1 } });
  expect(JSON.parse(text('counts.json'))).toMatchObject({
    database: { version: 5 },
    rows: { webhooks: { applied: 1, unread: 1 }, orders: { new: 1 }, customers: { all: 1 } },
  });
  expect(lines('webhooks.jsonl')).toMatchObject([{ outcome: 'unread' }, { outcome: 'applied', events: [{ kind: 'message' }, { kind: 'order' }] }]);
  expect(lines('calls.jsonl')).toContainEqual(expect.objectContaining({ outcome: 'refused', code: 131026 }));
  expect(lines('refusals.jsonl')).toMatchObject([{ why: 'mismatch' }]);
  expect(text('logs/shopbell.log')).toContain('refused … of [number 1]');

  const whole = [...entries].map(([name, bytes]) => `${name}\n${bytes.toString()}`).join('\n');
  const probeKey = shop.rows<{ value: string }>("SELECT value FROM facts WHERE name = 'probe_key'")[0]?.value ?? 'none';
  const personal = [SAID, 'Sheena', 'sheenas', '16505550111', '650 555', '30 1234567', '15550783881', PHONE_NUMBER_ID, WAMID, 'Love these', probeKey];
  for (const planted of [...Object.values(secrets), ...Object.values(secrets).map(encodeURIComponent), ...personal]) expect(whole).not.toContain(planted);
  // Times are in ISO 8601, so whatever digits are left belong to nobody.
  expect(whole.replaceAll(/"(bytes|version)": ?\d+/g, '').match(/(?<![\w.])\d{7,}/g)).toBeNull();
});
