import type { ProofView } from '../../shared/contract/connection.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import type { ProbeFault } from './probe-address.ts';
import type { LoopState } from './watch-loop.ts';

export type LoopFacts = {
  /** `own`: somebody else leads the address here, and a router may not lead a call from inside back in. */
  own: boolean;
  /** Whether this address ever answered a call from here. */
  everAnswered: boolean;
  /** Since when this is the address. */
  since: number;
  /** When Meta last reached this shop; null: never. */
  metaAt: number | null;
  pace: number;
  now: number;
};

/** So long after Meta was here a failing look proves nothing against it. */
const META_PROVES_MS = 10 * 60_000;
/** For an address that cannot be asked from inside at all. */
const META_PROVES_OWN_MS = 24 * 60 * 60_000;

const REASONS: Readonly<Record<Exclude<ProbeFault, 'busy'>, Reason>> = {
  unreachable: 'loop-unreachable',
  certificate: 'loop-certificate',
  other: 'loop-other',
  shopbell: 'loop-other',
};

/**
 * What the looks at the own address prove. A failed one is no proof of a fault where Meta was here since it began to fail; nor where an
 * address of one's own never answered from inside, and Meta came by it: many routers answer such calls themselves, or not at all.
 */
export function judgeLoop(loop: LoopState, facts: LoopFacts): ProofView {
  const proof: ProofView = { kind: 'loop', state: 'unknown', at: loop.at, reason: null, details: loop.details, until: null };
  if (loop.address === null || loop.at === null) return proof;
  if (loop.fault === null) return { ...proof, state: 'good' };
  const { metaAt, now, pace } = facts;
  const cameSince = metaAt !== null && metaAt >= (loop.failingSince ?? loop.at) && now - metaAt < META_PROVES_MS / pace;
  const neverAnswers = facts.own && !facts.everAnswered && metaAt !== null && metaAt >= facts.since && now - metaAt < META_PROVES_OWN_MS / pace;
  return cameSince || neverAnswers ? { ...proof, state: 'warn', reason: 'loop-blocked' } : { ...proof, state: 'bad', reason: REASONS[loop.fault] };
}
