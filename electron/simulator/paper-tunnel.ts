import { createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { TunnelView } from '../../shared/contract/connection.ts';
import type { Trouble } from '../../shared/contract/practice.ts';

type Target = { host: string; port: number };
export type TunnelFault = Trouble['tunnel'];

/** A way to the shop's webhook server by a public address of its own, made of paper: `start`, `stop`, `state` and `subscribe` as every tunnel has them. */
export type PaperTunnel = {
  start(target: Target): void;
  stop(): Promise<void>;
  readonly state: TunnelView;
  subscribe(listener: (state: TunnelView) => void): () => void;
  readonly fault: TunnelFault;
  behave(fault: TunnelFault): void;
  /**
   * Another public address; the old one leads nowhere.
   * @throws RangeError while it has none
   */
  readdress(): Promise<void>;
};

export type PaperTunnelOptions = {
  now: () => number;
  /** Pause until a cut one tries again. */
  retryMs?: number;
  /** How long a slow one keeps every request. */
  slowMs?: number;
};

const FOREIGN = '<!doctype html><html><head><title>Parked</title></head><body><h1>This address is for sale</h1></body></html>';

/** A real reverse proxy on a port of loopback, which is its public address. It keeps the port over a restart where it can, as a reserved domain would. */
export function createPaperTunnel({ now, retryMs = 2_000, slowMs = 4_000 }: PaperTunnelOptions): PaperTunnel {
  const listeners = new Set<(state: TunnelView) => void>();
  let state: TunnelView = { state: 'off' };
  let fault: TunnelFault = 'good';
  let target: Target | null = null;
  let port = 0;
  let timer: NodeJS.Timeout | undefined;
  const slow = new Set<NodeJS.Timeout>();
  // One after the other: a server that still closes holds the port that the next one wants.
  let turn: Promise<void> = Promise.resolve();

  const tell = (next: TunnelView): void => {
    state = next;
    for (const listener of listeners) listener(next);
  };

  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    if (target === null) {
      response.destroy();
      return;
    }
    const { url, method, headers } = request;
    const { host = '' } = headers;
    const sent = ask(
      { host: target.host, port: target.port, path: url, method, headers: { ...headers, 'x-forwarded-host': host, 'x-forwarded-proto': 'http' } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
      },
    );
    sent.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end('The tunnel’s agent found nobody to lead to')));
    // A caller who went away wants no answer any more.
    response.on('close', () => sent.destroy());
    request.pipe(sent);
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    switch (fault) {
      case 'good':
      case 'cut':
      case 'token-refused':
        pass(request, response);
        return;
      case 'slow': {
        const wait = setTimeout(() => {
          slow.delete(wait);
          pass(request, response);
        }, slowMs);
        slow.add(wait);
        return;
      }
      case 'foreign':
        request.resume();
        response.writeHead(request.method === 'GET' ? 200 : 405, { 'content-type': 'text/html; charset=utf-8' }).end(FOREIGN);
        return;
      case 'dead':
        // Taken, and never heard of again.
        request.resume();
    }
  };

  const server = createServer(answer);

  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const failed = (error: Error): void => reject(error);
      server.once('error', failed);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', failed);
        const address = server.address();
        if (address !== null && typeof address !== 'string') ({ port } = address);
        resolve();
      });
    });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const wait of slow) clearTimeout(wait);
      slow.clear();
      if (!server.listening) {
        resolve();
        return;
      }
      server.close(() => resolve());
      server.closeAllConnections();
    });

  const connect = async (): Promise<void> => {
    clearTimeout(timer);
    if (target === null) return;
    if (fault === 'token-refused') {
      await close();
      tell({ state: 'failed', reason: 'tunnel-token', details: 'The authentication token was revoked.' });
      return;
    }
    tell({ state: 'connecting', since: now() });
    if (fault === 'cut') {
      await close();
      timer = setTimeout(() => void inTurn(connect), retryMs);
      tell({ state: 'down', reason: 'tunnel-network', details: null, retryAt: now() + retryMs });
      return;
    }
    if (!server.listening) await listen(port).catch(() => listen(0));
    tell({ state: 'up', url: `http://127.0.0.1:${port}`, since: now() });
  };

  function inTurn(work: () => Promise<void>): Promise<void> {
    turn = turn.then(work);
    return turn;
  }

  return {
    start: (next) => {
      target = next;
      // A process that has died silently is another one after a restart.
      if (fault === 'dead') fault = 'good';
      void inTurn(connect);
    },
    stop: () => {
      target = null;
      clearTimeout(timer);
      return inTurn(async () => {
        await close();
        if (target === null && state.state !== 'off') tell({ state: 'off' });
      });
    },
    get state() {
      return state;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get fault() {
      return fault;
    },
    behave: (next) => {
      if (next === fault) return;
      const { state: is } = state;
      fault = next;
      // A dead, slow or foreign one goes on saying that it stands; a cut one comes back at its next try.
      if (next === 'cut' || next === 'token-refused' || is === 'failed') void inTurn(connect);
    },
    readdress: async () => {
      if (state.state !== 'up') throw new RangeError('A tunnel that does not stand has no address to change');
      await inTurn(async () => {
        await close();
        port = 0;
        await connect();
      });
    },
  };
}
