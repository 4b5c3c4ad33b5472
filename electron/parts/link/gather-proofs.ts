import type { ProofView } from '../../../shared/contract/connection.ts';
import { foreignCallback, judgeCallback, judgeSubscribed } from '../../upkeep/judge-callback.ts';
import { judgeLoop } from '../../upkeep/judge-loop.ts';
import { judgeAccount, judgeNumber } from '../../upkeep/judge-number.ts';
import { judgeSignatures } from '../../upkeep/judge-signatures.ts';
import { judgeToken } from '../../upkeep/judge-token.ts';
import { isRateLimited, type MetaState } from '../../upkeep/read-meta-state.ts';
import type { LoopState } from '../../upkeep/watch-loop.ts';
import type { Door } from '../start-door.ts';
import type { LinkFacts } from './keep-link-facts.ts';
import type { Failed } from './registrar.ts';

export type GatherOptions = {
  door: Door;
  facts: LinkFacts;
  tunnel: { kind(): string; address(): string | null; since(): number; proof(): ProofView };
  loop: () => LoopState;
  meta: () => MetaState;
  arrivals: () => ProofView;
  /** Whether another Shopbell answers at the callback that Meta keeps; null: not asked, or none stands there. */
  foreignIsShopbell: () => boolean | null;
  registrationFailed: () => Failed | null;
  /** Whether there is an access token, and an app secret, and since when that one is in force. */
  given: () => { token: boolean; secret: boolean; secretSince: number };
  signedAt: () => number | null;
  /** Of those, the last one that the app secret in force proves. */
  provedAt: () => number | null;
  clockSkew: () => number | null;
  /** When Meta's clock was last seen by a look of the watch. */
  clockToldAt: () => number | null;
  pace: number;
  now: () => number;
};

const CLOCK_WARN_MS = 60_000;
const CLOCK_BAD_MS = 5 * 60_000;

/** All proofs as they stand, in the order of PROOFS. */
export function gatherProofs(options: GatherOptions): ProofView[] {
  const { door, facts, tunnel, pace } = options;
  const now = options.now();
  const meta = options.meta();
  const address = tunnel.address();
  const signedAt = options.signedAt();
  const given = options.given();
  const metaAt = Math.max(signedAt ?? 0, facts.verifiedAt() ?? 0) || null;
  const registered = facts.registered();
  const inUseSince = registered !== null && registered.callbackUrl === address ? registered.at : tunnel.since();
  const callback = judgeCallback(meta, { callbackUrl: address, registered, foreignIsShopbell: options.foreignIsShopbell() });
  return [
    { kind: 'server', state: door.problem === null ? 'good' : 'bad', at: now, reason: door.problem, details: null, until: null },
    tunnel.proof(),
    judgeLoop(options.loop(), {
      own: tunnel.kind() === 'own',
      everAnswered: address !== null && facts.everAnswered(address),
      since: inUseSince,
      metaAt,
      pace,
      now,
    }),
    judgeVerified(facts, address, callback, options.registrationFailed()),
    patientToken(judgeToken(meta, given.token, now), meta),
    callback,
    judgeSubscribed(meta),
    judgeSignatures({
      configured: given.secret,
      refusals: door.refusals(),
      signedAt: options.provedAt(),
      since: given.secretSince,
      subscription: meta.subscription,
      pace,
      now,
    }),
    judgeNumber(meta),
    judgeAccount(meta),
    options.arrivals(),
    judgeClock(options.clockSkew(), options.clockToldAt()),
  ];
}

/** Where Meta asked for patience, the token is looked at as seldom as the rest; Meta counts that call apart, and takes it. */
function patientToken(token: ProofView, meta: MetaState): ProofView {
  return token.state === 'good' && token.reason === null && isRateLimited(meta) ? { ...token, reason: 'rate-limited' } : token;
}

/** The callback at Meta where it is another's. */
export function foreignOf({ meta, tunnel, facts }: Pick<GatherOptions, 'meta' | 'tunnel' | 'facts'>): string | null {
  return foreignCallback(meta(), tunnel.address(), facts.registered());
}

/** Meta called the address while it was registered; a failed call counts until the callback stands. */
function judgeVerified(facts: LinkFacts, address: string | null, callback: ProofView, failed: Failed | null): ProofView {
  const proof: ProofView = { kind: 'verified', state: 'unknown', at: null, reason: null, details: null, until: null };
  if (failed?.reason === 'verify-failed' && callback.state !== 'good') {
    return { ...proof, state: 'bad', at: failed.at, reason: 'verify-failed', details: failed.details };
  }
  const registered = facts.registered();
  const written = registered !== null && registered.callbackUrl === address ? registered.verifiedAt : null;
  const at = Math.max(facts.verifiedAt() ?? 0, written ?? 0) || null;
  return at === null ? proof : { ...proof, state: 'good', at };
}

function judgeClock(skew: number | null, at: number | null): ProofView {
  const proof: ProofView = { kind: 'clock', state: 'unknown', at, reason: null, details: null, until: null };
  if (skew === null) return proof;
  const off = Math.abs(skew);
  const state = off > CLOCK_BAD_MS ? 'bad' : off > CLOCK_WARN_MS ? 'warn' : 'good';
  return { ...proof, state, reason: state === 'good' ? null : 'clock-off', details: String(Math.round(skew / 1_000)) };
}
