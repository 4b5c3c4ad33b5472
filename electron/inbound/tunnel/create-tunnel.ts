import type { Settings } from '../../../shared/contract/settings.ts';
import { createNgrokTunnel } from './ngrok-tunnel.ts';
import { createOwnAddress } from './own-address.ts';
import { createStateTeller } from './state-teller.ts';
import type { Tunnel } from './tunnel.ts';

export type CreateTunnelOptions = {
  settings: Pick<Settings, 'tunnel' | 'publicUrl' | 'ngrokDomain'>;
  /** Null when there is none. */
  ngrokToken: string | null;
  version: string;
  now: () => number;
  /** 0 <= x < 1 */
  random: () => number;
  log: (line: string) => void;
};

/** The tunnel that the settings ask for. Nothing connects before `start`. Changed settings want a new tunnel. */
export function createTunnel(options: CreateTunnelOptions): Tunnel {
  const { settings, ngrokToken, version, now, random, log } = options;
  switch (settings.tunnel) {
    case 'none':
      return createNoTunnel(log);
    case 'own':
      return createOwnAddress({ publicUrl: settings.publicUrl, now, log });
    case 'cloudflared':
    case 'tailscale':
      return createUnknown(log);
    case 'ngrok':
      if (ngrokToken === null) return createTokenless(log);
      return createNgrokTunnel({ authtoken: ngrokToken, domain: settings.ngrokDomain.trim(), version, now, random, log });
  }
}

function createNoTunnel(log: (line: string) => void): Tunnel {
  const { state, subscribe } = createStateTeller(log);
  return { start: () => undefined, stop: async () => undefined, state, subscribe };
}

/** Not made yet. */
function createUnknown(log: (line: string) => void): Tunnel {
  return createNoTunnel(log);
}

/** ngrok is wanted, but its token was not entered yet. */
function createTokenless(log: (line: string) => void): Tunnel {
  const teller = createStateTeller(log);
  return {
    start: () => teller.tell({ state: 'failed', reason: 'tunnel-token', details: null }),
    stop: async () => {
      if (teller.state.state !== 'off') teller.tell({ state: 'off' });
    },
    get state() {
      return teller.state;
    },
    subscribe: teller.subscribe,
  };
}
