import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { App } from '../app.ts';
import type { AppRouter, PageContext } from '../router.ts';
import { isOwnOrigin } from './check-origin.ts';
import { guardSocket } from './guard-socket.ts';
import type { Session } from './session.ts';
import { createTokenBucket } from '../../shared/domain/token-bucket.ts';
import { watchHeartbeat } from './watch-heartbeat.ts';

const MOST_SOCKETS = 20;
const LARGEST_FRAME = 1024 * 1024;

export type RpcSocketOptions = {
  server: Server;
  router: AppRouter;
  context: App['context'];
  session: Session;
  /** Known only once the server listens. */
  port: () => number;
  now: () => number;
  log: (line: string) => void;
};

/**
 * The contract over WebSocket at `/rpc?shop=real|practice` (without `shop`: the main line). Who has no session, or comes from a page
 * that is not ours, is refused with 401 before anything is upgraded. Returns what ends all sockets.
 */
export function attachRpcSocket(options: RpcSocketOptions): { stop(): void } {
  const { server, router, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME, perMessageDeflate: false, clientTracking: true });
  const complaints = createTokenBucket({ size: 5, perMinute: 5, now: options.now });
  const complain = (what: string) => {
    if (complaints.take()) log(`A console ${what}.`);
  };
  const handler = new RPCHandler<PageContext>(router, {
    interceptors: [
      async ({ next }) => {
        try {
          return await next();
        } catch (error) {
          if (!(error instanceof Error && error.name === 'AbortError')) complain(`met an error: ${error instanceof Error ? error.message : 'unknown'}`);
          throw error;
        }
      },
    ],
  });
  const stopHeartbeat = watchHeartbeat(() => sockets.clients);

  const greet = (socket: WebSocket, shop: ShopKind | null) => {
    // Without a listener, a frame that is too large would be an uncaught error.
    socket.on('error', (error) => complain(`broke the protocol: ${error.message}`));
    void handler.upgrade(guardSocket(socket, complain), { context: options.context(shop, 'browser') });
  };

  server.on('upgrade', (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy());
    const answer = judge(request, options);
    if (!answer.ok) refuse(connection, answer.status);
    else if (sockets.clients.size >= MOST_SOCKETS) refuse(connection, '503 Service Unavailable');
    else sockets.handleUpgrade(request, connection, head, (socket) => greet(socket, answer.shop));
  });

  return {
    stop: () => {
      stopHeartbeat();
      for (const socket of sockets.clients) {
        socket.close(1001, 'Shopbell ends');
        socket.terminate();
      }
      sockets.close();
    },
  };
}

type Judgement = { ok: true; shop: ShopKind | null } | { ok: false; status: string };

function judge(request: IncomingMessage, { session, port }: RpcSocketOptions): Judgement {
  const { host, origin, cookie } = request.headers;
  if (!isOwnOrigin(origin, host, port()) || !session.isOpen(cookie)) return { ok: false, status: '401 Unauthorized' };
  const address = `http://${host}${request.url ?? '/'}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.pathname !== '/rpc') return { ok: false, status: '404 Not Found' };
  const shop = url.searchParams.get('shop');
  if (shop !== null && shop !== 'real' && shop !== 'practice') return { ok: false, status: '400 Bad Request' };
  return { ok: true, shop };
}

function refuse(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
