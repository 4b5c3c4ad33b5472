import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { FindFile } from '../../electron/console/serve-file.ts';
import type { Console } from '../../electron/console/start-console.ts';
import { startConsole } from '../../electron/console/start-console.ts';
import type { Api } from '../../shared/contract.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { createTinyApp } from './tiny-app.ts';

export type OpenConsole = Console & { host: string; port: number; dataFolder: string; log: string[]; feeds(): number; cookie(): Promise<string> };

/** A real console on a free port of loopback with a tiny app behind it; ends with the test. */
export async function openConsole(given: { dataFolder?: string; now?: () => number; findFile?: FindFile } = {}): Promise<OpenConsole> {
  const dataFolder = given.dataFolder ?? temporaryFolder();
  const log: string[] = [];
  const app = createTinyApp();
  const rendererFolder = makePage(temporaryFolder());
  const started = await startConsole({
    app: { ...app, findFile: given.findFile ?? app.findFile },
    rendererFolder,
    port: 0,
    dataFolder,
    now: given.now ?? (() => Date.now()),
    randomBytes,
    log: (line) => log.push(line),
  });
  let stopped: Promise<void> | null = null;
  const stop = () => (stopped ??= started.stop());
  onTestFinished(stop);
  const { host, port } = new URL(started.url);
  return {
    ...started,
    stop,
    host,
    port: Number(port),
    dataFolder,
    log,
    feeds: app.feeds,
    cookie: async () => readCookie(await exchange(started.url, started.link())),
  };
}

/** POSTs the token of a link as the page does. */
export function exchange(url: string, link: string, headers: Record<string, string> = {}): Promise<Response> {
  const token = link.split('#token=')[1] ?? '';
  return fetch(`${url}/session`, { method: 'POST', body: JSON.stringify({ token }), headers: { origin: url, ...headers } });
}

/** `name=value` of the cookie that an answer sets. */
export function readCookie(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export function connect(from: OpenConsole, headers: Record<string, string>, query = ''): WebSocket {
  const socket = new WebSocket(`ws://${from.host}/rpc${query}`, { headers: { origin: from.url, ...headers } });
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  return socket;
}

/** `open`, or the status with which the upgrade was refused. */
export function outcome(socket: WebSocket): Promise<'open' | number> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve('open'));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
}

export function api(socket: WebSocket): Api {
  // The link wants a browser's socket; `ws` differs from it in the types of its options alone.
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

function makePage(folder: string): string {
  const page = path.join(folder, 'renderer');
  mkdirSync(path.join(page, 'assets'), { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__"><script nonce="__NONCE__"></script>');
  writeFileSync(path.join(page, 'assets/main-1a2b.js'), 'export {};');
  writeFileSync(path.join(folder, 'outside.js'), 'secret');
  writeFileSync(path.join(folder, 'renderer-not.js'), 'secret');
  return page;
}
