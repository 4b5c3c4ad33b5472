import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';

export type CallbackRequest = {
  url: string;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string | number>>;
  bytes?: Buffer;
  /** Trusted beside the public authorities, PEM. */
  ca: string | undefined;
  timeoutMs: number;
  agent?: CallbackAgents;
};

export type Outcome =
  | { kind: 'answered'; status: number; statusText: string; body: string }
  | { kind: 'timeout' }
  /** The system's code, or the message where there is none. */
  | { kind: 'failed'; code: string };

export type CallbackAgents = { http: HttpAgent; https: HttpsAgent; destroy(): void };

/** Connections that are kept for the next webhook. */
export function keepConnections(ca: string | undefined): CallbackAgents {
  const http = new HttpAgent({ keepAlive: true, maxSockets: 64 });
  const https = new HttpsAgent({ keepAlive: true, maxSockets: 64, ...trust(ca) });
  return {
    http,
    https,
    destroy: () => {
      http.destroy();
      https.destroy();
    },
  };
}

const trust = (ca: string | undefined) => (ca === undefined ? {} : { ca: [...rootCertificates, ca] });

/** More than that of an answer is not read. */
const BODY_LIMIT = 64 * 1024;

function read(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => {
      if (body.length < BODY_LIMIT) body += part;
    });
    answer.on('end', () => resolve(body));
    answer.on('error', reject);
  });
}

/** The seen trap: a literal `+` of a path arrives as a space (Chatwoot #14738). */
function asMetaAsks(url: string): URL {
  const asked = new URL(url);
  asked.pathname = asked.pathname.replaceAll('+', '%20');
  return asked;
}

/** One request of Meta's to a callback, by http or https. Follows no redirect. Never rejects. */
export function requestCallback({ url, method, headers, bytes, ca, timeoutMs, agent }: CallbackRequest): Promise<Outcome> {
  return new Promise((resolve) => {
    const target = asMetaAsks(url);
    const secure = target.protocol === 'https:';
    const hear = (answer: IncomingMessage): void => {
      read(answer).then(
        (body) => resolve({ kind: 'answered', status: answer.statusCode ?? 0, statusText: answer.statusMessage ?? '', body }),
        (error: Error) => resolve({ kind: 'failed', code: error.message }),
      );
    };
    const sent = secure
      ? requestHttps(target, { method, headers, ...(agent ? { agent: agent.https } : { agent: false, ...trust(ca) }) }, hear)
      : requestHttp(target, { method, headers, agent: agent ? agent.http : false }, hear);
    // A whole answer, not only its beginning: a callback that drips is too slow as well.
    const enough = setTimeout(() => {
      resolve({ kind: 'timeout' });
      sent.destroy();
    }, timeoutMs);
    sent.on('error', (error: NodeJS.ErrnoException) => resolve({ kind: 'failed', code: error.code ?? error.message }));
    sent.on('close', () => clearTimeout(enough));
    sent.end(bytes);
  });
}
