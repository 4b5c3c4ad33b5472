import type { ConnectionView, GapView, LinkEntry } from '../../shared/contract/connection.ts';
import type { ShopKind } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import type { createFeed } from '../feed.ts';
import type { GraphAccess } from '../graph/graph-call.ts';
import type { Tunnel } from '../inbound/tunnel/tunnel.ts';
import type { Store } from '../store/open-store.ts';
import type { Door } from './start-door.ts';

export type LinkOptions = {
  shop: ShopKind;
  store: Store;
  feed: Pick<ReturnType<typeof createFeed>, 'publish' | 'subscribe'>;
  door: Door;
  /** What leads from the internet to the door now; null: nothing does. */
  tunnel: () => { kind: ConnectionView['tunnelKind']; tunnel: Tunnel } | null;
  /** Stops what leads here and starts it anew. */
  restartTunnel: () => Promise<void>;
  /** With the access token; null while something that a call needs is not set. */
  access: () => GraphAccess | null;
  /** The Meta app, and its secret in force; an empty id, or null: not known. */
  app: () => { id: string; secret: string | null };
  /** The verify token in force; made and stored first where there is none. */
  verifyToken: () => Promise<string>;
  account: () => { wabaId: string; phoneNumberId: string };
  values: () => Settings;
  missing: () => ConnectionView['missing'];
  /** How far this machine's clock is ahead of Meta's, ms; null: not known. */
  clockSkew: () => number | null;
  /** Divides the pauses between looks; 1 in a shop. */
  pace: number;
  now: () => number;
  /** 0 <= x < 1 */
  random: () => number;
  log: (line: string) => void;
};

/** What a page is shown of the way from Meta to here. */
export type LinkView = Pick<ConnectionView, 'light' | 'proofs' | 'registered' | 'foreignCallback' | 'gap'>;

/** Watches the way from Meta to this line: proves it, mends what this shop set itself, and tells what it cannot mend. */
export function startLink(options: LinkOptions) {
  const since = options.now();
  return {
    view: (): LinkView => ({
      light: { tone: 'busy', proof: null, reason: null, since, provedAt: null, metaAt: options.store.webhookLog.lastAt(), action: null },
      proofs: [],
      registered: null,
      foreignCallback: null,
      gap: null,
    }),
    /** Looks at every proof now; resolves when all were looked at. */
    checkNow: async (): Promise<void> => undefined,
    register: async (_takeOver: boolean): Promise<{ ok: true } | Refused> => ({ ok: false, reason: 'not-possible-here' }),
    /** Takes what this shop set at Meta away again. */
    release: async (): Promise<{ ok: true } | Refused> => ({ ok: false, reason: 'not-possible-here' }),
    log: (_before: number | undefined, _limit: number): { entries: LinkEntry[]; more: boolean } => ({ entries: [], more: false }),
    gaps: (): GapView[] => [],
    gapSeen: (_gapId: number): void => undefined,
    /** Meta (or whoever knows the verify token) has asked whether this is the callback. */
    verified: (): void => undefined,
    /** The computer slept. `asleepSince`: ms since epoch, where it is known. */
    woke: (_asleepSince: number | null): void => undefined,
    settingsChanged: (): void => undefined,
    stop: (): void => undefined,
  };
}
export type Link = ReturnType<typeof startLink>;
