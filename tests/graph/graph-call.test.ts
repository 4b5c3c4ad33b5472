import net, { type AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callGraph } from '../../electron/graph/graph-call.ts';
import { answeringServer } from '../support/answering-server.ts';

const accessTo = (baseUrl: string, accessToken = 'EAAB-token') => ({ baseUrl, version: 'v25.0', accessToken });
const JSON_TYPE = { 'content-type': 'application/json' };

/** Calls a server that gives this answer, with a body. */
async function answered(status: number, body: string, headers: Record<string, string> = JSON_TYPE) {
  const server = await answeringServer((response) => void response.writeHead(status, headers).end(body));
  return callGraph({ access: accessTo(server.url), path: '1/messages', body: { a: 1 }, timeoutMs: 2_000 });
}
const error = (over: object) => JSON.stringify({ error: { message: '(#130429) Rate limit hit', type: 'OAuthException', fbtrace_id: 'A', ...over } });

describe('what is asked', () => {
  test('a body goes as JSON by POST, nothing goes by GET, and the token stands in the header alone', async () => {
    const server = await answeringServer((response) => void response.end('{}'));
    // A base URL that ends in a slash, as people type it.
    await callGraph({ access: accessTo(`${server.url}/`), path: '1/messages', body: { text: 'Grüße' }, timeoutMs: 2_000 });
    await callGraph({ access: accessTo(server.url), path: '2/products?limit=1', timeoutMs: 2_000 });
    const [post, get] = server.asked;
    expect(post).toMatchObject({ method: 'POST', url: '/v25.0/1/messages', body: '{"text":"Grüße"}' });
    expect(post?.headers).toMatchObject({ authorization: 'Bearer EAAB-token', 'content-type': 'application/json' });
    expect(get).toMatchObject({ method: 'GET', url: '/v25.0/2/products?limit=1', body: '' });
    expect(get?.headers['content-type']).toBeUndefined();
    for (const { url, body } of server.asked) expect(`${url} ${body}`).not.toContain('EAAB-token');
  });

  test('the Date header of any answer is told as Meta’s clock', async () => {
    const server = await answeringServer((response) => void response.writeHead(400, { date: 'Mon, 23 Nov 2026 09:00:00 GMT' }).end(error({ code: 100 })));
    const dates: number[] = [];
    await callGraph({ access: accessTo(server.url), path: 'x', timeoutMs: 2_000, onDate: (date) => void dates.push(date) });
    expect(dates).toEqual([Date.UTC(2026, 10, 23, 9)]);
  });
});

describe('answered by Meta', () => {
  test('a JSON object is an answer', async () => {
    expect(await answered(200, '{"messages":[]}')).toEqual({ ok: true, body: { messages: [] } });
  });

  test('an error is a refusal, with code, reason and Meta’s own details', async () => {
    const body = error({ code: 130429, error_data: { messaging_product: 'whatsapp', details: 'Throughput has been reached.' } });
    const expected = { ok: false, kind: 'refused', reason: 'rate-limited', code: 130429, details: 'Throughput has been reached.', retryAfterMs: null };
    expect(await answered(400, body)).toEqual(expected);
    // The status is not stable: the code decides.
    expect(await answered(500, body)).toEqual(expected);
    expect(await answered(200, body)).toEqual(expected);
  });

  test('without error_data the message is the detail, and a code written as text counts', async () => {
    expect(await answered(401, error({ code: '190' }))).toMatchObject({
      kind: 'refused',
      reason: 'token-refused',
      code: 190,
      details: '(#130429) Rate limit hit',
    });
    expect(await answered(400, error({ code: 131047, error_data: 'odd' }))).toMatchObject({ reason: 'window-closed', details: '(#130429) Rate limit hit' });
    expect(await answered(400, '{"error":{"code":987654}}')).toMatchObject({ kind: 'refused', reason: 'unknown-code', code: 987654, details: null });
  });

  test('Retry-After in seconds is told in ms; one that is no number is left out', async () => {
    const body = error({ code: 4 });
    expect(await answered(429, body, { ...JSON_TYPE, 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7_000 });
    expect(await answered(429, body, { ...JSON_TYPE, 'retry-after': 'soon' })).toMatchObject({ retryAfterMs: null });
  });
});

describe('nobody knows what Meta made of it', () => {
  test.each([
    ['a gateway’s page', 502, '<html>Bad Gateway</html>'],
    ['an empty answer', 200, ''],
    ['JSON that is no object', 200, '[1]'],
    ['JSON that breaks off', 200, '{"messages":[{"id":"wamid'],
    ['an object of somebody else’s with a bad status', 503, '{"status":"unavailable"}'],
    ['an error that is no object', 502, '{"error":"Bad Gateway"}'],
    ['an error without a code, which is not Meta’s form', 502, '{"error":{"message":"upstream timed out"}}'],
    ['a redirect', 302, ''],
  ])('%s', async (_name, status, body) => {
    expect(await answered(status, body, { ...JSON_TYPE, location: '/elsewhere' })).toMatchObject({ ok: false, kind: 'unknown' });
  });

  test('a redirect is not followed: the token goes nowhere else', async () => {
    const other = await answeringServer((response) => void response.end('{}'));
    const server = await answeringServer((response) => void response.writeHead(307, { location: other.url }).end());
    await callGraph({ access: accessTo(server.url), path: 'x', body: {}, timeoutMs: 2_000 });
    expect(other.asked).toEqual([]);
  });

  test('a connection that is cut after the body was read', async () => {
    const server = await answeringServer((response) => void response.destroy());
    expect(await callGraph({ access: accessTo(server.url), path: 'x', body: {}, timeoutMs: 2_000 })).toMatchObject({ kind: 'unknown' });
    expect(server.asked).toHaveLength(1);
  });

  test('a connection that is cut in the middle of the answer', async () => {
    const server = await answeringServer((response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': 100 }).write('{"messages":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await callGraph({ access: accessTo(server.url), path: 'x', body: {}, timeoutMs: 2_000 })).toMatchObject({ kind: 'unknown' });
  });

  test('no answer in time, whether it never begins or never ends', async () => {
    const silent = await answeringServer(() => undefined);
    const endless = await answeringServer((response) => void response.writeHead(200, JSON_TYPE).write('{'));
    for (const { url } of [silent, endless]) {
      expect(await callGraph({ access: accessTo(url), path: 'x', body: {}, timeoutMs: 80 })).toMatchObject({ kind: 'unknown', cause: 'TimeoutError' });
    }
  });
});

describe('never sent', () => {
  const ask = (baseUrl: string) => callGraph({ access: accessTo(baseUrl), path: 'x', body: {}, timeoutMs: 5_000 });

  test('a port that nobody listens on', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await ask(`http://127.0.0.1:${port}`)).toEqual({ ok: false, kind: 'not-sent', cause: 'ECONNREFUSED' });
  });

  test('a name whose every address refuses', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ ok: false, kind: 'not-sent' });
  });

  test('a name that does not exist', async () => {
    expect(await ask('https://graph.facebook.invalid')).toMatchObject({ kind: 'not-sent' });
  });

  test('a server that speaks no TLS where TLS is expected', async () => {
    const server = net.createServer((socket) => void socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    expect(await ask(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)).toMatchObject({ kind: 'not-sent' });
  });

  test.each(['', 'graph.facebook.com', 'http://', 'ftp://127.0.0.1', 'http://127.0.0.1:9'])('the address %j, which cannot be asked', async (baseUrl) => {
    expect(await ask(baseUrl)).toMatchObject({ ok: false, kind: 'not-sent' });
  });

  test('a token that cannot stand in a header is refused as Meta would refuse it, and is not told', async () => {
    const server = await answeringServer((response) => void response.end('{}'));
    for (const token of ['EAAB\u200btoken', 'EAAB\ntoken', 'EAAB-tökén']) {
      const answer = await callGraph({ access: accessTo(server.url, token), path: 'x', body: {}, timeoutMs: 2_000 });
      expect(answer).toEqual({ ok: false, kind: 'refused', reason: 'token-refused', code: null, details: null, retryAfterMs: null });
    }
    expect(server.asked).toEqual([]);
  });
});
