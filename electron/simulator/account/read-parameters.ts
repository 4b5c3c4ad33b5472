import type { GraphRequest } from '../answer-graph.ts';
import { isObject } from '../refuse-field.ts';

export type Parameters = (name: string) => string | null;

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join(',');
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** The parameters of a management call, which may stand in the query, in a form, or in a JSON object; the body goes before the query. Empty texts are kept. */
export function readParameters({ url, contentType, bytes, body }: GraphRequest): Parameters {
  const form = contentType?.startsWith('application/x-www-form-urlencoded') === true ? new URLSearchParams(bytes.toString('utf8')) : null;
  const json = isObject(body) ? body : null;
  return (name) => form?.get(name) ?? asText(json?.[name]) ?? url.searchParams.get(name);
}
