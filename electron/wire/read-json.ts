/** A JSON number whose digits a double would not give back: a price such as 7.50, or an id beyond 2^53. */
export class ExactNumber {
  /** The token as it stood in the text. */
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/** Digits too many for a double, outside of strings. */
const LONG_NUMBER = /[:,[]\s*-?\d{16}/;
const PRICE = /"item_price"\s*:\s*(-?[\d.eE+-]+)/g;

/** Whether plain parsing could lose a digit that is needed: of a long id, or of a price such as 7.10. */
function needsDigits(text: string): boolean {
  if (LONG_NUMBER.test(text)) return true;
  for (const [, token = ''] of text.matchAll(PRICE)) if (String(Number(token)) !== token) return true;
  return false;
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;
// The third argument of the reviver (the token itself) is newer than the lib's types, not than the engines we run on.
const parseWith = JSON.parse as (text: string, reviver: Reviver) => unknown;

const keepDigits: Reviver = (_key, value, { source }) => {
  if (typeof value !== 'number' || source === undefined || String(value) === source) return value;
  return new ExactNumber(source);
};

/**
 * Parses JSON so that no digit of a number is lost: a number is given as a `number` only where `String` of it is its own token.
 * The reviver costs time, so bodies whose numbers all come back from a double do without it.
 * @returns undefined where the text is no JSON
 */
export function readJson(text: string): unknown {
  try {
    return needsDigits(text) ? parseWith(text, keepDigits) : (JSON.parse(text) as unknown);
  } catch (error) {
    // The reviver walks down recursively; a body nested absurdly deep is read without it.
    return error instanceof RangeError ? readPlainly(text) : undefined;
  }
}

function readPlainly(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
