import type { Sendable } from '../../shared/domain/send-limits.ts';
import type { HeaderParameter, Template, TemplateComponent } from '../wire/send-types.ts';

type TemplateContent = Extract<Sendable, { kind: 'template' }>;

/** The object `template` of a send call. @param file what stands in its header, uploaded */
export function writeTemplate(content: TemplateContent, file: { id: string; filename: string | null } | null): Template {
  const header = writeHeader(content, file);
  const body = content.fields.map((field, index) => text(field, content.names[index]));
  const components: TemplateComponent[] = [
    ...(header.length > 0 ? [{ type: 'header' as const, parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body' as const, parameters: body }] : []),
    ...content.buttonFields.map(writeButton),
  ];
  const { name, language } = content;
  return { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) };
}

function writeHeader({ headerFields, headerNames, headerMedia, headerProduct }: TemplateContent, file: { id: string; filename: string | null } | null) {
  if (headerProduct) {
    const product = { product_retailer_id: headerProduct.retailerId, catalog_id: headerProduct.catalogId };
    return [{ type: 'product', product }] satisfies HeaderParameter[];
  }
  if (headerMedia === null || !file) return headerFields.map((field, index) => text(field, headerNames[index]));
  return [writeFile(headerMedia, file)];
}

function writeFile(media: 'image' | 'video' | 'document', { id, filename }: { id: string; filename: string | null }): HeaderParameter {
  switch (media) {
    case 'image':
      return { type: 'image', image: { id } };
    case 'video':
      return { type: 'video', video: { id } };
    case 'document':
      return { type: 'document', document: { id, ...(filename === null ? {} : { filename }) } };
  }
}

function writeButton({ index, type, text: words }: TemplateContent['buttonFields'][number]): TemplateComponent {
  const place = { type: 'button' as const, index: String(index) };
  return type === 'quick_reply'
    ? { ...place, sub_type: 'quick_reply', parameters: [{ type: 'payload', payload: words }] }
    : { ...place, sub_type: 'url', parameters: [{ type: 'text', text: smooth(words) }] };
}

function text(field: string, name: string | undefined) {
  return { type: 'text' as const, ...(name === undefined ? {} : { parameter_name: name }), text: smooth(field) };
}

/** Meta refuses line breaks, tabs and long gaps in a field. */
function smooth(field: string): string {
  return field.trim().replaceAll(/\s+/g, ' ');
}
