import { checkCarousel, checkCatalogMessage, checkProduct, checkProductList } from './check-articles.ts';
import { checkButtons, checkLink, checkList, checkNamed } from './check-choices.ts';
import { checkMedia } from './check-media.ts';
import type { MediaShelf } from './files/keep-media.ts';
import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

type Part = 'none' | 'optional' | 'required';
/** What may stand around the action of a kind. `text` headers hold words alone, `any` a file too. */
type Rule = { header: 'none' | 'text' | 'text required' | 'any'; body: Part; footer: Part; action: (action: Fields) => Fault | null };

const RULES: Readonly<Record<string, Rule>> = {
  button: { header: 'any', body: 'required', footer: 'optional', action: checkButtons },
  list: { header: 'text', body: 'required', footer: 'optional', action: checkList },
  cta_url: { header: 'any', body: 'required', footer: 'optional', action: checkLink },
  location_request_message: { header: 'none', body: 'required', footer: 'none', action: (action) => checkNamed(action, 'send_location') },
  request_contact_info: { header: 'none', body: 'required', footer: 'none', action: (action) => checkNamed(action, 'request_contact_info') },
  product: { header: 'none', body: 'optional', footer: 'optional', action: checkProduct },
  product_list: { header: 'text required', body: 'required', footer: 'optional', action: checkProductList },
  catalog_message: { header: 'none', body: 'required', footer: 'optional', action: checkCatalogMessage },
  carousel: { header: 'none', body: 'required', footer: 'none', action: checkCarousel },
};
/** Kinds that the real API takes, and the practice shop does not. */
const OTHER_KINDS = ['flow', 'address_message', 'order_details', 'order_status', 'call_permission_request', 'voice_call'];

/** Checks the object `interactive` of a send. */
export function checkInteractive(interactive: unknown, shelf: MediaShelf): Fault | null {
  if (interactive === undefined) return missing('interactive');
  if (!isObject(interactive)) return invalid('Param interactive must be a JSON object.');
  const { type, action } = interactive;
  if (type === undefined) return missing("interactive['type']");
  if (typeof type === 'string' && OTHER_KINDS.includes(type)) {
    return { kind: 'refused', refusal: { code: 131051, details: `The practice shop does not take ${type}.` } };
  }
  const rule = typeof type === 'string' && Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (rule === undefined) return invalid("Param interactive['type'] is not one of Meta's.");
  const { header, body, footer } = rule;
  const parts = { header: header !== 'none', body: body !== 'none', footer: footer !== 'none' };
  const allowed = ['type', 'action', ...Object.entries(parts).flatMap(([part, may]) => (may ? [part] : []))];
  const fault =
    unexpected(interactive, allowed, 'param "interactive"') ??
    checkHeader(interactive['header'], header, shelf) ??
    checkPart(interactive['body'], 'body', body, 1024) ??
    checkPart(interactive['footer'], 'footer', footer, 60);
  if (fault !== null) return fault;
  if (action === undefined) return missing("interactive['action']");
  return isObject(action) ? rule.action(action) : invalid("Param interactive['action'] must be a JSON object.");
}

function checkPart(part: unknown, name: string, rule: Part, longest: number): Fault | null {
  if (part === undefined) return rule === 'required' ? missing(`interactive['${name}']`) : null;
  if (!isObject(part)) return invalid(`Param interactive['${name}'] must be a JSON object.`);
  return unexpected(part, ['text'], `param "interactive['${name}']"`) ?? checkWords(part['text'], `interactive['${name}']['text']`, longest);
}

function checkHeader(header: unknown, rule: Rule['header'], shelf: MediaShelf): Fault | null {
  if (header === undefined) return rule === 'text required' ? missing("interactive['header']") : null;
  if (!isObject(header)) return invalid("Param interactive['header'] must be a JSON object.");
  const { type } = header;
  if (type === 'text') {
    return unexpected(header, ['type', 'text'], 'param "interactive[\'header\']"') ?? checkWords(header['text'], "interactive['header']['text']", 60);
  }
  if (rule === 'any' && (type === 'image' || type === 'video' || type === 'document')) {
    return unexpected(header, ['type', type], 'param "interactive[\'header\']"') ?? checkMedia(type, header[type], shelf);
  }
  return wrong("Param interactive['header']['type'] is not allowed here.");
}
