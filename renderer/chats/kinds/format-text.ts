import { findLinks } from './find-links.ts';

/** A run of a text as WhatsApp would show it. `mark` holds its signs, which are not shown but not lost. */
export type FormattedText =
  | { kind: 'words'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'bold' | 'italic' | 'strike'; mark: string; parts: FormattedText[] }
  | { kind: 'code'; mark: string; text: string };

const KINDS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const CODE = /```([\s\S]+?)```|(?<!`)`([^`\n]+)`(?!`)/;
/** Signs stand close to their words, and not within a word: "2*3*4" is no bold 3. */
const MARKED = /(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?[^\s])\1(?![\p{L}\p{N}])/u;

/** Reads *bold*, _italic_, ~strike~, `code` and ```code```; what is none of these stays as it was written. */
export function formatText(text: string): FormattedText[] {
  const code = CODE.exec(text);
  if (!code) return formatWords(text, '');
  const inside = code[1] ?? code[2] ?? '';
  const mark = code[1] === undefined ? '`' : '```';
  return [...formatWords(text.slice(0, code.index), ''), { kind: 'code', mark, text: inside }, ...formatText(text.slice(code.index + code[0].length))];
}

/** @param within signs that are open already, so that nothing is nested without an end */
function formatWords(text: string, within: string): FormattedText[] {
  const parts: FormattedText[] = [];
  // An address may hold signs of its own.
  for (const part of findLinks(text)) {
    if (part.href === null) parts.push(...formatMarked(part.text, within));
    else parts.push({ kind: 'link', text: part.text, href: part.href });
  }
  return parts;
}

function formatMarked(text: string, within: string): FormattedText[] {
  if (text === '') return [];
  const marked = MARKED.exec(text);
  const mark = marked?.[1];
  const kind = mark === '*' || mark === '_' || mark === '~' ? KINDS[mark] : null;
  if (!marked || mark === undefined || kind === null || within.includes(mark)) return [{ kind: 'words', text }];
  return [
    ...(marked.index > 0 ? [{ kind: 'words' as const, text: text.slice(0, marked.index) }] : []),
    { kind, mark, parts: formatMarked(marked[2] ?? '', within + mark) },
    ...formatMarked(text.slice(marked.index + marked[0].length), within),
  ];
}

/** The text again as it was written: nothing of it is lost. */
export function unformatText(parts: readonly FormattedText[]): string {
  return parts
    .map((part) => {
      switch (part.kind) {
        case 'words':
        case 'link':
          return part.text;
        case 'code':
          return part.mark + part.text + part.mark;
        case 'bold':
        case 'italic':
        case 'strike':
          return part.mark + unformatText(part.parts) + part.mark;
      }
    })
    .join('');
}

/** A text as it reads with its signs made into looks, for a place that has no looks: "*now*" is "now". */
export function withoutMarks(text: string): string {
  return bareWords(formatText(text));
}

function bareWords(parts: readonly FormattedText[]): string {
  return parts.map((part) => ('parts' in part ? bareWords(part.parts) : part.text)).join('');
}

const EMOJI_ONLY = new RegExp(String.raw`^(?:\p{RGI_Emoji}\s*){1,3}$`, 'v');

/** True for one to three emoji and nothing else: they are shown large. */
export function isEmojiOnly(text: string): boolean {
  return text.length < 80 && EMOJI_ONLY.test(text);
}
