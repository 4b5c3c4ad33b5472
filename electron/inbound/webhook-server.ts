import { createHmac } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookProof } from '../store/webhook-log.ts';
import { readBody } from './read-body.ts';
import { createTokenBucket } from '../../shared/domain/token-bucket.ts';
import { isSignature, provingSecret, sameSecret } from './verify-signature.ts';

export type WebhookSecrets = { appSecrets: readonly string[]; verifyToken: string | null; onpremSecret: string | null };

/** What of a refused request is told; nothing of its body is kept. `likeMeta`: it bore the name of Meta's own requests, which anybody can bear. */
export type Refusal = { why: 'missing' | 'malformed' | 'mismatch'; bytes: number; likeMeta: boolean };

export type WebhookServerOptions = {
  /** Asked at every request, so that a changed secret holds at once. */
  secrets: () => WebhookSecrets;
  /** Resolves, with its row in the log, when the body is on disk. */
  receive: (body: Buffer, proof: WebhookProof) => Promise<number>;
  /** A body was answered, so many ms after its request began. */
  onAnswered?: (logId: number, ms: number) => void;
  /** A body with a wrong or missing proof was refused. */
  onRefused: (refusal: Refusal) => void;
  /** Somebody who knows the verify token has asked whether this is the callback: Meta, while it is registered. */
  onVerified: () => void;
  /** Key of the answer to `?probe=`. */
  probeKey: string;
  now: () => number;
};

const HOOK = '/webhook';
const ONPREM = '/onprem/';
/** Meta's requests say `facebookexternalua` or `facebookplatform/…`. */
const META_AGENT = /^facebook/i;

/**
 * The only thing that the tunnel leads to: verification, signed bodies, and a probe. It keeps only what carries the right
 * secret's proof, and answers 200 only after the body is on disk.
 * @param port 0 picks a free one
 * @throws the listen error (`EADDRINUSE`, `EACCES`)
 */
export async function startWebhookServer(port: number, options: WebhookServerOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const probes = createTokenBucket({ size: 10, perMinute: 120, now: options.now });
  const server = http.createServer(
    { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 60_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 * 1024 },
    answer,
  );

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    const query = url.indexOf('?');
    const path = query < 0 ? url : url.slice(0, query);
    if (path === HOOK) {
      if (request.method === 'POST') takeSigned(request, response);
      else if (request.method === 'GET') answerGet(new URLSearchParams(query < 0 ? '' : url.slice(query + 1)), response);
      else refuse(response, 405, { allow: 'GET, POST' });
    } else if (path.startsWith(ONPREM) && sameSecret(path.slice(ONPREM.length), options.secrets().onpremSecret)) {
      if (request.method === 'POST') take(request, response, () => 'path');
      else refuse(response, 405, { allow: 'POST' });
    } else refuse(response, 404);
  }

  function takeSigned(request: IncomingMessage, response: ServerResponse): void {
    const signature = request.headers['x-hub-signature-256'];
    if (typeof signature !== 'string') refuseUnproved(request, response, 'missing', Number(request.headers['content-length'] ?? 0));
    else if (!isSignature(signature)) refuseUnproved(request, response, 'malformed', Number(request.headers['content-length'] ?? 0));
    else
      take(request, response, (body) => {
        const place = provingSecret(body, signature, options.secrets().appSecrets);
        return place === null ? null : place === 0 ? 'secret' : 'previous';
      });
  }

  function take(request: IncomingMessage, response: ServerResponse, proves: (body: Buffer) => WebhookProof | null): void {
    const began = performance.now();
    readBody(request, (body) => {
      if (body instanceof Error) response.destroy();
      else if (!body) refuse(response, 413);
      else {
        const proof = proves(body);
        if (proof === null) refuseUnproved(request, response, 'mismatch', body.length);
        else
          options.receive(body, proof).then(
            (logId) => {
              response.writeHead(200, { 'content-length': 0 }).end();
              options.onAnswered?.(logId, performance.now() - began);
            },
            // The disk refuses: Meta comes again for seven days.
            () => refuse(response, 503, { 'retry-after': '30' }),
          );
      }
    });
  }

  function refuseUnproved(request: IncomingMessage, response: ServerResponse, why: Refusal['why'], bytes: number): void {
    options.onRefused({ why, bytes, likeMeta: META_AGENT.test(request.headers['user-agent'] ?? '') });
    refuse(response, 401);
  }

  function answerGet(query: URLSearchParams, response: ServerResponse): void {
    const probe = query.get('probe');
    if (probe !== null) {
      if (!/^[A-Za-z0-9_-]{8,64}$/.test(probe)) refuse(response, 400);
      else if (!probes.take()) refuse(response, 429, { 'retry-after': '5' });
      else sendText(response, createHmac('sha256', options.probeKey).update(probe).digest('hex'));
      return;
    }
    const challenge = query.get('hub.challenge');
    const proved = query.get('hub.mode') === 'subscribe' && sameSecret(query.get('hub.verify_token') ?? '', options.secrets().verifyToken);
    if (proved && challenge !== null && challenge.length <= 2048) {
      options.onVerified();
      sendText(response, challenge);
    } else refuse(response, 403);
  }

  // A request that node cannot parse, or one that is too slow, is answered by a few bytes and cut off.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') socket.destroy();
    else
      socket.end(
        `HTTP/1.1 ${error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nconnection: close\r\n\r\n`,
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', backlog: 1024 }, () => {
      server.off('error', reject);
      resolve();
    });
  });

  return {
    port: (server.address() as AddressInfo).port,
    /** Takes no more, lets what is under way finish for up to 3 s, then cuts off. */
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), 3_000);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(200, { ...PLAIN, 'content-length': Buffer.byteLength(text) }).end(text);
}

/** What an already refused request may still send before it is cut off: enough for a sender to hear the answer. */
const DRAIN_LIMIT = 16 * 1024 * 1024;

/** Refuses; what is still coming of the body is read and thrown away, so that the sender hears the answer and not a broken pipe. */
function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...PLAIN, ...headers, 'content-length': 0 }).end();
  let drained = 0;
  response.req.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_LIMIT) response.req.destroy();
  });
  response.req.on('error', () => response.req.destroy());
}
