import { expect, test } from 'vitest';
import { blockUsers } from '../../electron/graph/block-users.ts';
import { answeringServer } from '../support/answering-server.ts';

const NAMES = [{ phone: '16505550111' }, { userId: 'US.1' }];
const failed = (code: number) => ({ failed_users: [{ input: '+16505550111', wa_id: '16505550111', errors: [{ message: 'x', code }] }] });
const error = (code: number, more: object = {}) => ({ error: { message: `(#${code})`, type: 'OAuthException', code, ...more } });
const added = { added_users: [{ input: '+16505550111', wa_id: '16505550111' }] };

async function ask(status: number, answer: object | string | null, on = true) {
  const { url, asked } = await answeringServer((response) => {
    if (answer === null) return void response.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  const result = await blockUsers({ baseUrl: url, version: 'v25.0', accessToken: 'token' }, '106', NAMES, on);
  return { result, asked };
}

test('a person is named by number and by id; a DELETE has a body too', async () => {
  for (const on of [true, false]) {
    const { result, asked } = await ask(200, { messaging_product: 'whatsapp', block_users: { [on ? 'added_users' : 'removed_users']: added.added_users } }, on);
    expect(result).toEqual({ ok: true });
    expect(asked.map(({ method, url, body }) => [method, url, JSON.parse(body) as object])).toEqual([
      [on ? 'POST' : 'DELETE', '/v25.0/106/block_users', { messaging_product: 'whatsapp', block_users: [{ user: '+16505550111' }, { user_id: 'US.1' }] }],
    ]);
  }
});

test.each([
  ['partly done: the list stands beside the error', 400, { ...error(139100), block_users: { ...added, ...failed(139101) } }, { ok: true }],
  ['partly done: the list stands within it', 400, error(139100, { block_users: { ...added, ...failed(139101) } }), { ok: true }],
  ['nobody was done', 400, { ...error(139100), block_users: failed(131047) }, { ok: false, reason: 'block-refused' }],
  ['somebody else changes the list now', 400, { ...error(139100), block_users: failed(139103) }, { ok: false, reason: 'meta-trouble' }],
  ['no message within 24 hours', 400, error(131047), { ok: false, reason: 'block-refused' }],
  ['the list is full', 400, error(139101), { ok: false, reason: 'block-refused' }],
  ['Meta has trouble', 400, error(139102), { ok: false, reason: 'meta-trouble' }],
  ['all failed, by 200', 200, { block_users: failed(131047) }, { ok: false, reason: 'block-refused' }],
  ['a 200 that says nothing', 200, {}, { ok: true }],
  ['the answer is lost', 200, null, { ok: false, reason: 'lost-answer' }],
])('%s', async (_what, status, answer, expected) => {
  expect((await ask(status, answer)).result).toEqual(expected);
});

test('nobody there', async () => {
  expect(await blockUsers({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0', accessToken: 't' }, '106', NAMES, true)).toEqual({
    ok: false,
    reason: 'unreachable',
  });
});

test('a token that is no good says so', async () => {
  expect((await ask(401, error(190))).result).toEqual({ ok: false, reason: 'token-refused' });
});
