import { findFolded } from '../../shared/domain/fold-text.ts';

const BEFORE = 30;
const AFTER = 80;

/**
 * A little of a text around the first place where something stands in it, on one line; `start` and `length` (UTF-16 units) say where.
 * Where it does not stand there as far as we can tell, the text's beginning and a length of 0.
 */
export function cutAround(text: string, wanted: string): { text: string; start: number; length: number } {
  const whole = text.normalize('NFC').replace(/\s/g, ' ');
  const hit = findFolded(whole, wanted.normalize('NFC').replace(/\s/g, ' ')) ?? { start: 0, length: 0 };
  const before = wholeLetters(Array.from(whole.slice(0, hit.start)).slice(-BEFORE).join(''));
  const cutBefore = before.length < hit.start;
  const rest = whole.slice(hit.start + hit.length);
  const after = [...rest].slice(0, AFTER).join('');
  const shown = (cutBefore ? '…' : '') + before + whole.slice(hit.start, hit.start + hit.length) + after + (after.length < rest.length ? '…' : '');
  return { text: shown, start: before.length + (cutBefore ? 1 : 0), length: hit.length };
}

/** Begins at a word where one begins, so that no half word stands at the front. */
function wholeLetters(before: string): string {
  if ([...before].length < BEFORE) return before;
  const blank = before.indexOf(' ');
  return blank < 0 ? before : before.slice(blank + 1);
}
