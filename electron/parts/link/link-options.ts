import type { ConnectionView } from '../../../shared/contract/connection.ts';
import type { ShopKind } from '../../../shared/contract/common.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { createFeed } from '../../feed.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import type { Tunnel } from '../../inbound/tunnel/tunnel.ts';
import type { Store } from '../../store/open-store.ts';
import type { Door } from '../start-door.ts';

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
  day: () => { timeZone: string };
  missing: () => ConnectionView['missing'];
  /** How far this machine's clock is ahead of Meta's, ms; null: not known. */
  clockSkew: () => number | null;
  /** Told Meta's clock, ms since epoch. */
  onDate: (metaTime: number) => void;
  /** Divides the pauses between looks; 1 in a shop. */
  pace: number;
  now: () => number;
  /** 0 <= x < 1 */
  random: () => number;
  log: (line: string) => void;
};
