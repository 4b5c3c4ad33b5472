import { type Fields, fieldsOf, objectsOf, textOf } from '../wire/tolerant.ts';
import { callGraph, type GraphAccess, type GraphFailure } from './graph-call.ts';

/** A template as Meta lists it; `components` is Meta's own list. */
export type ListedTemplate = {
  id: string | null;
  name: string;
  language: string;
  category: string;
  status: string;
  format: string | null;
  components: readonly unknown[];
  rejectedReason: string | null;
};

const FIELDS = 'id,name,language,status,category,parameter_format,components,rejected_reason';

/**
 * `GET /{waba}/message_templates`: a page of all of them, whatever their status, from the cursor that the page before gave (null: from the
 * beginning). `next` is null on the last page. Meta's own link to the next page is not followed: it carries the token.
 */
export async function fetchTemplatePage(
  access: GraphAccess,
  wabaId: string,
  after: string | null,
): Promise<{ ok: true; templates: ListedTemplate[]; next: string | null } | GraphFailure> {
  const query = new URLSearchParams({ fields: FIELDS, limit: '100', ...(after === null ? {} : { after }) });
  const answer = await callGraph({ access, path: `${encodeURIComponent(wabaId)}/message_templates?${query.toString()}`, timeoutMs: 30_000 });
  if (!answer.ok) return answer;
  const paging = fieldsOf(fieldsOf(answer.body)?.['paging']);
  const next = paging?.['next'] === undefined ? null : textOf(fieldsOf(paging['cursors'])?.['after']);
  return { ok: true, templates: objectsOf(fieldsOf(answer.body)?.['data']).flatMap((one) => readTemplate(one) ?? []), next };
}

function readTemplate(one: Fields): ListedTemplate | null {
  const name = textOf(one['name']);
  const language = textOf(one['language']) ?? textOf(fieldsOf(one['language'])?.['code']);
  if (name === null || language === null) return null;
  const rejected = textOf(one['rejected_reason']);
  return {
    id: textOf(one['id']),
    name,
    language: language.replace('-', '_'),
    category: textOf(one['category'])?.toUpperCase() ?? '',
    status: textOf(one['status'])?.toUpperCase() ?? '',
    format: textOf(one['parameter_format'])?.toUpperCase() ?? null,
    components: Array.isArray(one['components']) ? one['components'] : [],
    rejectedReason: rejected === 'NONE' ? null : rejected,
  };
}
