import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app.ts';
import { StartError } from '../start-error.ts';
import { readOrMakeConsoleKey } from './console-key.ts';
import { removeConsoleRecord, writeConsoleRecord } from './console-record.ts';
import { createConsoleRoutes } from './console-routes.ts';
import { linkTo } from './print-link.ts';
import { attachRpcSocket } from './rpc-socket.ts';
import { createPageServer } from './serve-page.ts';
import { createSession } from './session.ts';

export type ConsoleOptions = {
  app: Pick<App, 'router' | 'context' | 'findFile'>;
  /** Absolute; holds the built page. */
  rendererFolder: string;
  /** 0 picks a free one. */
  port: number;
  dataFolder: string;
  now: () => number;
  /** Bytes nobody can guess: `randomBytes` of `node:crypto`. Keys and links are made of them. */
  randomBytes: (size: number) => Buffer;
  log: (line: string) => void;
};

export type Console = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** A new address with a token in it, good for the life of this process. */
  link(): string;
  stop(): Promise<void>;
};

/**
 * Serves the page and the contract to browsers of this computer: on 127.0.0.1 only, and only to who came by a link.
 * @throws StartError `port-in-use`
 */
export async function startConsole(options: ConsoleOptions): Promise<Console> {
  const { app, rendererFolder, dataFolder, now, randomBytes, log } = options;
  const key = readOrMakeConsoleKey(dataFolder, randomBytes);
  const bootId = randomBytes(16).toString('base64url');
  const session = createSession({ key, bootId, now, randomBytes });
  let port = options.port;
  const routes = createConsoleRoutes({ session, findFile: app.findFile, servePage: createPageServer({ rendererFolder, randomBytes }), port: () => port });
  // `overrideGlobalObjects: false`: the rest of the program keeps Node's own Request and Response.
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false });
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 }, (request, response) => {
    void answer(request, response);
  });
  const sockets = attachRpcSocket({ server, router: app.router, context: app.context, session, port: () => port, now, log });
  try {
    port = await listen(server, options.port);
  } catch (error) {
    sockets.stop();
    throw error;
  }
  const url = `http://127.0.0.1:${port}`;
  writeConsoleRecord(dataFolder, { address: url, bootId, pid: process.pid });
  return {
    url,
    link: () => linkTo(url, session.newToken()),
    stop: async () => {
      removeConsoleRecord(dataFolder);
      sockets.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = new StartError('port-in-use', `Port ${port} is used by another program: choose another with --console-port (0 picks a free one).`);
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? taken : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
