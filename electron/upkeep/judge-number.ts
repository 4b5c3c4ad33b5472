import type { ProofView } from '../../shared/contract/connection.ts';
import type { Reason } from '../../shared/domain/reason.ts';
import { whyUnknown } from './judge-callback.ts';
import type { MetaState } from './read-meta-state.ts';

/** Meta's words for a number that works with a limit, and for one that does not; it has more than are documented. */
const TROUBLED = new Set(['FLAGGED', 'RATE_LIMITED', 'RESTRICTED', 'WARNED']);
const BROKEN = new Set(['OFFLINE', 'DISCONNECTED', 'DELETED', 'BANNED', 'MIGRATED']);

/** Whether the number is connected here, and of what quality and limit; both stand in `details`. */
export function judgeNumber({ phone }: Pick<MetaState, 'phone'>): ProofView {
  const { value, at, failure } = phone;
  const proof: ProofView = { kind: 'number', state: 'unknown', at, reason: null, details: null, until: null };
  if (value === null) {
    const wrong = failure?.reason === 'wrong-id' || failure?.reason === 'bad-parameter';
    return { ...proof, ...whyUnknown(phone), state: wrong ? 'bad' : 'unknown', reason: wrong ? 'wrong-id' : (failure?.reason ?? null) };
  }
  const told = [value.quality, value.limit].filter((word) => word !== null).join(', ') || null;
  const found = (state: ProofView['state'], reason: Reason | null, details = told): ProofView => ({ ...proof, state, reason, details });
  if (value.platform === 'ON_PREMISE') return found('bad', 'number-elsewhere', value.platform);
  if (value.platform === 'NOT_APPLICABLE') return found('bad', 'number-not-registered', value.platform);
  if (value.status !== null && TROUBLED.has(value.status)) return found('warn', 'quality-low', [value.status, told].filter(Boolean).join(', '));
  if (value.status !== null && BROKEN.has(value.status)) return found('bad', 'number-not-connected', value.status);
  if (value.quality === 'RED') return found('warn', 'quality-low');
  if (value.status !== null && value.status !== 'CONNECTED' && value.platform !== 'CLOUD_API') return found('unknown', null, value.status);
  return found('good', failure?.reason ?? null);
}

/** Whether the account may send: Meta's own health check of all that a message passes. */
export function judgeAccount({ phone }: Pick<MetaState, 'phone'>): ProofView {
  const health = phone.value?.health ?? null;
  const proof: ProofView = { kind: 'account', state: 'unknown', at: phone.at, reason: null, details: null, until: null };
  if (health === null) return phone.value === null ? { ...proof, ...whyUnknown(phone) } : proof;
  const words = health.entities.flatMap(({ errors, information }) => [
    ...errors.flatMap(({ description, solution }) => description ?? solution ?? []),
    ...information,
  ]);
  const details = words[0]?.slice(0, 300) ?? null;
  if (health.canSend === 'BLOCKED') return { ...proof, state: 'bad', reason: 'account-blocked', details };
  if (health.canSend === 'LIMITED') return { ...proof, state: 'warn', reason: 'account-limited', details };
  return { ...proof, state: health.canSend === 'AVAILABLE' ? 'good' : 'unknown', details };
}
