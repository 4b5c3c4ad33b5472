import { foldText } from './fold-text.ts';

/** Marks that people leave out when they type: accents, and the vowel signs of Hebrew and Arabic. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/**
 * A name as it is looked for by people in a hurry: as `foldText`, and full-width letters are letters, "ẞ" is "ss". Places in it are no places
 * in the name.
 */
export function foldName(text: string): string {
  if (/^[\u0000-\u007f]*$/.test(text)) return text.toLowerCase();
  return foldText(text.normalize('NFKD').replaceAll(MARKS, '').normalize('NFC').toUpperCase());
}
