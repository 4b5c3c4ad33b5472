import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

const ACTION = "interactive['action']";

export function checkButtons(action: Fields): Fault | null {
  const extra = unexpected(action, ['buttons'], `param "${ACTION}"`);
  if (extra !== null) return extra;
  const name = `${ACTION}['buttons']`;
  const { buttons } = action;
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
    checkWords(reply['id'], `${name}['reply']['id']`, 256) ??
    checkWords(reply['title'], `${name}['reply']['title']`, 20)
  );
}

/** At most 10 sections with 10 rows in all; titles where there are several sections. */
export function checkList(action: Fields): Fault | null {
  const fault = unexpected(action, ['button', 'sections'], `param "${ACTION}"`) ?? checkWords(action['button'], `${ACTION}['button']`, 20);
  if (fault !== null) return fault;
  const { sections } = action;
  if (!Array.isArray(sections) || !sections.every(isObject)) return missing(`${ACTION}['sections']`);
  if (sections.length < 1 || sections.length > 10) return wrong('Invalid sections count. Min allowed sections: 1, Max allowed sections: 10');
  const ids = new Set<unknown>();
  for (const { title, rows } of sections) {
    if (title === undefined && sections.length > 1) return missing(`${ACTION}['sections']['title']`);
    const titled = title === undefined ? null : checkWords(title, `${ACTION}['sections']['title']`, 24);
    if (titled !== null) return titled;
    if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isObject)) return missing(`${ACTION}['sections']['rows']`);
    for (const row of rows) {
      const bad =
        checkWords(row['id'], `${ACTION}['sections']['rows']['id']`, 200) ??
        checkWords(row['title'], `${ACTION}['sections']['rows']['title']`, 24) ??
        (row['description'] === undefined ? null : checkWords(row['description'], `${ACTION}['sections']['rows']['description']`, 72));
      if (bad !== null) return bad;
      if (ids.has(row['id'])) return wrong(`Duplicate row id: ${String(row['id'])}`);
      ids.add(row['id']);
    }
  }
  return ids.size > 10 ? wrong('Total row count exceed max allowed count: 10') : null;
}

/** An action that only has a name. */
export function checkNamed(action: Fields, name: string): Fault | null {
  const extra = unexpected(action, ['name'], `param "${ACTION}"`);
  if (extra !== null) return extra;
  if (action['name'] === undefined) return missing(`${ACTION}['name']`);
  return action['name'] === name ? null : wrong(`Param ${ACTION}['name'] must be ${name}.`);
}

export function checkLink(action: Fields): Fault | null {
  if (action['name'] !== 'cta_url') return wrong(`Param ${ACTION}['name'] must be cta_url.`);
  const { parameters } = action;
  if (!isObject(parameters)) return missing(`${ACTION}['parameters']`);
  const fault =
    checkWords(parameters['display_text'], `${ACTION}['parameters']['display_text']`, 20) ??
    checkWords(parameters['url'], `${ACTION}['parameters']['url']`, 2000);
  return fault ?? (/^https?:\/\/\S+$/.test(String(parameters['url'])) ? null : wrong(`Param ${ACTION}['parameters']['url'] is not a valid URL.`));
}
