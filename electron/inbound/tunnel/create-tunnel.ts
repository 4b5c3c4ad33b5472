import type { Settings } from '../../../shared/contract/settings.ts';
import { createCloudflaredTunnel } from './cloudflared-tunnel.ts';
import type { Machine } from './find-program.ts';
import { createNgrokTunnel } from './ngrok-tunnel.ts';
import { createOwnAddress } from './own-address.ts';
import { createStateTeller } from './state-teller.ts';
import { createTailscaleFunnel } from './tailscale-funnel.ts';
import type { Tunnel } from './tunnel.ts';

/** What of the settings a tunnel is made by: where one of these changes, a new tunnel is wanted. */
export const TUNNEL_SETTINGS = [
  'tunnel',
  'publicUrl',
  'ngrokDomain',
  'cloudflaredPath',
  'cloudflaredHostname',
  'tailscalePath',
  'funnelPort',
] as const satisfies (keyof Settings)[];

export type CreateTunnelOptions = {
  settings: Pick<Settings, (typeof TUNNEL_SETTINGS)[number]>;
  /** Null when there is none. */
  ngrokToken: string | null;
  cloudflaredToken: string | null;
  version: string;
  now: () => number;
  /** 0 <= x < 1 */
  random: () => number;
  log: (line: string) => void;
  /** Left out: this one. */
  machine?: Machine;
};

/** The tunnel that the settings ask for. Nothing connects before `start`. Changed settings want a new tunnel. */
export function createTunnel(options: CreateTunnelOptions): Tunnel {
  const { settings, ngrokToken, cloudflaredToken, version, now, random, log } = options;
  const machine = options.machine ?? { platform: process.platform, environment: process.env };
  switch (settings.tunnel) {
    case 'none':
      return createNoTunnel(log);
    case 'own':
      return createOwnAddress({ publicUrl: settings.publicUrl, now, log });
    case 'cloudflared': {
      if (cloudflaredToken === null) return createTokenless(log);
      const { cloudflaredPath: path, cloudflaredHostname: hostname } = settings;
      return createCloudflaredTunnel({ token: cloudflaredToken, path, hostname, machine, now, random, log });
    }
    case 'tailscale':
      return createTailscaleFunnel({ path: settings.tailscalePath, port: settings.funnelPort, machine, now, random, log });
    case 'ngrok':
      if (ngrokToken === null) return createTokenless(log);
      return createNgrokTunnel({ authtoken: ngrokToken, domain: settings.ngrokDomain.trim(), version, now, random, log });
  }
}

function createNoTunnel(log: (line: string) => void): Tunnel {
  const { state, subscribe } = createStateTeller(log);
  return { start: () => undefined, stop: async () => undefined, state, subscribe };
}

/** A token is wanted, but it was not entered yet. */
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
