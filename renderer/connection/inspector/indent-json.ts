/**
 * Indents JSON by changing nothing but the white space between its signs: escapes and numbers stay as they came, and a text that is cut off, or is no
 * JSON, stays legible.
 */
export function indentJson(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  const out: string[] = [];
  let depth = 0;
  let at = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, 40))}`;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '"') {
      const end = endOfString(text, at);
      out.push(text.slice(at, end));
      at = end;
      continue;
    }
    at += 1;
    if (sign === '{' || sign === '[') {
      const close = /^\s*[}\]]/.exec(text.slice(at, at + 100));
      if (close) {
        out.push(sign, close[0].trim());
        at += close[0].length;
      } else {
        depth += 1;
        out.push(sign, line());
      }
    } else if (sign === '}' || sign === ']') {
      depth = Math.max(0, depth - 1);
      out.push(line(), sign);
    } else if (sign === ',') out.push(sign, line());
    else if (sign === ':') out.push(': ');
    else if (!/\s/.test(sign)) out.push(sign);
  }
  return out.join('');
}

/** The place after its closing quote, or the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}
