import type { Refusal } from '../graph-answer.ts';
import { type Outcome, requestCallback } from './request-callback.ts';
import type { Callback } from './keep-account.ts';

export type VerifyingOptions = {
  /** Refuses http; without it, http on loopback is taken. */
  requireHttps: boolean;
  /** Trusted beside the public authorities, PEM. */
  ca: string | undefined;
  /** Decimal digits. */
  newChallenge: () => string;
};

/** Asks a callback whether it is the right one; resolves to why it is not, or null. */
export type VerifyCallback = (callback: Callback) => Promise<Refusal | null>;

/** Meta gives it "a few seconds". */
const ANSWER_LIMIT_MS = 5_000;
const LONGEST_URL = 2048;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A certificate that curl does not take, by the codes of Node's TLS. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ERR_TLS|ERR_SSL|EPROTO/;

const failed = (what: string): Refusal => ({ code: 2200, message: `(#2200) Callback verification failed with the following errors: ${what}` });

function explain(outcome: Outcome, challenge: string): Refusal | null {
  switch (outcome.kind) {
    case 'answered': {
      const { status, statusText, body } = outcome;
      if (status !== 200) return failed(`HTTP Status Code = ${status}; HTTP Message = ${statusText}`);
      if (body === challenge) return null;
      const received = body.slice(0, 60);
      const message = `(#2200) Callback verification failed: Response does not match challenge, Expected value="${challenge}", Received value="${received}"`;
      return { code: 2200, message };
    }
    case 'timeout':
      return failed('curl_errno = 28; curl_error = Operation timed out');
    case 'failed':
      if (CERTIFICATE.test(outcome.code)) return failed('curl_errno = 60; curl_error = SSL certificate problem');
      return { code: 100, status: 422, message: '(#100) Webhook callback URL is not reachable or invalid' };
  }
}

/** Verifies callbacks as Meta does while one is registered: by a GET with a challenge, which has to come back bare. */
export function verifyCallbacks({ requireHttps, ca, newChallenge }: VerifyingOptions): VerifyCallback {
  return async ({ url, verifyToken }) => {
    const invalid: Refusal = { code: 100, message: '(#100) Invalid callback URI format' };
    if (url.length > LONGEST_URL || !URL.canParse(url)) return invalid;
    const { protocol, hostname } = new URL(url);
    if (protocol !== 'https:' && (protocol !== 'http:' || requireHttps || !LOOPBACK.test(hostname))) return invalid;
    const challenge = newChallenge();
    const asked = new URL(url);
    asked.searchParams.append('hub.mode', 'subscribe');
    asked.searchParams.append('hub.challenge', challenge);
    asked.searchParams.append('hub.verify_token', verifyToken);
    const headers = { 'user-agent': 'facebookplatform/1.0 (+http://developers.facebook.com)', accept: '*/*' };
    return explain(await requestCallback({ url: asked.href, method: 'GET', headers, ca, timeoutMs: ANSWER_LIMIT_MS }), challenge);
  };
}
