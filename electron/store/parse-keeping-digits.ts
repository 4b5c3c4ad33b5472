type RawJson = {
  rawJSON(text: string): unknown;
  parse(text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown): unknown;
};

/**
 * Parses JSON so that `JSON.stringify` gives every number back as the token that it was: what is shown or kept of an arrival must not say
 * 7.1 for 7.10.
 * @throws SyntaxError where the text is no JSON, RangeError where it is nested absurdly deep
 */
export function parseKeepingDigits(text: string): unknown {
  // Both are newer than the lib's types, not than the engines we run on.
  const { rawJSON, parse } = JSON as unknown as RawJson;
  return parse(text, (_key, value, { source }) => (typeof value === 'number' && source !== undefined ? rawJSON(source) : value));
}

/** An id or a number as text, of what `parseKeepingDigits` gave; null for anything else. */
export function textOfToken(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'rawJSON' in value ? String(value.rawJSON) : null;
}
