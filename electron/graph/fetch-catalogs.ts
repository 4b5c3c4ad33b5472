import { fieldsOf, objectsOf, textOf, wholeOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

export type ConnectedCatalogue = { id: string; name: string | null };
const PAGES = 10;

/**
 * `GET /{waba}/product_catalogs`: the catalogues connected to a WhatsApp Business account (one, as Meta has it now). An empty list is also what
 * a token without the right to the catalogue is shown.
 */
export async function fetchCatalogs(access: GraphAccess, wabaId: string): Promise<{ ok: true; catalogues: ConnectedCatalogue[] } | GraphFailure> {
  const found = new Map<string, ConnectedCatalogue>();
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: string = new URLSearchParams({ fields: 'id,name', ...(after === null ? {} : { after }) }).toString();
    const answer = await callGraph({ access, path: `${encodeURIComponent(wabaId)}/product_catalogs?${query}`, timeoutMs: 20_000 });
    if (!answer.ok) return answer;
    const body = fieldsOf(answer.body);
    for (const one of objectsOf(body?.['data'])) {
      const id = textOf(one['id']);
      if (id !== null && !found.has(id)) found.set(id, { id, name: textOf(one['name']) });
    }
    const paging = fieldsOf(body?.['paging']);
    const next = paging?.['next'] === undefined ? null : textOf(fieldsOf(paging['cursors'])?.['after']);
    if (next === null || next === after) break;
    after = next;
  }
  return { ok: true, catalogues: [...found.values()] };
}

/** `GET /{catalog}`: what it is called, and how many articles Meta counts in it; null where it does not say. */
export async function fetchCatalogFacts(
  access: GraphAccess,
  catalogId: string,
): Promise<{ ok: true; name: string | null; products: number | null } | GraphFailure> {
  const answer = await callGraph({ access, path: `${encodeURIComponent(catalogId)}?fields=id,name,product_count`, timeoutMs: 20_000 });
  if (!answer.ok) return answer;
  const body = fieldsOf(answer.body);
  return { ok: true, name: textOf(body?.['name']), products: wholeOf(body?.['product_count']) };
}
