import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

const BODY_LIMIT = 1024;
const TITLE_LIMIT = 20;
const ID_LIMIT = 256;
/** Kinds that the real API takes, and the practice shop does not. */
const OTHER_KINDS = ['product', 'product_list', 'catalog_message', 'carousel', 'list', 'cta_url', 'flow', 'address_message', 'request_contact_info'];

/** Checks the object `interactive` of a send: reply buttons or a location request. */
export function checkInteractive(interactive: unknown): Fault | null {
  if (interactive === undefined) return missing('interactive');
  if (!isObject(interactive)) return invalid('Param interactive must be a JSON object.');
  const { type } = interactive;
  if (type === undefined) return missing("interactive['type']");
  if (typeof type === 'string' && OTHER_KINDS.includes(type))
    return { kind: 'refused', refusal: { code: 131051, details: `The practice shop takes reply buttons and location requests only, not ${type}.` } };
  if (type !== 'button' && type !== 'location_request_message') return invalid("Param interactive['type'] is not one of Meta's.");
  const allowed = type === 'button' ? ['type', 'header', 'body', 'footer', 'action'] : ['type', 'body', 'action'];
  return unexpected(interactive, allowed, 'param "interactive"') ?? checkBody(interactive) ?? checkAction(type, interactive['action']);
}

function checkBody({ body }: Fields): Fault | null {
  if (body === undefined) return missing("interactive['body']");
  if (!isObject(body)) return invalid("Param interactive['body'] must be a JSON object.");
  return unexpected(body, ['text'], 'param "interactive[\'body\']"') ?? checkWords(body['text'], "interactive['body']['text']", BODY_LIMIT);
}

function checkAction(type: 'button' | 'location_request_message', action: unknown): Fault | null {
  if (action === undefined) return missing("interactive['action']");
  if (!isObject(action)) return invalid("Param interactive['action'] must be a JSON object.");
  if (type === 'button') return unexpected(action, ['buttons'], 'param "interactive[\'action\']"') ?? checkButtons(action['buttons']);
  const extra = unexpected(action, ['name'], 'param "interactive[\'action\']"');
  if (extra !== null) return extra;
  if (action['name'] === undefined) return missing("interactive['action']['name']");
  return action['name'] === 'send_location' ? null : wrong("Param interactive['action']['name'] must be send_location.");
}

function checkButtons(buttons: unknown): Fault | null {
  const name = "interactive['action']['buttons']";
  if (buttons === undefined) return missing(name);
  if (!Array.isArray(buttons)) return invalid(`Param ${name} must be a list.`);
  if (buttons.length < 1 || buttons.length > 3) return wrong('Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3');
  const ids = new Set<unknown>();
  const titles = new Set<unknown>();
  for (const button of buttons as unknown[]) {
    const fault = checkButton(button, name);
    if (fault !== null) return fault;
    const reply = (button as { reply: Fields }).reply;
    if (ids.has(reply['id'])) return wrong(`Duplicate button id: ${String(reply['id'])}`);
    if (titles.has(reply['title'])) return wrong(`Duplicate button title: ${String(reply['title'])}`);
    ids.add(reply['id']);
    titles.add(reply['title']);
  }
  return null;
}

function checkButton(button: unknown, name: string): Fault | null {
  if (!isObject(button)) return invalid(`Param ${name} must hold JSON objects.`);
  const extra = unexpected(button, ['type', 'reply'], `param "${name}"`);
  if (extra !== null) return extra;
  if (button['type'] !== 'reply') return wrong(`Param ${name}['type'] must be one of {REPLY}.`);
  const { reply } = button;
  if (reply === undefined) return missing(`${name}['reply']`);
  if (!isObject(reply)) return invalid(`Param ${name}['reply'] must be a JSON object.`);
  return (
    unexpected(reply, ['id', 'title'], `param "${name}['reply']"`) ??
    checkWords(reply['id'], `${name}['reply']['id']`, ID_LIMIT) ??
    checkWords(reply['title'], `${name}['reply']['title']`, TITLE_LIMIT)
  );
}
