import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { plainText } from '../../shared/domain/ticket-text.ts';

/**
 * The code pages that a shop may choose, by their names in Epson's numbering. Pages of scripts that are written from the right are
 * not among them: a printer sets letters in the order they come, so they would stand backwards.
 */
const CODE_PAGES = [
  'cp437',
  'cp850',
  'cp858',
  'cp852',
  'cp866',
  'cp737',
  'cp857',
  'cp775',
  'windows1252',
  'windows1250',
  'windows1251',
  'windows1253',
  'windows1254',
  'windows1257',
] as const;
type CodePage = (typeof CODE_PAGES)[number];

/** Tried in this order for every letter where the code page is `auto`. */
const CANDIDATES: CodePage[] = ['cp437', 'cp858', 'cp852', 'cp866', 'cp737', 'cp775', 'windows1254'];

/** An unknown name is that of the page which every printer has. */
export function codePageOf(name: string): CodePage | 'auto' {
  if (name === 'auto') return 'auto';
  return CODE_PAGES.find((page) => page === name) ?? 'cp437';
}

/** A new encoder; `columns` in characters of normal size. */
export function newEncoder(columns: number): ReceiptPrinterEncoder {
  return new ReceiptPrinterEncoder({ language: 'esc-pos', columns, feedBeforeCut: 4, newline: '\n', codepageMapping: 'epson', codepageCandidates: CANDIDATES });
}

/** What a printer without such letters can still say. */
const SPELLED: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': ',',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2022': '*',
  '\u2026': '...',
  '\u2212': '-',
  '\u00b7': '-',
  '\u20ac': 'EUR',
  '\u20b9': 'Rs',
  '\u00a3': 'GBP',
  '\u20ba': 'TL',
  '\u20bd': 'RUB',
  '\u20aa': 'NIS',
  '\u20ab': 'VND',
  '\u20b4': 'UAH',
  '\u20a6': 'NGN',
  '\u20b1': 'PHP',
  '\u00df': 'ss',
  '\u0141': 'L',
  '\u0142': 'l',
  '\u00d8': 'O',
  '\u00f8': 'o',
  '\u0110': 'D',
  '\u0111': 'd',
  '\u00d7': 'x',
};
const MISSING = '?';
const LINE_FEED = 0x0a;

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Brings texts into the letters of a code page: what it lacks is spelled otherwise, or without its accents, or stands as "?". Each letter is
 * then one byte, and none is a command.
 */
export function folderFor(page: CodePage | 'auto'): (text: string) => string {
  const known = new Map<string, boolean>();
  const prints = (letter: string): boolean => {
    if (/^[ -~]$/.test(letter)) return true;
    if ([...letter].length !== 1 || letter < ' ' || (letter >= '\u007f' && letter <= '\u00a0')) return false;
    let can = known.get(letter);
    if (can === undefined) {
      // The encoder writes "?" for what a page lacks. Pages of DOS have pictures where commands are: an arrow to the left is ESC.
      const byte = [...newEncoder(32).codepage(page).text(letter).encode()].findLast((one) => one !== LINE_FEED) ?? 0;
      can = byte > 0x20 && byte !== 0x7f && byte !== MISSING.charCodeAt(0);
      known.set(letter, can);
    }
    return can;
  };
  const fold = (letter: string): string => {
    const composed = letter.normalize('NFC');
    if (prints(composed)) return composed;
    const spelled = SPELLED[composed];
    if (spelled !== undefined) return spelled;
    const bare = [...composed.normalize('NFKD').replace(/\p{M}/gu, '')];
    return bare.length > 0 && bare.every(prints) ? bare.join('') : MISSING;
  };
  return (text) => {
    const indent = /^ */.exec(text)?.[0] ?? '';
    return indent + [...segments.segment(plainText(text))].map(({ segment }) => fold(segment)).join('');
  };
}
