import { fillFields, type TemplateShape } from '../../shared/domain/template-shape.ts';

type Fields = {
  headerFields: readonly string[];
  fields: readonly string[];
  buttonFields: readonly { index: number; type: string; text: string }[];
};
export type FilledTemplate = Fields & {
  names: readonly string[];
  headerNames: readonly string[];
  header: string | null;
  body: string;
  footer: string | null;
  buttons: readonly string[];
};

/**
 * A template's words as the customer sees them, and what is sent to fill it. Line breaks and gaps in fields are smoothed, as Meta wants it.
 * @param format Meta's `parameter_format`; where it told none, fields that are not numbers have names
 */
export function fillTemplate(shape: TemplateShape, format: string | null, given: Fields): FilledTemplate {
  const [fields, headerFields] = [given.fields.map(smooth), given.headerFields.map(smooth)];
  const named = (names: readonly string[]) => (format === 'NAMED' || (format === null && !names.every((name) => /^\d+$/.test(name))) ? names : []);
  return {
    fields,
    headerFields,
    buttonFields: given.buttonFields,
    names: named(shape.fields),
    headerNames: named(shape.headerFields),
    header: shape.headerText === null ? null : fillFields(shape.headerText, shape.headerFields, headerFields),
    body: fillFields(shape.body, shape.fields, fields),
    footer: shape.footer,
    buttons: shape.buttons.map(({ text }) => text),
  };
}

function smooth(field: string): string {
  return field.replaceAll(/\s+/gu, ' ').trim();
}
