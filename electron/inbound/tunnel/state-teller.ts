import type { TunnelView } from '../../../shared/contract/connection.ts';
import type { Tunnel } from './tunnel.ts';

export type StateTeller = Pick<Tunnel, 'state' | 'subscribe'> & { tell(state: TunnelView): void };

/** Holds a tunnel's state and tells its changes. A listener that throws stops neither the tunnel nor the other listeners. */
export function createStateTeller(log: (line: string) => void): StateTeller {
  let current: TunnelView = { state: 'off' };
  const listeners = new Set<(state: TunnelView) => void>();
  return {
    get state() {
      return current;
    },
    tell: (state) => {
      current = state;
      for (const listener of listeners) {
        try {
          listener(state);
        } catch (error) {
          log(`A listener to the tunnel failed: ${error instanceof Error ? error.message : 'unknown'}`);
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
