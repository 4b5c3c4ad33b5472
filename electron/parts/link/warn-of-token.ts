import type { ProofView } from '../../../shared/contract/connection.ts';
import type { LinkEvent } from '../../../shared/domain/link-proof.ts';
import { tokenWarning } from '../../../shared/domain/token-warning.ts';
import type { LinkFacts } from './keep-link-facts.ts';

/** Tells 7, 3 and 1 days before the access token runs out; each once, also over restarts. */
export function warnOfToken(
  { until, state }: Pick<ProofView, 'until' | 'state'>,
  {
    facts,
    tell,
    now,
  }: { facts: LinkFacts; tell: (event: LinkEvent, more: { proof: 'token'; reason: 'token-expiring'; details: string }) => void; now: () => number },
): void {
  if (until === null || state === 'bad') return;
  const days = tokenWarning(until, now(), facts.tokenTold());
  if (days === null) return;
  facts.setTokenTold({ expiresAt: until, days });
  tell('token-warning', { proof: 'token', reason: 'token-expiring', details: String(days) });
}
