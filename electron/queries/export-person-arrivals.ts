import type { Alias } from '../../shared/domain/customer-identity.ts';
import { cutPerson, namesPerson, wordsOfPerson } from '../store/cut-person.ts';
import type { Reader } from '../store/open-reader.ts';

export type PersonArrivalsQuestion = { aliases: readonly Alias[]; after: number; until: number };

/** How many bodies of the log are looked through at once. */
const PAGE = 500;

/**
 * What arrived about a person, out of the next bodies of the log: exactly what an erasure would cut out of them, so that nothing of anybody else's who
 * stands in the same body is handed on. Each a JSON text; `next` is the body to go on after, null: that was all.
 */
export function exportArrivals(
  reader: Pick<Reader, 'personExport'>,
  { aliases, after, until }: PersonArrivalsQuestion,
): { arrivals: string[]; next: number | null } {
  const end = Math.min(after + PAGE, until);
  const isTheirs = namesPerson(aliases);
  const arrivals = reader.personExport.bodies(after, end, wordsOfPerson(aliases)).flatMap(({ body, received_at: at }) => {
    const parts: string[] = [];
    try {
      cutPerson(body.toString(), isTheirs, (part) => parts.push(part));
    } catch {
      // No JSON: nobody can tell in it what is theirs and what is another's.
      return [];
    }
    // To the letter, for a number may have more digits than this program counts with.
    return parts.map((part) => `{"received_at":"${new Date(at).toISOString()}",${namesOf(part)}"raw":${part}}`);
  });
  return { arrivals, next: end < until ? end : null };
}

/** Which message it is, or is about, where it says so. */
function namesOf(part: string): string {
  const { id, status, type } = JSON.parse(part) as { id?: unknown; status?: unknown; type?: unknown };
  const wamid = typeof id === 'string' ? `"wamid":${JSON.stringify(id)},` : '';
  const what = status ?? type;
  return `${wamid}${typeof what === 'string' ? `"what":${JSON.stringify(what)},` : ''}`;
}
