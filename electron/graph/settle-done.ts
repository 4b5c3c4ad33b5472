import { fieldsOf } from '../wire/tolerant.ts';
import type { GraphAnswer, GraphFailure } from './graph-call.ts';

export type Done = { ok: true } | GraphFailure;

/** Of calls that do something: `{"success":true}`. Anything else is no proof that it was done. */
export function settleDone(answer: GraphAnswer): Done {
  if (!answer.ok) return answer;
  const success = fieldsOf(answer.body)?.['success'];
  return success === true || success === 'true' ? { ok: true } : { ok: false, kind: 'unknown', cause: 'an answer without success' };
}
