import type { ConnectionView, ProofView } from '../../../shared/contract/connection.ts';
import type { LinkEvent } from '../../../shared/domain/link-proof.ts';
import type { Reason } from '../../../shared/domain/reason.ts';
import { callbackUrl } from '../../inbound/tunnel/callback-url.ts';
import type { Tunnel } from '../../inbound/tunnel/tunnel.ts';

export type FollowTunnelOptions = {
  tunnel: () => { kind: ConnectionView['tunnelKind']; tunnel: Tunnel } | null;
  tell: (event: LinkEvent, more?: { proof?: 'tunnel'; reason?: Reason | null; details?: string | null }) => void;
  pace: number;
  now: () => number;
};

/** A link that breaks off mends itself within seconds, more often than not. */
const MENDS_MS = 10_000;
/** What has not come up until then leads nowhere, whatever it still tries; red is to be within a minute. */
const CONNECTS_MS = 45_000;
const LEAST_CONNECTS_MS = 8_000;

/** Follows what leads here: tells when it comes, goes, or comes at another address (`cameUp`: also at the same one), and what of it is proved. */
export function followTunnel({ tunnel, tell, pace, now }: FollowTunnelOptions) {
  let kind: ConnectionView['tunnelKind'] = 'none';
  let up = false;
  /** The last address, and since when it is that. */
  let address: string | null = null;
  let since = now();
  /** Since when it is to come up, and has not. */
  let pending: number | null = null;
  let down: { since: number; reason: Reason | null; details: string | null } | null = null;

  function follow(): { addressChanged: boolean; cameUp: boolean } {
    const standing = tunnel();
    if ((standing?.kind ?? 'none') !== kind) {
      kind = standing?.kind ?? 'none';
      down = null;
      pending = null;
      up = false;
    }
    const state = standing?.tunnel.state ?? { state: 'off' as const };
    switch (state.state) {
      case 'up': {
        const cameUp = !up || pending !== null || down !== null;
        down = null;
        pending = null;
        const next = callbackUrl(state.url);
        const changed = next !== address;
        if (changed && address !== null) tell('address-changed', { details: next });
        else if (!up) tell('tunnel-up', { details: next });
        up = true;
        if (changed) {
          address = next;
          since = now();
        }
        return { addressChanged: changed, cameUp };
      }
      case 'down':
      case 'failed': {
        const { reason, details } = state;
        if (up) tell('tunnel-lost', { proof: 'tunnel', reason, details });
        up = false;
        down = { since: down?.since ?? now(), reason, details };
        return { addressChanged: false, cameUp: false };
      }
      case 'connecting':
        pending ??= now();
        return { addressChanged: false, cameUp: false };
      case 'off':
        pending = null;
        return { addressChanged: false, cameUp: false };
    }
  }

  return {
    follow,
    kind: () => kind,
    /** The callback address while the tunnel stands; null: there is none. */
    address: (): string | null => {
      const state = tunnel()?.tunnel.state;
      return state?.state === 'up' ? callbackUrl(state.url) : null;
    },
    /** Since when the address is this one, as far as this run of the program knows. */
    since: () => since,
    proof(): ProofView {
      const proof: ProofView = { kind: 'tunnel', state: 'unknown', at: now(), reason: null, details: null, until: null };
      const standing = tunnel();
      if (standing === null) return { ...proof, reason: 'no-way-in' };
      const { state } = standing.tunnel;
      if (state.state === 'up') return { ...proof, state: 'good', at: state.since };
      const until = state.state === 'down' ? state.retryAt : null;
      if (down === null) {
        const tooLong = pending !== null && now() - pending >= Math.max(CONNECTS_MS / pace, LEAST_CONNECTS_MS);
        return tooLong ? { ...proof, state: 'bad', reason: 'tunnel-network' } : proof;
      }
      const lasting = state.state === 'failed' || now() - down.since >= MENDS_MS / pace;
      return { ...proof, state: lasting ? 'bad' : 'unknown', reason: down.reason, details: down.details, until };
    },
  };
}
