import { Buffer } from 'node:buffer';
import type { Refusal } from './graph-answer.ts';
import { fieldsOfText, hasNames, type PracticeTemplate, TEMPLATES } from './templates.ts';

export type TemplateListing = { kind: 'listed'; answer: unknown } | { kind: 'refused'; refusal: Refusal };

const FIELDS = ['id', 'name', 'language', 'status', 'category', 'parameter_format', 'components', 'rejected_reason', 'quality_score'];

function exampleOf(text: string): Record<string, unknown> {
  const fields = fieldsOfText(text);
  if (fields.length === 0) return {};
  if (fields.some((field) => !/^\d+$/.test(field))) {
    return { example: { body_text_named_params: fields.map((field) => ({ param_name: field, example: field })) } };
  }
  return { example: { body_text: [fields.map((field) => `Example ${field}`)] } };
}

function componentsOf({ header, body, footer, buttons }: PracticeTemplate): Record<string, unknown>[] {
  return [
    ...(header === undefined ? [] : [{ type: 'HEADER', ...header }]),
    { type: 'BODY', text: body, ...exampleOf(body) },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons === undefined ? [] : [{ type: 'BUTTONS', buttons }]),
  ];
}

function whole(template: PracticeTemplate, index: number): Record<string, unknown> {
  const { name, language, status, category, rejectedReason } = template;
  return {
    name,
    language,
    status,
    category,
    parameter_format: hasNames(template) ? 'NAMED' : 'POSITIONAL',
    components: componentsOf(template),
    rejected_reason: rejectedReason ?? 'NONE',
    quality_score: { score: 'GREEN' },
    id: `59${String(4_168_000_000_000 + index * 8_191)}`,
  };
}

function cursor(index: number): string {
  return Buffer.from(`template:${index}`).toString('base64url');
}

function refused(code: number, details: string): TemplateListing {
  return { kind: 'refused', refusal: { code, details } };
}

/** `GET /{waba}/message_templates`: a page of the account's templates. A cursor that leads nowhere is 131059. */
export function listTemplates(url: URL): TemplateListing {
  const asked = url.searchParams;
  const names = (asked.get('fields') ?? 'name,language,status,category,components').split(',').map((name) => name.trim());
  const foreign = names.find((name) => !FIELDS.includes(name));
  if (foreign !== undefined) return refused(100, `Tried accessing nonexisting field (${foreign}) on node type (WhatsAppMessageTemplate)`);
  const limit = Number(asked.get('limit') ?? '25');
  if (!Number.isInteger(limit) || limit < 1) return refused(100, 'Param limit must be a whole number above 0.');
  const found = TEMPLATES.map(whole).filter((template) =>
    ['name', 'status', 'language', 'category'].every((name) => asked.get(name) === null || asked.get(name) === template[name]),
  );
  const after = asked.get('after');
  const start = after === null ? 0 : found.findIndex((_, index) => cursor(index) === after) + 1;
  if (after !== null && start === 0) return refused(131059, 'The cursor is not valid any more; start over without it.');
  const page = found.slice(start, start + limit);
  const data = page.map((template) => Object.fromEntries([...new Set([...names, 'id'])].map((name) => [name, template[name]])));
  if (page.length === 0) return { kind: 'listed', answer: { data } };
  const last = start + page.length - 1;
  const cursors = { before: cursor(start), after: cursor(last) };
  if (last + 1 >= found.length) return { kind: 'listed', answer: { data, paging: { cursors } } };
  const next = new URL(url);
  next.searchParams.set('after', cursors.after);
  return { kind: 'listed', answer: { data, paging: { cursors, next: next.href } } };
}
