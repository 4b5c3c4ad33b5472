import { ExactNumber } from './read-json.ts';

/** Readers for JSON that may be anything: they give what was expected, or null, and never throw. */

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber) ? (value as Fields) : null;
}

/** The objects of a list; anything else in it, or no list at all, gives none. */
export function objectsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf).filter((entry) => entry !== null) : [];
}

/** Text, or a number's own digits (ids and timestamps have been seen as both); null for the rest and for "". */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number') return String(value);
  return value instanceof ExactNumber ? value.source : null;
}

/** How a value stood in the JSON, for showing: numbers by their digits, text as it is, the rest as JSON. */
export function rawOf(value: unknown): string {
  return textOf(value) ?? (value === undefined || value === '' ? '' : JSON.stringify(value));
}

/** A whole number that a double holds exactly, also where it is written as text; null for the rest. */
export function wholeOf(value: unknown): number | null {
  const text = textOf(value);
  if (text === null || !/^-?\d{1,16}$/.test(text)) return null;
  const whole = Number(text);
  return Number.isSafeInteger(whole) ? whole : null;
}

/** Ms since epoch of Meta's timestamp: unix seconds as text or number (ms have been seen in old fields); null for the rest. */
export function timeOf(value: unknown): number | null {
  const text = textOf(value);
  if (text === null || !/^\d{1,13}$/.test(text)) return null;
  const number = Number(text);
  return number > 100_000_000_000 ? number : number * 1000;
}
