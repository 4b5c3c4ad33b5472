import type { ProofView } from '../../shared/contract/connection.ts';
import type { InspectedRefusal } from '../../shared/contract/inspector.ts';
import type { MetaState } from './read-meta-state.ts';

export type SignatureFacts = {
  /** Whether there is an app secret. */
  configured: boolean;
  refusals: readonly InspectedRefusal[];
  /** When a webhook that the secret in force proves last came; null: never. */
  signedAt: number | null;
  /** Since when the secret is this one; 0: for long. */
  since: number;
  subscription: MetaState['subscription'];
  pace: number;
  now: number;
};

/** So long Meta's word for the secret stands against a request that only says it is Meta's. */
const WORD_STANDS_MS = 12 * 60_000;
/** From so many on, something of Meta's comes that is signed by another app. */
const TOO_MANY = 3;

/** Requests with a wrong signature that bear the name of Meta's, since the last right one and since the secret was entered. */
export function mismatchesOf({ refusals, signedAt, since }: Pick<SignatureFacts, 'refusals' | 'signedAt' | 'since'>): readonly InspectedRefusal[] {
  return refusals.filter(({ why, likeMeta, at }) => why === 'mismatch' && likeMeta && at > Math.max(signedAt ?? 0, since));
}

/**
 * Whether the app secret is the right one. A webhook that it proves says so, and Meta where it takes the app's own token, which is made of it. Anybody can
 * send a wrong signature under Meta's name: against Meta's fresh word that alone turns nothing red.
 */
export function judgeSignatures(facts: SignatureFacts): ProofView {
  const { signedAt, since, subscription, now, pace } = facts;
  const proof: ProofView = { kind: 'signature', state: 'unknown', at: null, reason: null, details: null, until: null };
  if (!facts.configured) return { ...proof, state: 'bad', reason: 'not-configured' };
  const { failure } = subscription;
  const confirmedAt = subscription.value === null ? null : subscription.at;
  const signed = signedAt !== null && signedAt >= since ? signedAt : null;
  const at = Math.max(confirmedAt ?? 0, signed ?? 0) || null;
  const mismatches = mismatchesOf(facts);
  if (failure?.reason === 'secret-wrong' && failure.at > (signed ?? 0))
    return { ...proof, state: 'bad', at: failure.at, reason: 'secret-wrong', details: failure.details };
  const [last] = mismatches;
  if (last) {
    const sure = confirmedAt !== null && now - confirmedAt < WORD_STANDS_MS / pace;
    if (!sure) return { ...proof, state: 'bad', at: last.at, reason: 'signature-refused' };
    if (mismatches.length >= TOO_MANY) return { ...proof, state: 'warn', at: last.at, reason: 'signature-refused' };
  }
  return { ...proof, state: at === null ? 'unknown' : 'good', at, reason: at === null ? (failure?.reason ?? null) : null };
}
