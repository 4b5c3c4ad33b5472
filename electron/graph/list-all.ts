import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

const PAGES = 20;

/** `GET` of an edge, page after page until there is none. @param path with a query already */
export async function listAll(access: GraphAccess, path: string): Promise<{ ok: true; entries: Fields[] } | GraphFailure> {
  const entries: Fields[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer = await callGraph({ access, path: after === null ? path : `${path}&after=${encodeURIComponent(after)}`, timeoutMs: 20_000 });
    if (!answer.ok) return answer;
    const body = fieldsOf(answer.body);
    entries.push(...objectsOf(body?.['data']));
    const paging = fieldsOf(body?.['paging']);
    const next = paging?.['next'] === undefined ? null : textOf(fieldsOf(paging['cursors'])?.['after']);
    if (next === null || next === after) break;
    after = next;
  }
  return { ok: true, entries };
}
