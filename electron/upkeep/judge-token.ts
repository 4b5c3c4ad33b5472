import type { ProofView } from '../../shared/contract/connection.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { isTokenEnding } from '../../shared/domain/token-warning.ts';
import type { MetaState } from './read-meta-state.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Without these nothing can be received or answered. */
const NEEDED_SCOPES = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** What Meta says of the access token, as it stands now: a token runs out between two looks as well. */
export function judgeToken({ token: { value, at, failure } }: Pick<MetaState, 'token'>, configured: boolean, now: number): ProofView {
  const proof: ProofView = { kind: 'token', state: 'unknown', at, reason: null, details: null, until: value?.expiresAt ?? null };
  const found = (state: ProofView['state'], reason: Reason, details: string | null = null): ProofView => ({ ...proof, state, reason, details });
  if (!configured) return found('unknown', 'not-configured');
  if (value === null) {
    if (failure === null) return proof;
    const refused = failure.reason === 'token-refused' || failure.reason === 'token-expired';
    return { ...found(refused ? 'bad' : 'unknown', failure.reason, failure.details), at: failure.at };
  }
  if (value.expiresAt !== null && value.expiresAt <= now) return found('bad', 'token-expired');
  if (!value.valid) return found('bad', value.fault?.reason ?? 'token-refused', value.fault?.details ?? null);
  if (value.type !== null && value.type !== 'SYSTEM_USER' && value.type !== 'USER') return found('bad', 'token-wrong-kind', value.type);
  const lacking = value.scopes.length === 0 ? [] : NEEDED_SCOPES.filter((scope) => !value.scopes.includes(scope));
  if (lacking.length > 0) return found('bad', 'permission-missing', lacking.join(', '));
  const life = value.expiresAt === null ? null : value.expiresAt - (value.issuedAt ?? now);
  if (value.type === 'USER' && life !== null && life <= 2 * DAY_MS) return found('warn', 'token-temporary');
  if (isTokenEnding(value.expiresAt, now)) return found('warn', 'token-expiring');
  // A look that found nobody leaves the answer before it to grow old; then the light says why.
  return { ...proof, state: 'good', reason: failure?.reason ?? null };
}
