import type { Reason } from '../../shared/domain/reason.ts';
import type { GraphFailure } from './graph-call.ts';

/** What a failure comes to, and the other side's own words. */
export type Explained = { ok: false; reason: Reason; details: string | null };

/** A management call that failed: one that never got through is Meta's silence, not the shop's fault. */
export function explainFailure(failure: GraphFailure): Explained {
  switch (failure.kind) {
    case 'refused':
      return { ok: false, reason: failure.reason, details: failure.details };
    case 'not-sent':
      return { ok: false, reason: 'meta-unreachable', details: failure.cause };
    case 'unknown':
      return { ok: false, reason: failure.cause.startsWith('HTTP ') ? 'meta-trouble' : 'meta-unreachable', details: failure.cause };
  }
}

/** Meta's texts (2026) where the code alone says too little; codes 100 and 200 mean a dozen things. */
const WORDS: readonly (readonly [RegExp, Reason])[] = [
  [/callback verification failed|not reachable or invalid/i, 'verify-failed'],
  [/invalid callback ur[il]|override_callback_uri must/i, 'tunnel-address'],
  [/malicious and\/or abusive/i, 'tunnel-domain'],
  [/must be subscribed to receive messages/i, 'not-subscribed'],
  [/app access.?token/i, 'token-wrong-kind'],
];

/** A refused registration (2.1 to 3.4 of Meta's pages on webhooks): what stands in its text goes before its code. */
export function explainRegistration(failure: GraphFailure): Explained {
  const explained = explainFailure(failure);
  const worded = failure.kind === 'refused' && WORDS.find(([words]) => words.test(failure.details ?? ''));
  return worded ? { ...explained, reason: worded[1] } : explained;
}

/** A call with the app's own token: a token that is refused there is a wrong secret, or another app's. */
export function explainAppCall(failure: GraphFailure): Explained {
  const explained = explainRegistration(failure);
  if (explained.reason === 'token-refused' || explained.reason === 'token-expired' || explained.reason === 'token-wrong-kind')
    return { ...explained, reason: 'secret-wrong' };
  if (explained.reason === 'wrong-id') return { ...explained, reason: 'app-unknown' };
  return explained;
}
