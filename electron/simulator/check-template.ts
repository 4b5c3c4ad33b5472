import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';
import { TEMPLATES } from './templates.ts';

/** A filled body beside other components is at most this long. */
const FIELD_LIMIT = 1024;

/** Checks the object `template` of a send against the account's approved ones: 132001 for one that is not there, 132000 for a wrong number of fields. */
export function checkTemplate(template: unknown): Fault | null {
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
  const known = TEMPLATES.find((one) => one.name === name && one.languages.includes(String(code)));
  if (!known) return refused(132001, `template name (${String(name)}) does not exist in ${String(code)}`);
  const texts = readParameters(components);
  if ('refusal' in texts) return texts;
  if (texts.length !== known.fields)
    return refused(132000, `body: number of localizable_params (${texts.length}) does not match the expected number of params (${known.fields})`);
  return texts.map(checkText).find((found) => found !== null) ?? null;
}

function refused(code: number, details: string): Fault {
  return { kind: 'refused', refusal: { code, details } };
}

/** The parameters of the body, the only component that these templates have fields in. */
function readParameters(components: unknown): Fields[] | Fault {
  if (components === undefined) return [];
  if (!Array.isArray(components)) return invalid("Param template['components'] must be a list.");
  const [body, ...others] = components as unknown[];
  if (body === undefined) return [];
  if (!isObject(body)) return invalid("Param template['components'] must hold JSON objects.");
  if (others.length > 0 || body['type'] !== 'body') return refused(132012, 'Parameter format does not match format in the created template');
  const { parameters } = body;
  if (!Array.isArray(parameters) || !parameters.every(isObject)) return missing("template['components'][0]['parameters']");
  return parameters;
}

function checkText(parameter: Fields): Fault | null {
  if (parameter['type'] !== 'text') return refused(132012, 'Parameter format does not match format in the created template');
  const { text } = parameter;
  const fault = unexpected(parameter, ['type', 'text'], 'a parameter') ?? checkWords(text, "template['components'][0]['parameters']['text']", FIELD_LIMIT);
  if (fault !== null) return fault;
  return /[\n\r\t]| {5}/.test(String(text)) ? wrong('Param text cannot have new-line/tab characters or more than 4 consecutive spaces') : null;
}
