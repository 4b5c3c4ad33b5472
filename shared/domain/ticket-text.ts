/** Controls, bidirectional marks, and what takes no room: a printer would take some of them as commands, and a reader be misled by others. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
/** A joiner inside an emoji or an Indic word is part of the letter. */
const JOINERS = new Set(['\u200c', '\u200d']);
const BREAK = /^[\t\n\r\u0085\u2028\u2029]$/;
const BREAKS = /\r\n|[\n\r\u0085\u2028\u2029]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** One row's text of somebody else's words: whatever a printer or a reader could take for more than letters is gone, tabs and breaks are spaces. */
export function plainText(text: string): string {
  return text
    .replace(UNPRINTABLE, (mark) => (JOINERS.has(mark) || BREAK.test(mark) ? mark : ''))
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** The same for a text of several rows; rows without a letter are left out. */
export function plainRows(text: string): string[] {
  return text
    .split(BREAKS)
    .map(plainText)
    .filter((row) => row !== '');
}

/** Somebody else's words amid ours: they have their own direction, and turn nothing around that stands beside them. */
export function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${plainText(text)}${POP_ISOLATE}`;
}

/** Without the marks of `isolate`, for what knows no directions. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(FIRST_STRONG_ISOLATE, '').replaceAll(POP_ISOLATE, '');
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u;
const HALF_WIDTH = /[\uff61-\uffdc]/;

/** How many columns of a monospaced row a text takes: a letter with all its marks one, a wide one (CJK, emoji) two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of segments.segment(text)) columns += widthOf(segment);
  return columns;
}

function widthOf(letter: string): number {
  if (/^[\u2066-\u2069]$/.test(letter)) return 0;
  return WIDE.test(letter) && !HALF_WIDTH.test(letter) ? 2 : 1;
}

/** A text as rows of at most `columns`, broken between words, and inside of one that is longer than a row. At least one row. */
export function wrapText(text: string, columns: number): string[] {
  const rows: string[] = [];
  let row = '';
  let width = 0;
  for (const word of text.split(' ')) {
    const wide = columnsOf(word);
    if (width > 0 && width + 1 + wide <= columns) {
      row += ` ${word}`;
      width += 1 + wide;
      continue;
    }
    if (width > 0) rows.push(row);
    row = '';
    width = 0;
    for (const { segment } of segments.segment(word)) {
      const own = widthOf(segment);
      if (width + own > columns && width > 0) {
        rows.push(row);
        row = '';
        width = 0;
      }
      row += segment;
      width += own;
    }
  }
  return row === '' && rows.length > 0 ? rows : [...rows, row];
}
