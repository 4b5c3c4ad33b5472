import { type Alias, normaliseWaId } from '../../shared/domain/customer-identity.ts';
import { parseKeepingDigits, textOfToken } from './parse-keeping-digits.ts';
import type { WebhookLog } from './webhook-log.ts';

/** What is cut out of what arrived: messages (and their ticks) by their ids, a person by everything that Meta calls them. */
export type Cut = { wamids?: readonly string[]; aliases?: readonly Alias[] };

/** Under these names Meta tells who somebody is, in whatever part of a body. */
const PERSON_FIELDS = [
  'from',
  'to',
  'wa_id',
  'recipient_id',
  'recipient_participant_id',
  'participant_recipient_id',
  'phone_number',
  'from_user_id',
  'to_user_id',
  'user_id',
  'recipient_user_id',
  'recipient_participant_user_id',
  'from_parent_user_id',
  'to_parent_user_id',
  'parent_user_id',
  'recipient_parent_user_id',
  'parent_recipient_user_id',
  'recipient_participant_parent_user_id',
  'new_wa_id',
];
/** Objects within an entry that name its person in its stead. */
const PERSON_PARTS = ['contact', 'system', 'context', 'user_id', 'parent_user_id', 'sender', 'previous', 'current'];

/**
 * Cuts what is asked for out of one body of the log; the rest stays readable. A body that is no JSON, and holds one of the words, goes whole.
 * @returns false where it holds nothing of it
 */
export function redactLogged(log: WebhookLog, logId: number, cut: Cut): boolean {
  const logged = log.body(logId);
  const left = logged && redactBody(logged.body.toString('utf8'), cut);
  if (left === null) return false;
  log.redact(logId, left);
  return true;
}

/**
 * The same for every body from `fromLogId` on (an arrival that was repeated stands in several).
 * @returns how many bodies were changed
 */
export function redactLog(log: WebhookLog, cut: Cut, fromLogId = 0): number {
  const ids = new Set([...(cut.wamids ?? []), ...(cut.aliases ?? []).map(({ value }) => value)].flatMap((word) => log.mentioning(longestRun(word), fromLogId)));
  return [...ids].filter((id) => redactLogged(log, id, cut)).length;
}

/** A body without what is cut; null where nothing had to be. */
export function redactBody(text: string, cut: Cut): string | null {
  const isCut = matcher(cut);
  try {
    const body = { root: parseKeepingDigits(text) };
    return prune(body, isCut) ? JSON.stringify(body.root) : null;
  } catch {
    const words = [...(cut.wamids ?? []), ...(cut.aliases ?? []).map(({ value }) => value)];
    return words.some((word) => text.includes(word)) ? '{}' : null;
  }
}

type Fields = Record<string, unknown>;
type Matches = (entry: Fields, list: string) => boolean;

function matcher({ wamids = [], aliases = [] }: Cut): Matches {
  const ids = new Set(wamids);
  const persons = new Set(aliases.map(({ kind, value }) => (kind === 'wa_id' ? normaliseWaId(value) : value)));
  const isPerson = (value: unknown) => {
    const word = textOfToken(value);
    return word !== null && (persons.has(word) || persons.has(normaliseWaId(word)));
  };
  const names = (entry: Fields): boolean =>
    PERSON_FIELDS.some((field) => isPerson(entry[field])) ||
    PERSON_PARTS.some((part) => isFields(entry[part]) && (names(entry[part]) || isPerson(entry[part]['previous']) || isPerson(entry[part]['current'])));
  return (entry, list) => {
    const id = textOfToken(entry['id']);
    if (id !== null && ids.has(id)) return true;
    return persons.size > 0 && ((list === 'threads' && isPerson(entry['id'])) || names(entry));
  };
}

/** Takes matching entries out of every list below; true where there was one. */
function prune(holder: Fields, isCut: Matches): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(holder)) {
    if (Array.isArray(value)) {
      const kept = (value as unknown[]).filter((entry) => !isFields(entry) || !isCut(entry, name));
      if (kept.length < value.length) {
        holder[name] = kept;
        changed = true;
      }
      for (const entry of kept) if (isFields(entry) && prune(entry, isCut)) changed = true;
    } else if (isFields(value) && prune(value, isCut)) changed = true;
  }
  return changed;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('rawJSON' in value);
}

/** Meta may write "/" and "=" of an id as escapes: a body is found by the part that has none. */
function longestRun(word: string): string {
  return word.split(/[^A-Za-z0-9._]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}
