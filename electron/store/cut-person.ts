import { type Alias, normaliseWaId, spellingsOf } from '../../shared/domain/customer-identity.ts';

const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const SCALAR = /[\w.+-]+/y;
const SPACE = /\s*/y;

/** Words, one of which stands in every body that names this person. */
export const wordsOfPerson = (aliases: readonly Alias[]): string[] => aliases.flatMap(({ kind, value }) => (kind === 'wa_id' ? spellingsOf(value) : [value]));

/** Whether a value in a body is one of these aliases, however it is spelt. */
export function namesPerson(aliases: readonly Alias[]): (value: string) => boolean {
  const ids = new Set(aliases.filter(({ kind }) => kind !== 'wa_id').map(({ value }) => value));
  const numbers = new Set(aliases.filter(({ kind }) => kind === 'wa_id').flatMap(({ value }) => spellingsOf(value)));
  return (value) => ids.has(value) || (value.length < 40 && numbers.has(normaliseWaId(value)));
}

/**
 * Cuts a person out of a webhook's body (JSON text): of every list the entries that name them, and nothing more, so that what belongs to others in the
 * same body stays to the letter. An entry of a list within an entry is cut by itself.
 * @param onCut told what is cut, as JSON text
 * @returns what is left; null where they are not in it
 * @throws SyntaxError where it is no JSON; RangeError where it is too deep
 */
export function cutPerson(text: string, isTheirs: (value: string) => boolean, onCut?: (part: string) => void): string | null {
  let at = 0;
  let found = false;

  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const [token] = pattern.exec(text) ?? [];
    if (token === undefined) throw new SyntaxError(`no JSON at ${at}`);
    at += token.length;
    return token;
  }
  function sign(): string {
    take(SPACE);
    return text.charAt(at);
  }

  /** The value's text without what was cut, and whether it names them outside of its lists. */
  function value(): { out: string; theirs: boolean } {
    switch (sign()) {
      case '{':
        return members();
      case '[':
        return { out: entries(), theirs: false };
      case '"': {
        const out = take(STRING);
        return { out, theirs: isTheirs(JSON.parse(out) as string) };
      }
      default: {
        const out = take(SCALAR);
        return { out, theirs: isTheirs(out) };
      }
    }
  }
  function members(): { out: string; theirs: boolean } {
    const parts: string[] = [];
    let theirs = false;
    at += 1;
    while (sign() !== '}') {
      if (parts.length > 0) expect(',');
      sign();
      const name = take(STRING);
      sign();
      expect(':');
      const member = value();
      parts.push(`${name}:${member.out}`);
      theirs ||= member.theirs || isTheirs(JSON.parse(name) as string);
    }
    at += 1;
    return { out: `{${parts.join(',')}}`, theirs };
  }
  function entries(): string {
    const kept: string[] = [];
    at += 1;
    for (let first = true; sign() !== ']'; first = false) {
      if (!first) expect(',');
      const entry = value();
      if (entry.theirs) {
        found = true;
        onCut?.(entry.out);
      } else kept.push(entry.out);
    }
    at += 1;
    return `[${kept.join(',')}]`;
  }
  function expect(wanted: string): void {
    if (sign() !== wanted) throw new SyntaxError(`no ${wanted} at ${at}`);
    at += 1;
  }

  const whole = value();
  if (sign() !== '') throw new SyntaxError(`more than JSON at ${at}`);
  // Relays send bare bodies: what names them outside of every list is theirs altogether.
  if (whole.theirs) {
    onCut?.(whole.out);
    return '{}';
  }
  return found ? whole.out : null;
}
