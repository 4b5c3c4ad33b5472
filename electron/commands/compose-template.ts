import type { Outgoing } from '../../shared/contract/chats.ts';
import type { Refused } from '../../shared/domain/reason.ts';
import { BARE_TEMPLATE } from '../../shared/domain/send-limits.ts';
import { readTemplate, type TemplateShape } from '../../shared/domain/template-shape.ts';
import type { Store } from '../store/open-store.ts';
import type { StoredContent } from '../store/stored-content.ts';
import type { OutgoingMedia } from '../store/media.ts';
import { takeFile } from './compose-media.ts';
import { fillTemplate } from './fill-template.ts';
import type { TakeUpload } from './take-upload.ts';

type TemplateContent = Extract<StoredContent, { kind: 'template' }>;
type Given = Extract<Outgoing, { kind: 'template' }>;

const MEDIA_HEADERS = { image: 'image', video: 'video', document: 'document' } as const;

/**
 * A template of the account, filled: only an approved one, each of its fields with something in it, its file where its header wants one. Of
 * an article in the header `headerFields` are the catalogue's id and the article's number.
 */
export function composeTemplate(
  { store, takeUpload }: { store: Store; takeUpload: TakeUpload },
  given: Given,
): { ok: true; content: TemplateContent; file: OutgoingMedia | null } | Refused {
  const row = store.templates.get(given.name, given.language);
  if (!row) return { ok: false, reason: 'template-missing' };
  if (row.status !== 'APPROVED') return { ok: false, reason: 'template-not-approved' };
  const shape = readTemplate(JSON.parse(row.components), row.category);
  if (!shape.canSend) return { ok: false, reason: 'not-supported' };
  const [catalogId = '', retailerId = ''] = given.headerFields;
  const headerMedia = shape.header in MEDIA_HEADERS ? MEDIA_HEADERS[shape.header as keyof typeof MEDIA_HEADERS] : null;
  const headerProduct = shape.header === 'product' ? { catalogId, retailerId } : null;
  const headerFields = headerProduct ? [] : given.headerFields;
  const fault = countFault(shape, { ...given, headerFields });
  if (fault !== null) return { ok: false, reason: fault };
  if (headerMedia !== null && given.headerUploadId === null) return { ok: false, reason: 'field-empty' };
  const taken = headerMedia === null || given.headerUploadId === null ? null : takeFile(takeUpload, given.headerUploadId, headerMedia);
  if (taken && !taken.ok) return taken;
  const buttonFields = given.buttonFields.map(({ index, text }) => ({ index, type: shape.buttons[index]?.type.toLowerCase() ?? '', text: text.trim() }));
  const filled = fillTemplate(shape, row.format, { headerFields, fields: given.fields, buttonFields });
  const { name, language } = row;
  const content: TemplateContent = { kind: 'template', ...BARE_TEMPLATE, name, language, ...filled, headerMedia, headerProduct };
  return { ok: true, content, file: taken?.file ?? null };
}

/** Too few fields are empty ones; too many, or for buttons that take none, are another template's. */
function countFault(shape: TemplateShape, { headerFields, fields, buttonFields }: Given): 'field-empty' | 'template-problem' | null {
  if (fields.length < shape.fields.length || headerFields.length < shape.headerFields.length) return 'field-empty';
  if (fields.length > shape.fields.length || headerFields.length > shape.headerFields.length) return 'template-problem';
  if (shape.buttons.some(({ field }, index) => field && !buttonFields.some((one) => one.index === index))) return 'field-empty';
  const takes = (index: number) => shape.buttons[index]?.field === true || shape.buttons[index]?.type === 'QUICK_REPLY';
  return buttonFields.every(({ index }) => takes(index)) ? null : 'template-problem';
}
