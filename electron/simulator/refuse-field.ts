import type { Refusal } from './graph-answer.ts';

/** What a check says: null where nothing is wrong. */
export type Fault = { kind: 'refused'; refusal: Refusal };
export type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 131008: something that Meta wants is not there. */
export function missing(name: string): Fault {
  return { kind: 'refused', refusal: { code: 131008, details: `Parameter '${name}' is required.` } };
}

/** 131009: it is there, and its value is not allowed. */
export function wrong(details: string): Fault {
  return { kind: 'refused', refusal: { code: 131009, details } };
}

/** 100: it has another form than Meta's. */
export function invalid(details: string): Fault {
  return { kind: 'refused', refusal: { code: 100, details } };
}

export function unexpected(fields: Fields, allowed: readonly string[], where: string): Fault | null {
  const key = Object.keys(fields).find((name) => !allowed.includes(name));
  return key === undefined ? null : invalid(`Unexpected key "${key}" on ${where}.`);
}

/** A text that has to be there, is not empty and not too long. */
export function checkWords(value: unknown, name: string, longest: number): Fault | null {
  if (value === undefined || value === '') return missing(name);
  if (typeof value !== 'string') return invalid(`Param ${name} must be a string.`);
  if (value.length > longest) return wrong(`Param ${name} must be at most ${longest} characters long.`);
  return null;
}
