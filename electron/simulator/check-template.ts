import { checkMedia } from './check-media.ts';
import { unknownOf } from './check-articles.ts';
import type { MediaShelf } from './files/keep-media.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';
import { fieldsOfText, type PracticeTemplate, TEMPLATES } from './templates.ts';

/** A filled text is at most so long; of a body that stands alone more is taken. */
const HEADER_LIMIT = 60;
const BODY_LIMIT = 1024;
const BODY_ALONE_LIMIT = 32_768;

/**
 * Checks the object `template` of a send against the account's: 132001 for one that is not there or not approved, 132015 for a paused one, 132000 for
 * a wrong number of fields, 132012 for another form than it was made in, 132005 for a filled text that is too long, 132018 for a field of more lines.
 */
export function checkTemplate(template: unknown, shelf: MediaShelf): Fault | null {
  if (template === undefined) return missing('template');
  if (!isObject(template)) return invalid('Param template must be a JSON object.');
  const { name, language, components } = template;
  const fault = unexpected(template, ['name', 'language', 'components'], 'param "template"') ?? checkWords(name, "template['name']", 512);
  if (fault !== null) return fault;
  if (language === undefined) return missing("template['language']");
  if (!isObject(language)) return invalid("Param template['language'] must be a JSON object.");
  const { code } = language;
  const spoken = unexpected(language, ['code', 'policy'], 'param "template[\'language\']"') ?? checkWords(code, "template['language']['code']", 20);
  if (spoken !== null) return spoken;
  const known = findTemplate(template);
  if (known?.status === 'PAUSED') return refused(132015, `template ${String(name)} is paused because of low quality`);
  if (known?.status !== 'APPROVED') return refused(132001, `template name (${String(name)}) does not exist in ${String(code)}`);
  const parts = components ?? [];
  if (!Array.isArray(parts) || !parts.every(isObject)) return invalid("Param template['components'] must be a list of JSON objects.");
  const foreign = parts.find(({ type }) => type !== 'header' && type !== 'body' && type !== 'button');
  if (foreign !== undefined) return mismatch();
  return checkHeader(known, parts, shelf) ?? checkBody(known, parts) ?? checkButtons(known, parts);
}

/** The template that a send names, whatever its status. */
export function findTemplate(template: unknown): PracticeTemplate | undefined {
  if (!isObject(template) || !isObject(template['language'])) return undefined;
  const { name, language } = template;
  return TEMPLATES.find((one) => one.name === name && one.language === language['code']);
}

function refused(code: number, details: string): Fault {
  return { kind: 'refused', refusal: { code, details } };
}

function mismatch(): Fault {
  return refused(132012, 'Parameter format does not match format in the created template');
}

function parametersOf(parts: readonly Fields[], type: string): Fields[] | null {
  const part = parts.find((one) => one['type'] === type);
  if (part === undefined) return [];
  const { parameters } = part;
  return Array.isArray(parameters) && parameters.every(isObject) ? parameters : null;
}

function checkHeader({ header }: PracticeTemplate, parts: readonly Fields[], shelf: MediaShelf): Fault | null {
  const parameters = parametersOf(parts, 'header');
  if (parameters === null) return missing("template['components']['parameters']");
  const given = parts.some(({ type }) => type === 'header');
  if (header === undefined) return given ? mismatch() : null;
  if (header.format === 'TEXT') return checkTexts(parameters, header.text, 'header', HEADER_LIMIT);
  const [first] = parameters;
  if (parameters.length !== 1 || first === undefined) {
    return refused(132012, `header: Format mismatch, expected ${header.format}, received UNKNOWN`);
  }
  const format = header.format.toLowerCase();
  if (first['type'] !== format) return refused(132012, `header: Format mismatch, expected ${header.format}, received ${String(first['type']).toUpperCase()}`);
  if (format === 'image' || format === 'video' || format === 'document') return checkMedia(format, first[format], shelf);
  const product = first['product'];
  const id = isObject(product) ? product['product_retailer_id'] : undefined;
  const fault = checkWords(id, "template['components']['parameters']['product']['product_retailer_id']", 100);
  return fault ?? (unknownOf([String(id)]).length === 0 ? null : wrong(`Products not found in FB Catalog: ${String(id)}`));
}

function checkBody({ header, body, footer, buttons }: PracticeTemplate, parts: readonly Fields[]): Fault | null {
  const alone = header === undefined && footer === undefined && buttons === undefined;
  const parameters = parametersOf(parts, 'body');
  return parameters === null ? missing("template['components']['parameters']") : checkTexts(parameters, body, 'body', alone ? BODY_ALONE_LIMIT : BODY_LIMIT);
}

function checkTexts(parameters: readonly Fields[], text: string, where: string, longest: number): Fault | null {
  const fields = fieldsOfText(text);
  if (parameters.length !== fields.length) {
    return refused(132000, `${where}: number of localizable_params (${parameters.length}) does not match the expected number of params (${fields.length})`);
  }
  const named = fields.some((field) => !/^\d+$/.test(field));
  for (const parameter of parameters) {
    if (parameter['type'] !== 'text') return mismatch();
    const own = parameter['parameter_name'];
    if (named ? !fields.includes(String(own)) : own !== undefined)
      return refused(132012, `${where}: Parameter name is missing or empty, or not the template's`);
    const extra = unexpected(parameter, ['type', 'text', 'parameter_name'], 'a parameter');
    const fault = extra ?? checkWords(parameter['text'], `template['components']['${where}']['text']`, Infinity);
    if (fault !== null) return fault;
    if (/[\n\r\t]| {5}/.test(String(parameter['text'])))
      return refused(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces');
  }
  const names = new Set(parameters.map((parameter) => parameter['parameter_name']));
  if (named && names.size !== fields.length) return mismatch();
  const valueOf = (field: string): string =>
    String((named ? parameters.find((one) => one['parameter_name'] === field) : parameters[fields.indexOf(field)])?.['text']);
  const filled = text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, field: string) => valueOf(field)).length;
  return filled > longest ? refused(132005, `${where}: Translated text has ${filled} characters; at most ${longest} are allowed`) : null;
}

/** An address with a field needs one; a quick reply may carry a payload. */
function checkButtons({ buttons = [] }: PracticeTemplate, parts: readonly Fields[]): Fault | null {
  const given = parts.filter(({ type }) => type === 'button');
  for (const part of given) {
    const button = buttons[Number(part['index'])];
    if (button === undefined || String(part['sub_type']).toUpperCase() !== button.type) return mismatch();
    const parameter = Array.isArray(part['parameters']) ? (part['parameters'] as unknown[])[0] : undefined;
    const wanted = button.type === 'URL' ? 'text' : 'payload';
    if (!isObject(parameter) || parameter['type'] !== wanted) return mismatch();
    const fault = checkWords(parameter[wanted], `template['components']['button']['${wanted}']`, 2000);
    if (fault !== null) return fault;
  }
  const open = buttons.findIndex(
    (button, index) => button.type === 'URL' && button.url.includes('{{') && !given.some((part) => Number(part['index']) === index),
  );
  return open === -1 ? null : refused(131008, `buttons: Button at index ${open} of type Url requires a parameter`);
}
