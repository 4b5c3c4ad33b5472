import type { ShopKind } from '../../shared/contract/common.ts';
import type { ConnectionView, TunnelView } from '../../shared/contract/connection.ts';
import { startOfBusinessDay } from '../../shared/domain/business-day.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { callbackUrl } from '../inbound/tunnel/callback-url.ts';
import type { Tunnel } from '../inbound/tunnel/tunnel.ts';
import type { Store } from '../store/open-store.ts';
import type { LinkView } from './start-link.ts';

type Memory = { store: Store; outboxHold: Reason | null; now: number; day: { timeZone: string; businessDayStart: number } };
type WayIn = {
  /** Null where the webhook server could not listen. */
  port: number | null;
  problem: Reason | null;
  onprem: boolean;
  tunnel: { kind: ConnectionView['tunnelKind']; tunnel: Tunnel } | null;
  refused: ConnectionView['refused'];
  disk: Reason | null;
  clockSkew: number | null;
};
type Told = { link: LinkView; shop: ShopKind; missing: ConnectionView['missing']; screens: ConnectionView['screens'] };

/** Where Meta is to call; null while nothing leads here. */
export function callbackOf(state: TunnelView | undefined): string | null {
  return state?.state === 'up' ? callbackUrl(state.url) : null;
}

/** What the connection page shows of a line: its way in, what came, and what waits. */
export function viewLine({ store, outboxHold, now, day }: Memory, way: WayIn, { shop, missing, screens, link }: Told): ConnectionView {
  const state: TunnelView = way.tunnel?.tunnel.state ?? { state: 'off' };
  const metaTest = store.facts.get('meta_test_at');
  return {
    shop,
    ...link,
    webhook: { localUrl: way.port === null ? null : `http://127.0.0.1:${way.port}/webhook`, problem: way.problem, onprem: way.onprem },
    tunnelKind: way.tunnel?.kind ?? 'none',
    tunnel: state,
    callbackUrl: callbackOf(state),
    lastWebhookAt: store.webhookLog.lastAt(),
    webhooksToday: store.webhookLog.countSince(startOfBusinessDay(now, day)),
    metaTestAt: metaTest === null ? null : Number(metaTest),
    refused: way.refused,
    unread: store.webhookLog.unread(),
    parkedTicks: store.tickParking.count(),
    screens,
    outboxHold,
    outboxWaiting: store.outbox.waiting(),
    unknownMessages: store.messages.unknownCount(),
    disk: way.disk,
    missing,
    clockSkew: way.clockSkew === null ? null : Math.round(way.clockSkew),
  };
}
