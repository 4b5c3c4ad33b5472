import { parseKeepingDigits, textOfToken } from './parse-keeping-digits.ts';
import type { WebhookLog } from './webhook-log.ts';

// Not as a person is cut (`cut-person.ts`): whatever names a person is theirs, but of what names a message only the entry whose own id it is goes.
// Answers, reactions and orders that refer to it are others' words, and stay.

/**
 * Cuts messages (and their ticks) by their ids out of one body of the log; the rest stays readable. A body that is no JSON, and holds one of the ids, goes
 * whole.
 * @returns false where it holds nothing of it
 */
export function redactLogged(log: WebhookLog, logId: number, wamids: readonly string[]): boolean {
  const logged = log.body(logId);
  const left = logged && redactBody(logged.body.toString('utf8'), wamids);
  if (left === null) return false;
  log.redact(logId, left);
  return true;
}

/**
 * The same for every body from `fromLogId` on (an arrival that was repeated stands in several).
 * @returns how many bodies were changed
 */
export function redactLog(log: WebhookLog, wamids: readonly string[], fromLogId = 0): number {
  const ids = new Set(wamids.flatMap((wamid) => log.mentioning(longestRun(wamid), fromLogId)));
  return [...ids].filter((id) => redactLogged(log, id, wamids)).length;
}

/** A body without what is cut; null where nothing had to be. */
export function redactBody(text: string, wamids: readonly string[]): string | null {
  const ids = new Set(wamids);
  try {
    const body = { root: parseKeepingDigits(text) };
    return prune(body, ids) ? JSON.stringify(body.root) : null;
  } catch {
    return wamids.some((wamid) => text.includes(wamid)) ? '{}' : null;
  }
}

type Fields = Record<string, unknown>;

/** Takes matching entries out of every list below; true where there was one. */
function prune(holder: Fields, ids: ReadonlySet<string>): boolean {
  let changed = false;
  for (const [name, value] of Object.entries(holder)) {
    if (Array.isArray(value)) {
      const kept = (value as unknown[]).filter((entry) => !isFields(entry) || !ids.has(textOfToken(entry['id']) ?? ''));
      if (kept.length < value.length) {
        holder[name] = kept;
        changed = true;
      }
      for (const entry of kept) if (isFields(entry) && prune(entry, ids)) changed = true;
    } else if (isFields(value) && prune(value, ids)) changed = true;
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
