import { type LightAction, type ProofKind, PROOFS, type ProofState } from './link-proof.ts';
import type { Reason } from './reason.ts';

export type Proof = { kind: ProofKind; state: ProofState; /** Ms since epoch; null: never looked at. */ at: number | null; reason: Reason | null };
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'none';
export type Light = { tone: Tone; proof: ProofKind | null; reason: Reason | null; provedAt: number | null; action: LightAction | null };

/** How long a look stays a proof, ms: a little more than the pause to the next one, with its patience. */
export const FRESH_FOR: Partial<Record<ProofKind, number>> = {
  loop: 75_000,
  token: 12 * 60_000,
  callback: 12 * 60_000,
  subscribed: 12 * 60_000,
  number: 12 * 60_000,
  account: 12 * 60_000,
};
/** However fast the looks are made to be: one that is under way is no stale one. */
const LEAST_FRESH_MS = 3_000;

/** Without one of these nothing is proved. The others can only spoil the light. */
const NEEDED: ReadonlySet<ProofKind> = new Set(['server', 'tunnel', 'loop', 'token', 'callback', 'subscribed', 'signature'] as const);

/** What the button beside the sentence does; where nothing is named, looking again is all that there is. */
const ACTIONS: Partial<Record<Reason, LightAction>> = {
  'no-way-in': 'choose-way-in',
  'tunnel-token': 'choose-way-in',
  'tunnel-domain': 'choose-way-in',
  'tunnel-limit': 'choose-way-in',
  'tunnel-address': 'choose-way-in',
  'tunnel-missing': 'choose-way-in',
  'program-missing': 'choose-way-in',
  'funnel-off': 'choose-way-in',
  'loop-certificate': 'choose-way-in',
  'tunnel-network': 'restart-tunnel',
  'loop-unreachable': 'restart-tunnel',
  'loop-other': 'restart-tunnel',
  'not-registered': 'register',
  'callback-stale': 'register',
  'verify-failed': 'register',
  'not-subscribed': 'register',
  'fields-missing': 'register',
  'callback-elsewhere': 'take-over',
  'other-shopbell': 'take-over',
  'token-refused': 'enter-token',
  'token-temporary': 'enter-token',
  'token-expired': 'enter-token',
  'token-expiring': 'enter-token',
  'token-wrong-kind': 'enter-token',
  'permission-missing': 'enter-token',
  'secret-wrong': 'enter-secret',
  'signature-refused': 'enter-secret',
  'app-unknown': 'enter-secret',
  'no-account': 'set-up',
  'wrong-id': 'set-up',
  'number-not-registered': 'set-up',
  'number-elsewhere': 'open-meta',
  'number-not-connected': 'open-meta',
  'quality-low': 'open-meta',
  'account-limited': 'open-meta',
  'account-blocked': 'open-meta',
};

export type LightInput = {
  proofs: readonly Proof[];
  /** Whether anything is to lead here from the internet. */
  wayIn: boolean;
  /** First looks (after the start, or after sleep) are under way. */
  looking: boolean;
  /** Divides how long a look stays a proof; 1 in a shop. */
  pace: number;
  /** Where the address is asked more seldom than every minute: how long its look stays a proof, ms before the pace. */
  loopFreshFor?: number;
  now: number;
};

/**
 * The light, from the proofs. Red where one of them is bad, whatever the others say; amber where one is doubtful, one that is needed is lacking, or
 * older than it may be; green only where every needed one is good and fresh. A bad one stays bad until a look says otherwise.
 */
export function lightOfProofs(input: LightInput): Light {
  const proofs = PROOFS.flatMap((kind) => input.proofs.filter((proof) => proof.kind === kind));
  const server = proofs.find((proof) => proof.kind === 'server');
  if (!input.wayIn) {
    return server?.state === 'bad' ? told('bad', server) : { tone: 'none', proof: null, reason: null, provedAt: null, action: 'set-up' };
  }
  const bad = proofs.find((proof) => proof.state === 'bad');
  if (bad) return told('bad', bad);
  const connecting = proofs.some((proof) => proof.kind === 'tunnel' && proof.state === 'unknown');
  if (input.looking || connecting) return { tone: 'busy', proof: null, reason: null, provedAt: oldest(proofs), action: null };
  const doubtful = proofs.find((proof) => proof.state === 'warn' || (NEEDED.has(proof.kind) && (proof.state === 'unknown' || isStale(proof, input))));
  const lacking = [...NEEDED].find((kind) => !proofs.some((proof) => proof.kind === kind));
  if (doubtful) return told('warn', doubtful);
  if (lacking) return told('warn', { kind: lacking, state: 'unknown', at: null, reason: null });
  return { tone: 'good', proof: null, reason: null, provedAt: oldest(proofs), action: null };
}

/** Whether a good look is too old to be a proof. */
export function isStale({ kind, state, at }: Proof, { now, pace, loopFreshFor }: Pick<LightInput, 'now' | 'pace' | 'loopFreshFor'>): boolean {
  const fresh = kind === 'loop' ? (loopFreshFor ?? FRESH_FOR.loop) : FRESH_FOR[kind];
  if (fresh === undefined || state !== 'good') return false;
  // A look of the future: the clock was set back, and nobody knows how old it is.
  return at === null || at > now + LEAST_FRESH_MS || now - at > Math.max(fresh / pace, LEAST_FRESH_MS);
}

function told(tone: Tone, proof: Proof): Light {
  const reason = proof.reason ?? (proof.kind !== 'loop' && FRESH_FOR[proof.kind] !== undefined ? 'meta-unreachable' : null);
  return { tone, proof: proof.kind, reason, provedAt: proof.at, action: actionOf(proof.kind, reason) };
}

function actionOf(kind: ProofKind, reason: Reason | null): LightAction {
  if (reason === 'not-configured') return kind === 'signature' ? 'enter-secret' : kind === 'token' ? 'enter-token' : 'set-up';
  return (reason === null ? undefined : ACTIONS[reason]) ?? 'check-now';
}

function oldest(proofs: readonly Proof[]): number | null {
  const looks = proofs.flatMap(({ kind, state, at }) => (FRESH_FOR[kind] !== undefined && state === 'good' && at !== null ? [at] : []));
  return looks.length === 0 ? null : Math.min(...looks);
}
