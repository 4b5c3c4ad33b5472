/** What one element of a file holds; null: more than one body may. */
export type Payload = Buffer | null;

/** The webhook server takes no more either. */
const LONGEST = 3 * 1024 * 1024;

/**
 * The bodies of a file, one after the other and as they stand in it (numbers longer than a double holds keep their digits): one JSON object, a list of them, or
 * one on each line. Lazy, so that whoever takes them can pause. What is no object is given all the same: the reader says that it is none.
 */
export function* splitPayloads(text: string): Generator<Payload, void, void> {
  const start = text.search(/[^\s\uFEFF]/);
  if (start < 0) return;
  if (text[start] === '[') yield* split(text, start + 1);
  else if (isByLine(text, start)) yield* lines(text, start);
  else yield* split(text, start);
}

const bodyOf = (text: string): Payload => {
  const body = Buffer.from(text);
  return body.length > LONGEST ? null : body;
};

/** A first line that is whole by itself, with more behind it. */
function isByLine(text: string, start: number): boolean {
  const end = text.indexOf('\n', start);
  if (end < 0 || text.slice(end).trim() === '') return false;
  try {
    JSON.parse(text.slice(start, end));
    return true;
  } catch {
    return false;
  }
}

function* lines(text: string, start: number): Generator<Payload, void, void> {
  for (let at = start; at < text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const line = text.slice(at, end).trim();
    if (line !== '') yield bodyOf(line);
    at = end + 1;
  }
}

/** Values one after the other, with commas or white space between, up to the bracket that closes their list. */
function* split(text: string, start: number): Generator<Payload, void, void> {
  let at = start;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text.charAt(at))) at += 1;
    if (at >= text.length || text[at] === ']') return;
    const end = endOfValue(text, at);
    yield bodyOf(text.slice(at, end).trimEnd());
    at = Math.max(end, at + 1);
  }
}

/** Where the value that begins there ends: behind its last bracket, or before the next comma; the text's end where it is cut off. */
function endOfValue(text: string, start: number): number {
  const structure = /["{}[\],]/g;
  structure.lastIndex = start;
  let depth = 0;
  for (let found = structure.exec(text); found; found = structure.exec(text)) {
    const sign = found[0];
    if (sign === '"') {
      structure.lastIndex = endOfString(text, found.index);
      if (depth === 0) return structure.lastIndex;
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === ',') {
      if (depth === 0) return found.index;
    } else {
      if (depth === 0) return found.index;
      depth -= 1;
      if (depth === 0) return found.index + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  const signs = /["\\]/g;
  signs.lastIndex = start + 1;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    if (found[0] === '"') return found.index + 1;
    signs.lastIndex = found.index + 2;
  }
  return text.length;
}
