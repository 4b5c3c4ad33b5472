import { checkWords, type Fault, type Fields, invalid, isObject, missing, unexpected, wrong } from './refuse-field.ts';

const CONTACTS_LIMIT = 257;

/** One picture, keycaps and flags included. */
function isEmoji(text: string): boolean {
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text) && [...new Intl.Segmenter('en').segment(text)].length === 1;
}

function checkCoordinate(value: unknown, name: string, largest: number): Fault | null {
  if (value === undefined) return missing(`location['${name}']`);
  if (typeof value !== 'string' && typeof value !== 'number') return invalid(`Param location['${name}'] must be a string.`);
  const degrees = Number(value);
  return value === '' || !Number.isFinite(degrees) || Math.abs(degrees) > largest ? wrong(`Param location['${name}'] is not a valid coordinate.`) : null;
}

export function checkLocation(location: unknown): Fault | null {
  if (location === undefined) return missing('location');
  if (!isObject(location)) return invalid('Param location must be a JSON object.');
  const extra = unexpected(location, ['latitude', 'longitude', 'name', 'address'], 'param "location"');
  if (extra !== null) return extra;
  const words = (['name', 'address'] as const)
    .map((name) => (location[name] === undefined ? null : checkWords(location[name], `location['${name}']`, 1000)))
    .find((fault) => fault !== null);
  return words ?? checkCoordinate(location['latitude'], 'latitude', 90) ?? checkCoordinate(location['longitude'], 'longitude', 180);
}

/** At most 257 cards, each with its formatted name and one more part of it. */
export function checkContacts(contacts: unknown): Fault | null {
  if (contacts === undefined) return missing('contacts');
  if (!Array.isArray(contacts)) return invalid('Param contacts must be a list.');
  if (contacts.length < 1 || contacts.length > CONTACTS_LIMIT) return wrong(`Param contacts must hold 1 to ${CONTACTS_LIMIT} contacts.`);
  for (const contact of contacts as unknown[]) {
    if (!isObject(contact)) return invalid('Param contacts must hold JSON objects.');
    const { name } = contact;
    if (!isObject(name)) return missing("contacts['name']");
    const fault = checkWords(name['formatted_name'], "contacts['name']['formatted_name']", 1000);
    if (fault !== null) return fault;
    if (!['first_name', 'last_name', 'middle_name', 'prefix', 'suffix'].some((part) => name[part] !== undefined))
      return missing("contacts['name']['first_name']");
  }
  return null;
}

/** The form of a reaction alone; whether its target is known is asked when it is taken. */
export function checkReaction(reaction: unknown, whole: Fields): Fault | null {
  if (reaction === undefined) return missing('reaction');
  if (!isObject(reaction)) return invalid('Param reaction must be a JSON object.');
  const extra = unexpected(reaction, ['message_id', 'emoji'], 'param "reaction"');
  if (extra !== null) return extra;
  if (whole['context'] !== undefined) return invalid('Unexpected key "context" on the request.');
  const fault = checkWords(reaction['message_id'], "reaction['message_id']", 512);
  if (fault !== null) return fault;
  if (reaction['emoji'] === undefined) return missing("reaction['emoji']");
  if (typeof reaction['emoji'] !== 'string') return invalid("Param reaction['emoji'] must be a string.");
  return reaction['emoji'] === '' || isEmoji(reaction['emoji']) ? null : wrong("Param reaction['emoji'] is not a single emoji.");
}
