import type { Reason } from './reason.ts';

/** A template with what fills it, as far as Meta limits it. */
export type TemplateMessage = {
  name: string;
  language: string;
  fields: readonly string[];
  names: readonly string[];
  headerFields: readonly string[];
  headerNames: readonly string[];
  headerMedia: 'image' | 'video' | 'document' | null;
  headerProduct: { catalogId: string; retailerId: string } | null;
  buttonFields: readonly { index: number; type: string; text: string }[];
};

const FIELDS_LIMIT = 30;
/** Buttons that a field can be filled in for: the end of an address, or what comes back when it is pressed. */
export const FILLED_BUTTONS: ReadonlySet<string> = new Set(['url', 'quick_reply']);
const LAST_BUTTON = 9;

/**
 * Why Meta would not take a template whatever its text is; null where it might. It takes no empty field; line breaks are smoothed when it is
 * sent. Source: Meta's page on template messages (docs/wire.md).
 */
export function templateFault(template: TemplateMessage): Reason | null {
  const { name, language, fields, names, headerFields, headerNames, headerMedia, headerProduct, buttonFields } = template;
  if (!/^[a-z0-9_]{1,512}$/.test(name) || !/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language)) return 'template-problem';
  const filled = [...fields, ...headerFields, ...buttonFields.map(({ text }) => text)];
  if (headerProduct) filled.push(headerProduct.catalogId, headerProduct.retailerId);
  if (filled.some((field) => field.trim() === '')) return 'field-empty';
  const headers = [headerFields.length > 0, headerMedia !== null, headerProduct !== null].filter(Boolean).length;
  const fits =
    fields.length <= FIELDS_LIMIT &&
    headerFields.length <= 1 &&
    headers <= 1 &&
    named(names, fields.length) &&
    named(headerNames, headerFields.length) &&
    new Set(buttonFields.map(({ index }) => index)).size === buttonFields.length &&
    buttonFields.every(({ index, type }) => Number.isInteger(index) && index >= 0 && index <= LAST_BUTTON && FILLED_BUTTONS.has(type));
  return fits ? null : 'template-problem';
}

/** All fields have a name, each its own, or none has. */
function named(names: readonly string[], fields: number): boolean {
  return names.length === 0 || (names.length === fields && new Set(names).size === fields && names.every((name) => name !== ''));
}
