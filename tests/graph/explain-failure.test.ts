import { expect, test } from 'vitest';
import { appAccess } from '../../electron/graph/app-access.ts';
import { explainAppCall, explainFailure, explainRegistration } from '../../electron/graph/explain-failure.ts';
import type { GraphAccess } from '../../electron/graph/graph-call.ts';
import { readAccount } from '../../electron/graph/read-account.ts';
import { readSubscriptions } from '../../electron/graph/read-subscriptions.ts';
import { subscribeApp } from '../../electron/graph/subscribe-app.ts';
import { answeringServer } from '../support/answering-server.ts';

async function answering(status: number, body: unknown): Promise<GraphAccess> {
  const text = typeof body === 'string' ? body : JSON.stringify({ error: { type: 'OAuthException', fbtrace_id: 'A', ...(body as object) } });
  const server = await answeringServer((response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(text));
  return { baseUrl: server.url, version: 'v25.0', accessToken: 'T' };
}

test.each([
  [400, 2200, '(#2200) Callback verification failed with the following errors: HTTP Status Code = 404; HTTP Message = Not Found', 'verify-failed'],
  [400, 2200, '(#2200) Callback verification failed with the following errors: curl_errno = 60; curl_error = SSL certificate problem', 'verify-failed'],
  [422, 100, 'Webhook callback URL is not reachable or invalid', 'verify-failed'],
  [400, 100, 'Invalid callback URI format', 'tunnel-address'],
  [400, 100, 'The url has been identified as malicious and/or abusive', 'tunnel-domain'],
  [
    400,
    100,
    '(#100) Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
    'not-subscribed',
  ],
  [403, 200, 'Permissions error', 'permission-missing'],
  [403, 10, '(#10) Application does not have permission for this action', 'permission-missing'],
  [500, 3, '(#3) Application does not have the capability to make this API call.', 'permission-missing'],
  [404, 803, 'Some of the aliases you requested do not exist', 'wrong-id'],
  [429, 4, 'Application request limit reached', 'rate-limited'],
  [400, 80008, 'There have been too many calls to this WhatsApp Business account', 'rate-limited'],
  [401, 190, 'Invalid OAuth access token', 'token-refused'],
  [400, 15, '(#15) This method must be called with an app access token', 'token-wrong-kind'],
])('HTTP %i, code %i, “%s” is %s, with Meta’s words', async (status, code, message, reason) => {
  const done = await subscribeApp(await answering(status, { code, message }), '102', { callbackUrl: 'https://shop.example/webhook', verifyToken: 'v' });
  expect(done.ok ? done : explainRegistration(done)).toEqual({ ok: false, reason, details: message });
});

test.each([
  [463, 'token-expired'],
  [460, 'token-refused'],
  [467, 'token-refused'],
  [undefined, 'token-refused'],
])('code 190 with sub-code %s is %s', async (subcode, reason) => {
  const answer = await readAccount(await answering(401, { code: 190, message: 'no', error_subcode: subcode }), '102');
  expect(answer).toMatchObject({ kind: 'refused', reason, code: 190 });
});

test.each([
  [190, 'Invalid OAuth access token signature.', 'secret-wrong'],
  [15, '(#15) This method must be called with an app access token', 'secret-wrong'],
  [101, 'Error validating application. Cannot get application info due to a system error.', 'app-unknown'],
  [803, 'Some of the aliases you requested do not exist', 'app-unknown'],
  [4, 'Application request limit reached', 'rate-limited'],
])('asked with the app’s own token, code %i is %s', async (code, message, reason) => {
  const answer = await readSubscriptions(appAccess(await answering(400, { code, message }), { id: '67', secret: 's' }), '67');
  expect(answer.ok ? answer : explainAppCall(answer)).toEqual({ ok: false, reason, details: message });
});

test('no answer of Meta’s is Meta’s silence', async () => {
  const explain = async (access: GraphAccess) => {
    const answer = await readAccount(access, '102');
    return answer.ok ? answer : explainFailure(answer);
  };
  expect(await explain(await answering(502, '<html>Bad gateway</html>'))).toEqual({ ok: false, reason: 'meta-trouble', details: 'HTTP 502' });
  expect(await explain({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0', accessToken: 'T' })).toMatchObject({ ok: false, reason: 'meta-unreachable' });
});
