import type { GraphAccess, GraphFailure } from './graph-call.ts';
import { listAll } from './list-all.ts';
import { NUMBER_FIELDS, type NumberFacts, readNumberFacts } from './read-number-facts.ts';

/** `GET /{waba}/phone_numbers`: all numbers of an account, each once. */
export async function listPhoneNumbers(access: GraphAccess, wabaId: string): Promise<{ ok: true; numbers: NumberFacts[] } | GraphFailure> {
  const answer = await listAll(access, `${encodeURIComponent(wabaId)}/phone_numbers?fields=${NUMBER_FIELDS}&limit=100`);
  if (!answer.ok) return answer;
  const numbers = answer.entries.flatMap((entry) => readNumberFacts(entry) ?? []);
  return { ok: true, numbers: [...new Map(numbers.map((number) => [number.phoneNumberId, number])).values()] };
}
