import { type MaskKind, maskLine } from './mask-line.ts';
import { keepsNumber, keepsWord, kindOf, SEALED, SECRET_KEYS, SPOKEN } from './mask-keys.ts';
import { maskSecrets } from './mask-secrets.ts';

export type MaskOptions = {
  /** Texts that must never be seen: tokens, secrets. Asked each time, so that a new one holds at once. */
  secrets?: () => readonly string[];
  /** Texts that tell who sits here, and what is written instead: the home folder. */
  hidden?: readonly { text: string; as: string }[];
  /** So many values keep their placeholder; after that it begins anew. */
  remembers?: number;
};

/** Makes personal data unreadable; the same value is shown as the same placeholder for as long as this one lives, so that a story can be followed. */
export type Masker = {
  /** A line of words: see `maskLine`. */
  line(line: string): string;
  /** A body of Meta's, or what was understood of one: only words that Meta or this program made, codes, times and amounts are left. Gives plain values. */
  body(value: unknown): unknown;
  /** A record of this program's own words: every text of it as a line, times as ISO 8601. */
  own(value: unknown): unknown;
  /** JSON text of Meta's as indented, masked JSON text; of what is no JSON nothing is left. */
  json(text: string): string;
};

const DEEPEST = 60;
const DIGITS = /\p{Nd}/gu;

export function createMasker({ secrets = () => [], hidden = [], remembers = 100_000 }: MaskOptions = {}): Masker {
  const known = new Map<string, string>();
  const counts = new Map<MaskKind, number>();

  function placeholder(value: string, kind: MaskKind): string {
    const key = kind === 'number' || kind === 'id' ? [...value.matchAll(DIGITS)].join('') : value;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= remembers) {
      known.clear();
      counts.clear();
    }
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `[${kind} ${count}]`;
    known.set(key, made);
    return made;
  }

  function withoutSecrets(text: string): string {
    let rest = maskSecrets(text, secrets());
    for (const { text: from, as } of hidden) if (from.length > 1) rest = rest.replaceAll(from, as);
    return rest;
  }

  const line = (text: string) => maskLine(withoutSecrets(text), placeholder);

  function text(key: string, value: string, sealed: boolean): string {
    if (value === '') return value;
    if (SECRET_KEYS.has(key)) return '…';
    if (withoutSecrets(value) === value && keepsWord(key, value, sealed)) return value;
    return placeholder(value, kindOf(key, value));
  }

  function number(key: string, value: number, sealed: boolean): unknown {
    return keepsNumber(key, value, sealed) ? value : placeholder(String(value), kindOf(key, String(value)));
  }

  function walk(key: string, value: unknown, sealed: boolean, spoken: boolean, depth: number): unknown {
    if (depth > DEEPEST) return '[deeper]';
    if (typeof value === 'string') return spoken && SPOKEN.has(key) ? line(value) : text(key, value, sealed);
    if (typeof value === 'number') return number(key, value, sealed);
    if (typeof value === 'bigint') return placeholder(String(value), 'number');
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((entry: unknown) => walk(key, entry, sealed, spoken, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => {
        const plain = name.replaceAll(/[_-]/g, '').toLowerCase();
        return [keyOf(name), walk(plain, inner, sealed || SEALED.has(plain), spoken || plain === 'errors' || plain === 'error', depth + 1)];
      }),
    );
  }

  /** A name of a field is Meta's; what does not look like one was somebody's words. */
  function keyOf(name: string): string {
    return /^[A-Za-z][\w.-]{0,60}$/.test(name) ? line(name) : placeholder(name, kindOf('', name));
  }

  function own(value: unknown, depth = 0): unknown {
    if (depth > DEEPEST) return '[deeper]';
    if (typeof value === 'string') return line(value);
    if (typeof value === 'bigint') return line(String(value));
    if (typeof value === 'number') return isMoment(value) ? new Date(value).toISOString() : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((entry: unknown) => own(entry, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [line(name), own(inner, depth + 1)]));
  }

  const body = (value: unknown) => walk('', value, false, false, 0);
  return {
    line,
    body,
    own: (value) => own(value),
    json(given) {
      try {
        return JSON.stringify(body(JSON.parse(given)), null, 2);
      } catch {
        return `[${given.length} characters that are no JSON]`;
      }
    },
  };
}

/** Ms since epoch, of this century. */
function isMoment(value: number): boolean {
  return Number.isInteger(value) && value > 978_307_200_000 && value < 4_102_444_800_000;
}
