import { fieldsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

export type AccountFacts = {
  wabaId: string;
  name: string | null;
  /** ISO 4217. */
  currency: string | null;
  /** Meta's own number of a time zone. */
  timeZoneId: string | null;
};

/** `GET /{waba}`: what an account is called, and what it is counted in. */
export async function readAccount(access: GraphAccess, wabaId: string): Promise<{ ok: true; account: AccountFacts } | GraphFailure> {
  const answer = await callGraph({ access, path: `${encodeURIComponent(wabaId)}?fields=id,name,currency,timezone_id`, timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const body = fieldsOf(answer.body);
  return { ok: true, account: { wabaId, name: textOf(body?.['name']), currency: textOf(body?.['currency']), timeZoneId: textOf(body?.['timezone_id']) } };
}
