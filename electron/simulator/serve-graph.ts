import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { GraphRequest } from './answer-graph.ts';
import type { GraphAnswer } from './graph-answer.ts';

export type GraphServer = {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Requests are answered from here on; until then they are cut off. */
  answerWith(answer: (request: GraphRequest) => Promise<GraphAnswer>): void;
  /** Whether connections are taken; false refuses them, as where the way to Meta is cut. */
  reach(on: boolean): Promise<void>;
  stop(): Promise<void>;
};

/** A send is at most 4096 characters, a template 32 KB; a megabyte is nobody's honest request. */
const BODY_LIMIT = 1024 * 1024;
/** The largest document, and the form around it. */
const UPLOAD_LIMIT = 101 * 1024 * 1024;

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | 'too large' | 'gone'> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size <= limit) parts.push(part);
      // Read on for a while without keeping: a sender who is cut off in the middle does not see the answer.
      else if (size > limit + 8 * BODY_LIMIT) break;
    }
  } catch {
    return 'gone';
  }
  return size > limit ? 'too large' : Buffer.concat(parts);
}

/** The address that was asked for; one that cannot be read is the root, where nothing is. */
function readUrl({ url = '/', headers }: IncomingMessage): URL {
  const base = `http://${headers.host ?? '127.0.0.1'}`;
  const origin = URL.canParse(base) ? base : 'http://127.0.0.1';
  return new URL(url.startsWith('/') && URL.canParse(origin + url) ? origin + url : origin);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function asBytes(answer: Exclude<GraphAnswer, { kind: 'lost' }>): { status: number; mimeType: string; bytes: Buffer } {
  switch (answer.kind) {
    case 'json':
      return { status: answer.status, mimeType: 'application/json; charset=UTF-8', bytes: Buffer.from(JSON.stringify(answer.body)) };
    case 'picture':
      return { status: 200, mimeType: 'image/svg+xml', bytes: Buffer.from(answer.svg) };
    case 'file':
      return answer;
  }
}

function write(response: ServerResponse, answer: GraphAnswer, version: string | undefined): void {
  if (answer.kind === 'lost') {
    response.destroy();
    return;
  }
  const { status, mimeType, bytes } = asBytes(answer);
  response.writeHead(status, {
    'content-type': mimeType,
    'content-length': bytes.length,
    'cache-control': answer.kind === 'picture' ? 'max-age=3600' : 'no-store',
    'x-content-type-options': 'nosniff',
    ...(answer.kind === 'picture' ? { 'content-security-policy': "default-src 'none'" } : {}),
    ...(answer.kind === 'json' ? answer.headers : {}),
    ...(version === undefined ? {} : { 'facebook-api-version': version }),
  });
  response.end(bytes);
}

/**
 * Listens on a free port of loopback.
 * @param clock what the answers name as the time, ms since epoch
 */
export async function serveGraph(clock: () => number): Promise<GraphServer> {
  let answer: ((request: GraphRequest) => Promise<GraphAnswer>) | null = null;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = readUrl(request);
    const version = /^\/(v\d{1,3}\.\d)\//.exec(url.pathname)?.[1];
    const bytes = await readBody(request, url.pathname.endsWith('/media') ? UPLOAD_LIMIT : BODY_LIMIT);
    if (answer === null || bytes === 'gone') {
      response.destroy();
      return;
    }
    if (bytes === 'too large') {
      response.setHeader('connection', 'close');
      const error = { message: 'Request Entity Too Large', type: 'OAuthException', code: 1, fbtrace_id: 'A'.repeat(23) };
      write(response, { kind: 'json', status: 413, body: { error } }, version);
      return;
    }
    const { authorization, 'content-type': contentType } = request.headers;
    const form = contentType?.startsWith('multipart/') === true;
    const body = form ? undefined : parseJson(bytes);
    const answered = await answer({ method: request.method ?? 'GET', url, authorization, contentType, bytes, body });
    response.setHeader('date', new Date(clock()).toUTCString());
    write(response, answered, version);
  };

  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    void handle(request, response);
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The practice Graph API has no port');
  const { port } = address;

  return {
    url: `http://127.0.0.1:${port}`,
    answerWith: (next) => {
      answer = next;
    },
    reach: async (on) => {
      if (on === server.listening) return;
      await (on ? listen(port) : close());
    },
    stop: close,
  };
}
