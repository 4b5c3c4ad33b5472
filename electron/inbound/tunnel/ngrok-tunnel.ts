import type { Session } from '@ngrok/ngrok';
import { readNgrokError } from './ngrok-errors.ts';
import { supervise } from './supervise.ts';
import type { Connect, LinkSigns, Target } from './supervise.ts';
import type { Tunnel } from './tunnel.ts';

/** Seconds, as the SDK counts them. Three missed ones are within the supervisor's patience. */
const HEARTBEAT = { interval: 10, tolerance: 15 };

export type NgrokOptions = {
  authtoken: string;
  /** Empty lets ngrok choose; the address is then told by the state. */
  domain: string;
  version: string;
  now: () => number;
  random: () => number;
  log: (line: string) => void;
};

/**
 * A tunnel by ngrok's own SDK, loaded only when it is wanted: it is a native module, and missing on some systems.
 * By `SessionBuilder`, not `forward()`: that one keeps a single session per process and ignores a second token silently.
 */
export function createNgrokTunnel(options: NgrokOptions): Tunnel {
  return supervise({
    connect: connectWith(options),
    readFault: (error) =>
      error instanceof MissingSdk ? { reason: 'tunnel-missing', details: null, cure: 'person' } : readNgrokError(error, options.authtoken),
    now: options.now,
    random: options.random,
    log: options.log,
  });
}

class MissingSdk extends Error {}

function connectWith(options: NgrokOptions): Connect {
  return async (target, signs) => {
    const { SessionBuilder } = await import('@ngrok/ngrok').catch(() => {
      throw new MissingSdk();
    });
    const session = await new SessionBuilder()
      .authtoken(options.authtoken)
      .clientInfo('shopbell', options.version)
      .heartbeatInterval(HEARTBEAT.interval)
      .heartbeatTolerance(HEARTBEAT.tolerance)
      .handleHeartbeat(() => signs.alive())
      .handleDisconnection((_address, error) => reportDisconnection(signs, error, options.authtoken))
      .connect();
    try {
      return { url: await listen(session, target, options.domain), close: () => session.close() };
    } catch (error) {
      // Without a listener the session still counts against the account's limit.
      await session.close().catch(() => undefined);
      throw error;
    }
  };
}

/** Always true: on false the SDK raises an error that nobody can catch, and writes to standard output. */
function reportDisconnection(signs: LinkSigns, error: string, authtoken: string): boolean {
  signs.broken(readNgrokError(error, authtoken));
  return true;
}

async function listen(session: Session, target: Target, domain: string): Promise<string> {
  const endpoint = session.httpEndpoint();
  if (domain !== '') endpoint.domain(domain);
  // The scheme is needed: the SDK reads this as a URL.
  const listener = await endpoint.listenAndForward(`http://${target.host}:${target.port}`);
  const url = listener.url();
  if (url === null) throw new Error('ngrok gave no address');
  return url;
}
