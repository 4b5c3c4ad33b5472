import { randomBytes } from 'node:crypto';
import type { LinkEvent } from '../../../shared/domain/link-proof.ts';
import type { GraphAccess } from '../../graph/graph-call.ts';
import type { LinkRow } from '../../store/connection-log.ts';
import { keepGaps } from '../../upkeep/keep-gaps.ts';
import { watchArrivals } from '../../upkeep/watch-arrivals.ts';
import { watchLoop } from '../../upkeep/watch-loop.ts';
import { watchMeta } from '../../upkeep/watch-meta.ts';
import { followTunnel } from './follow-tunnel.ts';
import { foreignOf, type GatherOptions } from './gather-proofs.ts';
import { keepLinkFacts } from './keep-link-facts.ts';
import type { LinkOptions } from './link-options.ts';
import { loopPace } from './loop-pace.ts';
import { createRegistrar } from './registrar.ts';
import { createRepair } from './repair.ts';

export type Tell = (event: LinkEvent, more?: Partial<Pick<LinkRow, 'proof' | 'reason' | 'details'>>) => void;
/** `think`: something was seen that the light is to be thought over for. `secretSince`: since when the app secret is this one. */
type Given = { tell: Tell; think: () => void; secretSince: () => number };

/** Until somebody who did not say who it is is asked again. */
const BUSY_MS = 5_000;
const LEAST_BUSY_MS = 500;

/** All that looks at the way from Meta to a line, and what mends it, joined. */
export function watchWay(options: LinkOptions, { tell, think, secretSince }: Given) {
  const { store, door, values, pace, now } = options;
  const facts = keepLinkFacts(store);
  const startedAt = now();
  const nonce = () => randomBytes(16).toString('hex');
  let foreign: { url: string; owner: string } | null = null;
  let clockToldAt: number | null = null;

  const access = (): GraphAccess | null => {
    const given = options.access();
    return given && { ...given, onDate: toldClock };
  };
  const toldClock = (metaTime: number): void => {
    clockToldAt = now();
    options.onDate(metaTime);
  };
  const account = () => ({ ...options.account(), wabaId: options.account().wabaId || store.facts.get('waba_id') || '' });
  const way = followTunnel({ tunnel: options.tunnel, tell, pace, now });
  const arrivals = watchArrivals({ countSince: store.webhookLog.countSince, lastAt: store.webhookLog.lastAt, timeZone: () => options.day().timeZone, now });
  const gaps = keepGaps({ store, onGap: (cause, beganAt) => tell('gap', { details: `${cause} ${beganAt}` }), pace, now });
  const loop = watchLoop({
    address: way.address,
    probeKey: door.probeKey,
    every: () => loopPace(way.address()).every,
    pace,
    nonce,
    now,
    onLook: (state) => {
      if (state.address !== null && state.goodAt !== null) facts.setAnswered(state.address, state.goodAt);
      think();
    },
  });
  const meta = watchMeta({
    asked: () => ({ access: access(), app: options.app(), account: account(), now }),
    pace,
    onLook: () => {
      askForeign();
      think();
    },
    log: options.log,
  });
  const registrar = createRegistrar({
    access,
    app: () => ({ id: options.app().id || meta.state().appId, secret: options.app().secret }),
    account: () => ({ ...account(), wabaId: account().wabaId || meta.state().wabaId }),
    verifyToken: options.verifyToken,
    address: way.address,
    facts,
    probeKey: door.probeKey,
    nonce,
    tell,
    now,
  });
  const repair = createRepair({
    allowed: () => values().repairAtMeta && options.access() !== null,
    kind: way.kind,
    address: way.address,
    loop: loop.state,
    meta: meta.state,
    foreignIsOwn: () => foreign?.owner === 'own',
    facts,
    registrar,
    restartTunnel: options.restartTunnel,
    lookAgain: meta.look,
    tell,
    pace,
    now,
    log: options.log,
  });
  const gathered: GatherOptions = {
    door,
    facts,
    tunnel: way,
    loop: loop.state,
    meta: meta.state,
    arrivals: () => arrivals.proof(Math.max(startedAt, gaps.lastEnd() ?? 0)),
    foreignIsShopbell: () => (foreign === null ? null : foreign.owner === 'other-shopbell'),
    registrationFailed: registrar.failed,
    given: () => ({ token: options.access() !== null, secret: options.app().secret !== null, secretSince: secretSince() }),
    signedAt: store.lastSigns.signedAt,
    provedAt: store.lastSigns.provedAt,
    clockSkew: options.clockSkew,
    clockToldAt: () => clockToldAt,
    pace,
    now,
  };

  /** Whose address is it that stands at Meta in place of this shop's? Asked at every look at Meta: whoever answered once may be gone. */
  function askForeign(): void {
    const url = foreignOf(gathered);
    if (url === null) foreign = null;
    else {
      if (foreign?.url !== url) foreign = { url, owner: 'unknown' };
      void registrar.askOwner(url).then((owner) => {
        if (foreign?.url !== url) return;
        if (owner === 'busy') {
          if (foreign.owner === 'unknown') setTimeout(askForeign, Math.max(BUSY_MS / pace, LEAST_BUSY_MS)).unref();
          return;
        }
        foreign = { url, owner };
        think();
      });
    }
  }

  return {
    facts,
    way,
    gaps,
    loop,
    meta,
    registrar,
    repair,
    gathered,
    /** When Meta itself was last here: a signed webhook, or its verification. */
    metaAt: (): number | null => Math.max(store.lastSigns.signedAt() ?? 0, facts.verifiedAt() ?? 0) || null,
  };
}
