/** A text as it is searched: without case and without the marks on letters, and where in the text each folded unit came from. */
export type FoldedText = { folded: string; from: number[]; to: number[] };

/** What stands on a letter, as SQLite's trigram index leaves it out too. */
const MARKS = /[\u0300-\u036f]/g;

/** "Öztürk" and "OZTURK" are both "ozturk"; letters of every script, each on its own, so that a part of a text is found in it. */
export function foldText(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  // The last sigma of a Greek word is the same letter as any other.
  return text.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase().replaceAll('ς', 'σ').replace(MARKS, '');
}

/** As `foldText`, and for each UTF-16 unit of it the place in `text` (composed: NFC) that it came from. */
export function foldLetters(text: string): FoldedText {
  let folded = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldText(letter);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      from.push(at);
      to.push(at + letter.length);
    }
    at += letter.length;
  }
  return { folded, from, to };
}

/**
 * The first place at which `wanted` stands in `text`, without regard to case and marks; null where it does not, or is nothing but marks.
 * Both are to be composed (NFC). `start` and `length` count UTF-16 units of `text`; a mark that hangs on the last letter belongs to it.
 */
export function findFolded(text: string, wanted: string): { start: number; length: number } | null {
  const needle = foldText(wanted);
  if (needle === '') return null;
  const { folded, from, to } = foldLetters(text);
  const at = folded.indexOf(needle);
  if (at < 0) return null;
  const start = from[at] ?? 0;
  const end = from[at + needle.length] ?? text.length;
  const own = to[at + needle.length - 1] ?? end;
  return { start, length: (/^[\u0300-\u036f]+$/.test(text.slice(own, end)) ? end : own) - start };
}
