/** What stands in a template, as far as this program can fill it. Texts hold `{{1}}` or `{{name}}` where a field is. */
export type TemplateShape = {
  header: 'none' | 'text' | 'image' | 'video' | 'document' | 'location' | 'product';
  headerText: string | null;
  body: string;
  footer: string | null;
  /** `type` is Meta's word, such as QUICK_REPLY, URL, PHONE_NUMBER; `field`: its address ends in a field. */
  buttons: { type: string; text: string; url: string | null; field: boolean }[];
  /** Names of the fields in the order in which they are sent. */
  headerFields: string[];
  fields: string[];
  canSend: boolean;
};

type Fields = Readonly<Record<string, unknown>>;
const FIELD = /\{\{\s*([\w.-]+)\s*\}\}/g;
const HEADERS = { TEXT: 'text', IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document', LOCATION: 'location', PRODUCT: 'product' } as const;
/** Buttons that need nothing from us when they are sent, or a text at the end of an address. */
const BUTTONS: ReadonlySet<string> = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'VOICE_CALL']);
const KNOWN: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']);

/**
 * Reads Meta's list of components, whatever is in it.
 * Source: Meta's pages on templates (docs/wire.md).
 */
export function readTemplate(components: unknown, category: string): TemplateShape {
  const list = Array.isArray(components) ? components.filter((one): one is Fields => typeof one === 'object' && one !== null) : [];
  const part = (type: string) => list.find((one) => upper(one['type']) === type);
  const head = part('HEADER');
  const header = head === undefined ? 'none' : (HEADERS[upper(head['format']) as keyof typeof HEADERS] ?? null);
  const headerText = header === 'text' ? textOf(head?.['text']) : null;
  const body = textOf(part('BODY')?.['text']) ?? '';
  const given = part('BUTTONS')?.['buttons'];
  const buttons = (Array.isArray(given) ? given : [])
    .filter((one): one is Fields => typeof one === 'object' && one !== null)
    .map((one) => {
      const url = textOf(one['url']);
      return { type: upper(one['type']), text: textOf(one['text']) ?? '', url, field: url !== null && fieldNames(url).length > 0 };
    });
  const canSend =
    header !== null &&
    header !== 'location' &&
    body !== '' &&
    category.toUpperCase() !== 'AUTHENTICATION' &&
    list.every((one) => KNOWN.has(upper(one['type']))) &&
    buttons.every(({ type }) => BUTTONS.has(type));
  return {
    header: header ?? 'none',
    headerText,
    body,
    footer: textOf(part('FOOTER')?.['text']),
    buttons,
    headerFields: headerText === null ? [] : fieldNames(headerText),
    fields: fieldNames(body),
    canSend,
  };
}

/** Names of the fields of a text, each once: numbered ones by their number, others as they come first. */
export function fieldNames(text: string): string[] {
  const names = [...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name))];
  return names.every((name) => /^\d+$/.test(name)) ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}

/** A text with its fields filled, as the customer sees it; a field without a value stays as it is. @param names as `fieldNames` gives them */
export function fillFields(text: string, names: readonly string[], values: readonly string[]): string {
  return text.replaceAll(FIELD, (written, name: string) => {
    const value = values[names.indexOf(name)];
    return value === undefined || value.trim() === '' ? written : value.trim();
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function upper(value: unknown): string {
  return typeof value === 'string' ? value.toUpperCase() : '';
}
