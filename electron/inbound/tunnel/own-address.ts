import { createStateTeller } from './state-teller.ts';
import type { Tunnel } from './tunnel.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The public address, without a trailing slash, query or fragment; null when Meta could not use it (http counts on loopback alone). */
export function readOwnAddress(text: string): string | null {
  if (!URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (url.username !== '' || url.password !== '') return null;
  const usable = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return usable ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : null;
}

/** "My own public address": somebody else leads it here (a router, a reverse proxy), so it counts as up once it is well-formed. */
export function createOwnAddress(options: { publicUrl: string; now: () => number; log: (line: string) => void }): Tunnel {
  const teller = createStateTeller(options.log);
  return {
    start: () => {
      const url = readOwnAddress(options.publicUrl);
      if (url === null) teller.tell({ state: 'failed', reason: 'tunnel-address', details: null });
      else teller.tell({ state: 'up', url, since: options.now() });
    },
    stop: async () => {
      if (teller.state.state !== 'off') teller.tell({ state: 'off' });
    },
    get state() {
      return teller.state;
    },
    subscribe: teller.subscribe,
  };
}
