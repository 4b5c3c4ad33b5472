import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';

/**
 * - `unreachable`: nobody answers, or what leads here says that it leads nowhere.
 * - `certificate`: the certificate is none that Meta would accept.
 * - `other`: somebody else answers; `shopbell`: another Shopbell.
 * - `busy`: it answers, but not just now; that proves nothing.
 */
export type ProbeFault = 'unreachable' | 'certificate' | 'other' | 'shopbell' | 'busy';
export type ProbeResult = { ok: true } | { ok: false; fault: ProbeFault; details: string | null };

export type Probe = {
  /** Public address of the webhook. */
  callbackUrl: string;
  /** Hex; what answers rightly knows it. Null: any Shopbell will do. */
  probeKey: string | null;
  /** 8 to 64 letters, digits, `-` or `_`. */
  nonce: string;
  timeoutMs: number;
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL_/;
/** An HMAC-SHA256 is that long. */
const DIGEST = /^[0-9a-f]{64}$/;
const LONGEST_ANSWER = 4096;

/** Asks a public address, over a connection of its own each time, whether this shop answers there. Never throws. */
export function probeAddress({ callbackUrl, probeKey, nonce, timeoutMs }: Probe): Promise<ProbeResult> {
  if (!URL.canParse(callbackUrl)) return Promise.resolve({ ok: false, fault: 'unreachable', details: null });
  const url = new URL(callbackUrl);
  url.searchParams.set('probe', nonce);
  return new Promise((resolve) => {
    const fail = (fault: ProbeFault, details: string | null) => resolve({ ok: false, fault, details });
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'GET',
      // A kept connection could outlive the way that a new one would have to take.
      agent: false,
      headers: { 'user-agent': 'Shopbell', accept: 'text/plain', 'ngrok-skip-browser-warning': '1', connection: 'close' },
    });
    const patience = setTimeout(() => {
      fail('unreachable', 'TIMEOUT');
      request.destroy();
    }, timeoutMs);
    request.on('error', (error: NodeJS.ErrnoException) => fail(CERTIFICATE.test(error.code ?? '') ? 'certificate' : 'unreachable', error.code ?? null));
    request.on('close', () => clearTimeout(patience));
    request.on('response', (response) => {
      void readText(response).then((text) => resolve(judge(response, text, expected(probeKey, nonce))));
    });
    request.end();
  });
}

const expected = (probeKey: string | null, nonce: string) => (probeKey === null ? null : createHmac('sha256', probeKey).update(nonce).digest('hex'));

function judge(response: IncomingMessage, text: string, wanted: string | null): ProbeResult {
  const status = response.statusCode ?? 0;
  const answer = text.trim();
  if (status === 200 && DIGEST.test(answer)) return answer === wanted ? { ok: true } : { ok: false, fault: 'shopbell', details: null };
  if (status === 429) return { ok: false, fault: 'busy', details: 'HTTP 429' };
  const ngrok = response.headers['ngrok-error-code'];
  // ngrok's and Cloudflare's own pages stand for an address that leads nowhere now.
  if (typeof ngrok === 'string') return { ok: false, fault: 'unreachable', details: ngrok.slice(0, 60) };
  return { ok: false, fault: status >= 500 ? 'unreachable' : 'other', details: `HTTP ${status}` };
}

/** The beginning of the body, as far as it came. */
function readText(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const done = () => resolve(text);
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > LONGEST_ANSWER) response.destroy();
    });
    response.on('end', done);
    response.on('close', done);
    response.on('error', done);
  });
}
