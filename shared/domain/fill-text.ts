/** What a part of a sentence ends with: commas of any script, semicolons, spaced dashes, parentheses. */
const PART_ENDS = /([,;،؛、，；]\s*(?!\d)|\s+[–—-]\s+|\s*\((?=[^()]*\))|\)\s*)/u;
const SENTENCE_ENDS = /((?<=[.!?…؟])\s+|(?<=[。！？]))/u;
const FIELD = /\{([a-z]+)\}/gu;

/**
 * Fills {fields} of a text. A field that is not among `values` stays as it was written, so that a typing error is seen. One without a value
 * leaves no gap: a `soft` one only itself, any other the part of the sentence that speaks of it, or the sentence if that is all it says.
 * @param soft fields that a sentence does without
 * @returns the text, and the fields that were left out with their part although they had a value
 */
export function fillText(text: string, values: Readonly<Record<string, string>>, soft: readonly string[] = []): { text: string; lost: string[] } {
  const lost: string[] = [];
  const isEmpty = (name: string) => values[name]?.trim() === '';
  const fieldsOf = (part: string) => [...part.matchAll(FIELD)].map(([, name = '']) => name);
  const keeps = (part: string): boolean => {
    const fields = fieldsOf(part);
    const out = fields.some((name) => isEmpty(name) && !soft.includes(name));
    if (out) lost.push(...fields.filter((name) => values[name] !== undefined && !isEmpty(name)));
    return !out;
  };
  const fillPart = (part: string): string =>
    // One pass: what a value holds is never taken for a field.
    part.replaceAll(/\s*\{([a-z]+)\}/gu, (written, name: string) => {
      const value = values[name];
      if (value === undefined) return written;
      return value.trim() === '' ? '' : written.replace(`{${name}}`, () => value.trim());
    });

  const lines = text.split('\n').map((line) => {
    if (!line.includes('{')) return line;
    const sentences: string[] = [];
    const pieces = line.split(SENTENCE_ENDS);
    for (let index = 0; index < pieces.length; index += 2) {
      const filled = fillSentence(pieces[index] ?? '', keeps, fillPart);
      if (filled !== '') sentences.push(filled, pieces[index + 1] ?? '');
    }
    return sentences.join('').trim() === '' ? null : sentences.join('').trimEnd();
  });
  const kept = lines.filter((line) => line !== null).join('\n');
  return { text: kept.replaceAll(/\n{3,}/g, '\n\n').trim(), lost };
}

function fillSentence(sentence: string, keeps: (part: string) => boolean, fillPart: (part: string) => string): string {
  const end = /[.!?…؟。！？]*\s*$/u.exec(sentence)?.[0] ?? '';
  // Parts at the even places, what separates them at the odd ones.
  const pieces = sentence.slice(0, sentence.length - end.length).split(PART_ENDS);
  let filled = '';
  let beginsAt = -1;
  for (let index = 0; index < pieces.length; index += 2) {
    const part = pieces[index] ?? '';
    const value = keeps(part) ? fillPart(part) : '';
    if (value.trim() === '') {
      // What closes a parenthesis goes with what stood in it.
      if (pieces[index - 1]?.includes('(')) pieces[index + 1] = pieces[index + 2] === '' ? '' : ' ';
      else if (part.trim() === '' && filled !== '') filled += pieces[index - 1] ?? '';
      continue;
    }
    if (beginsAt < 0) beginsAt = index;
    filled += filled === '' ? value.trimStart() : (pieces[index - 1] ?? '') + value;
  }
  if (filled.trim() === '') return '';
  return (beginsAt > 0 ? capitalised(filled) : filled).trimEnd() + end;
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
