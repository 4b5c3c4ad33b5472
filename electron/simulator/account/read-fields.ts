import type { GraphAnswer, Refusal } from '../graph-answer.ts';
import type { Described } from './describe-account.ts';

/** `?fields=` of an object: those that were asked for, in their order, and the id; one that does not exist refuses all (100). */
export function readFields({ basic, all }: Described, url: URL): GraphAnswer | Refusal {
  const fields = url.searchParams.get('fields');
  if (fields === null) return { kind: 'json', status: 200, body: basic };
  const names = fields.split(',').map((name) => name.trim());
  const foreign = names.find((name) => !Object.hasOwn(all, name));
  if (foreign !== undefined) return { code: 100, details: `Tried accessing nonexisting field (${foreign})` };
  return { kind: 'json', status: 200, body: Object.fromEntries([...names.filter((name) => name !== 'id'), 'id'].map((name) => [name, all[name]])) };
}
