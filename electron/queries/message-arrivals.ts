import type { Reader } from '../store/open-reader.ts';
import { parseKeepingDigits, textOfToken } from '../store/parse-keeping-digits.ts';

export type ArrivalsQuestion = {
  wamid: string | null;
  callbackId: string | null;
  /** The body that brought it; null where none did. */
  logId: number | null;
  /** When it was written or arrived, ms. */
  at: number;
};
export type Arrival = { at: number; what: string; raw: string };

type Fields = Readonly<Record<string, unknown>>;

const DAY = 24 * 60 * 60 * 1000;
const LONGEST = 30 * DAY;
/** Clocks differ, and a tick may overtake the answer of the send call. */
const EARLIER = 10 * 60 * 1000;
const AT_MOST = 50;
/** Where a reaction, an edit or a deletion names its message. */
const NAMING = [
  ['reaction', 'message_id'],
  ['edit', 'original_message_id'],
  ['revoke', 'original_message_id'],
] as const;

/**
 * What arrived for a message: itself, its ticks, edits and reactions, each as indented JSON; oldest first, at most 50. Looked for in what came
 * within 30 days of it.
 */
export function messageArrivals(reader: Pick<Reader, 'arrivals'>, { wamid, callbackId, logId, at }: ArrivalsQuestion): Arrival[] {
  if (wamid === null && callbackId === null) return [];
  const marks = [markOf(wamid ?? callbackId ?? ''), markOf(callbackId ?? wamid ?? '')] as const;
  const bodies = reader.arrivals.find({ logId, since: at - EARLIER, until: at + LONGEST, marks });
  const found = bodies.flatMap(({ body, receivedAt }) =>
    partsOf(parse(body))
      .filter((part) => isOf(part, wamid, callbackId))
      .map((part) => ({ at: receivedAt, what: whatOf(part), raw: JSON.stringify(part, null, 2) })),
  );
  return found.slice(0, AT_MOST);
}

/** The longest part of an id that stands in JSON as it is: Meta may escape a slash, a plus and an equals sign. */
function markOf(id: string): string {
  return id.split(/[^\w.-]/).toSorted((a, b) => b.length - a.length)[0] ?? '';
}

function parse(body: string): unknown {
  try {
    return parseKeepingDigits(body);
  } catch {
    return null;
  }
}

/** Messages and ticks, wherever they stand in either shape: the outermost objects with an id and a type or a status. */
function partsOf(value: unknown): Fields[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && 'id' in value && ('type' in value || 'status' in value)) return [value];
  return Object.values(value).flatMap(partsOf);
}

function isOf(part: Fields, wamid: string | null, callbackId: string | null): boolean {
  const is = (id: unknown) => wamid !== null && textOfToken(id) === wamid;
  if (is(part['id']) || (callbackId !== null && textOfToken(part['biz_opaque_callback_data']) === callbackId)) return true;
  return NAMING.some(([kind, key]) => {
    const inner = part[kind];
    return typeof inner === 'object' && inner !== null && is((inner as Fields)[key]);
  });
}

/** Meta's word: a tick's status, else the message's type. */
function whatOf(part: Fields): string {
  const word = part['status'] ?? part['type'];
  return typeof word === 'string' ? word : '';
}
